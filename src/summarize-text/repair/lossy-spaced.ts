import type { Mark } from './lossy-marks.ts';

/** Words before which no dash stands: the sign between two blanks behind them opens a quotation. */
const leading =
  /(?:^|\s)(?:of|the|an?|from|in|on|by|with|called|dubbed|titled|named|entitled|former|nicknamed|termed) $/i;
/** As far as the name of a film goes. */
const longestName = 60;

/** The marks of a line that stand between blanks and open or close a quotation all the same: “ Old Mole ”. */
export function spacedQuotations(
  line: string,
  marks: readonly Mark[],
): ReadonlyMap<Mark, 'opening' | 'closing'> {
  const found = new Map<Mark, 'opening' | 'closing'>();
  const spaced = marks.filter(({ shape, isDoubled }) => shape === 'dash' && !isDoubled);
  spaced.forEach((mark, index) => {
    if (found.has(mark) || !isLed(line, mark.at)) return;
    const next = spaced[index + 1];
    const isClosed = next !== undefined && /[.,!?] $/.test(line.slice(0, next.at));
    if (!isClosed && !/^\p{Lu}/u.test(mark.following)) return;
    found.set(mark, 'opening');
    if (next !== undefined && (isClosed || next.at - mark.at < longestName)) found.set(next, 'closing');
  });
  return found;
}

/** Behind such a word, or behind a dash. */
function isLed(line: string, at: number): boolean {
  return line[at - 2] === line[at] || leading.test(line.slice(Math.max(0, at - 20), at));
}
