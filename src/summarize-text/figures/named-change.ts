const rise =
  '(?:rise|rises|increase|increases|gain|gains|jump|growth|boost|surge|hikes?|leap|uplift|upturn|improvement)';
const fall =
  '(?:fall|falls|drop|drops|decline|cuts?|decrease|reduction|slump|plunge|slide|dip|contraction|loss)';
/** "a 3% share price increase" */
const kind = '(?:[a-z-]+ ){0,2}';
const roseAfter = new RegExp(
  `^-? ?(?:${kind}${rise}|higher|up|larger|longer|dearer|more(?! than \\d| or))\\b`,
);
const fellAfter = new RegExp(`^-? ?(?:${kind}${fall}|lower|down|less|fewer|smaller|shorter|cheaper)\\b`);
const tail = '(?: (?:about|around|nearly|almost|some|up to|more than|less than|an?|the))*$';
const riseOf = new RegExp(`\\b${rise} of${tail}`);
const fallOf = new RegExp(`\\b${fall} of${tail}`);

/** The change that a noun or adjective beside the figure names: "a 3% rise", "a cut of £5m", "12,000 fewer books". */
export function namedChange(before: string, after: string): 'up' | 'down' | undefined {
  if (roseAfter.test(after) || riseOf.test(before)) return 'up';
  return fellAfter.test(after) || fallOf.test(before) ? 'down' : undefined;
}
