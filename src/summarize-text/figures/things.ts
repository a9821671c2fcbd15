import { comparedWith } from './comparisons.ts';
import type { Draft } from './draft.ts';
import type { Marked, Stretch } from './phrases.ts';
import { isNoun, isPeriod, isVerb, joins, phraseFrom } from './phrases.ts';
import { thingStart } from './thing-start.ts';
import { tokenAt } from './tokens.ts';

const determiner = /^(?:of|the|its|their|his|her|our|my|all|those|these|or|so)$/;
const longest = 9;

/**
 * What stands after a figure and says of what it is: a noun phrase with what hangs from it, the "of …" of a
 * share, what was done with it, and, where the figure `leads` its clause, the clause's verb.
 */
export function thingAfter(marked: Marked, draft: Draft, leads: boolean): Stretch | undefined {
  const own =
    ownClause(marked, draft) ??
    ofThose(marked, draft) ??
    asLongAs(marked, draft) ??
    sinceWhen(marked, draft) ??
    comparedWith(marked, draft);
  if (own) return own;
  const from = thingStart(marked, draft);
  const end = Math.min(marked.tokens.length, from + longest);
  const phrase = withCounted(marked, draft, phraseAfter(marked, from, end));
  const to = endOfThing(marked, draft, phrase, leads);
  if (to === phrase.from) return leads ? frontedClause(marked, draft.to) : undefined;
  return { from: phrase.from, to: leads && to - phrase.from === 1 ? withApposition(marked, to) : to };
}

/** The phrase with the age of the counted, the verb of a figure that leads, and what the counted do. */
function endOfThing(marked: Marked, { nounTo }: Draft, phrase: Stretch, leads: boolean): number {
  const aged = nounTo === undefined ? phrase.to : withAge(marked, phrase.to);
  const joined = leads ? withJoined(marked, aged) : aged;
  const to = leads && isVerb(marked, joined) ? predicateEnd(marked, joined, joined + 7) : aged;
  return nounTo === undefined || to === phrase.from ? to : withPurpose(marked, to);
}

/** A noun phrase and up to two that hang from it: "stake in the maker of pumps". */
function phraseAfter(marked: Marked, from: number, end: number): Stretch {
  const first = phraseFrom(marked, from, end) ?? nounAtArticle(marked, from);
  const noun = first && !isPeriod(marked, first) ? first : undefined;
  let start = noun?.from ?? from;
  let to = noun?.to ?? overFigure(marked, from);
  for (let steps = 0; steps < 2; steps++) {
    const next = hangingPhrase(marked, to, end);
    if (!next) break;
    if (to === from) start = to;
    to = next.to;
  }
  return { from: start, to };
}

/** The word after "a £12m" is a noun, whatever its form: "signing", "cut". */
function nounAtArticle(marked: Marked, at: number): Stretch | undefined {
  let article = at - 1;
  while (marked.owned[article]) article--;
  const isNamed = /^(?:an?|the|its|their|his|her)$/.test(tokenAt(marked.tokens, article).lower);
  return isNamed && isVerb(marked, at) && !marked.owned[at] ? { from: at, to: at + 1 } : undefined;
}

/** "44% of over-70s", "a sixth of its 1,200 cows": steps over the figure that the share is of. */
function overFigure(marked: Marked, from: number): number {
  let to = from;
  if (tokenAt(marked.tokens, to).lower !== 'of') return from;
  to++;
  while (determiner.test(tokenAt(marked.tokens, to).lower)) to++;
  if (
    /^(?:combined|total|remaining|estimated|other|last|first|whole)$/.test(tokenAt(marked.tokens, to).lower)
  )
    to++;
  if (!marked.owned[to]) return from;
  while (marked.owned[to]) to++;
  return phraseFrom(marked, to, to + 5)?.to ?? to;
}

/** "Over the six years, the market has grown": what the clause after the comma says. */
function frontedClause(marked: Marked, at: number): Stretch | undefined {
  if (tokenAt(marked.tokens, at).lower !== ',') return undefined;
  const subject = phraseFrom(marked, at + 1, at + 9);
  if (!subject) return undefined;
  const hanging = hangingPhrase(marked, subject.to, subject.to + 6) ?? subject;
  return isVerb(marked, hanging.to)
    ? { from: subject.from, to: predicateEnd(marked, hanging.to, hanging.to + 4) }
    : undefined;
}

function hangingPhrase(marked: Marked, at: number, end: number): Stretch | undefined {
  if (!joins.test(tokenAt(marked.tokens, at).lower) || marked.owned[at]) return undefined;
  const from = tokenAt(marked.tokens, at + 1).lower === 'of' ? at + 2 : at + 1;
  const doing = /ing$/.test(tokenAt(marked.tokens, from).lower) && isVerb(marked, from);
  const particle = doing && /^(?:out|up|off|down|back|in|on)$/.test(tokenAt(marked.tokens, from + 1).lower);
  const next = phraseFrom(marked, doing ? from + (particle ? 2 : 1) : from, end);
  return next && !isPeriod(marked, next) && !marked.owned[next.to] ? next : undefined;
}

/** "60 shops and stalls were sold": steps over the second noun before the verb. */
function withJoined(marked: Marked, at: number): number {
  if (!/^(?:and|or)$/.test(tokenAt(marked.tokens, at).lower)) return at;
  const second = phraseFrom(marked, at + 1, at + 6);
  return second && isVerb(marked, second.to) ? second.to : at;
}

/** Lets the phrase reach to the counted noun, and begin after "of the". */
function withCounted({ tokens }: Marked, { nounTo }: Draft, phrase: Stretch): Stretch {
  if (nounTo === undefined || nounTo <= phrase.to) return phrase;
  let { from } = phrase;
  while (from < nounTo - 1 && determiner.test(tokenAt(tokens, from).lower)) from++;
  return { from, to: nounTo };
}

/** "1,400 trawlers to back the seizure", "300 sheep lost in the snow": what the counted do or undergo. */
function withPurpose(marked: Marked, at: number): number {
  const isInfinitive = tokenAt(marked.tokens, at).lower === 'to' && marked.classes[at + 1] === 'VERB';
  const isParticiple =
    marked.classes[at] === 'VERB' &&
    tokenAt(marked.tokens, at).lower !== 'aged' &&
    /(?:ed|ing|lost|sold|built|made|held)$/.test(tokenAt(marked.tokens, at).lower);
  const isRelative = /^(?:who|whose|that|which)$/.test(tokenAt(marked.tokens, at).lower);
  if (marked.owned[at] || !(isInfinitive || isParticiple || isRelative)) return at;
  return predicateEnd(marked, at, at + 6);
}

/** "the £35m it lost on ferries": what was done with the figure. */
function ownClause(marked: Marked, draft: Draft): Stretch | undefined {
  const at = draft.nounTo ?? draft.to;
  const isPronoun =
    /^(?:it|he|she|they|we|i)$/.test(tokenAt(marked.tokens, at).lower) && isVerb(marked, at + 1);
  if (!isPronoun) return undefined;
  return { from: at, to: untilNextVerb(marked, at + 1, predicateEnd(marked, at + 1, at + 8)) };
}

/** "she had promised for repairs" of "… for repairs would not cover it": up to the verb that has its own subject. */
function untilNextVerb(marked: Marked, from: number, to: number): number {
  for (let at = from + 1; at < to; at++)
    if (marked.classes[at] === 'AUX' && isNoun(marked, at - 1)) return at;
  return to;
}

/** The hyphen of "fixed-rate". */
function isJoin({ tokens }: Marked, at: number): boolean {
  return (
    /^[-'’]$/.test(tokenAt(tokens, at).lower) && !tokenAt(tokens, at).gap && !tokenAt(tokens, at + 1).gap
  );
}

/** "a quarter of those who commute by train": whoever the clause says. */
function ofThose(marked: Marked, { to }: Draft): Stretch | undefined {
  const isOf =
    tokenAt(marked.tokens, to).lower === 'of' &&
    /^(?:those|them|people|everything|everyone|anything|anyone)$/.test(tokenAt(marked.tokens, to + 1).lower);
  if (!isOf) return undefined;
  const end = predicateEnd(marked, to + 2, to + 9);
  return end > to + 2 ? { from: to, to: end } : undefined;
}

/** "140 years after she wrote it": the two ends of a time. */
function sinceWhen(marked: Marked, { kind, to }: Draft): Stretch | undefined {
  if (kind !== 'duration' || !/^(?:after|before|since)$/.test(tokenAt(marked.tokens, to).lower))
    return undefined;
  const end = predicateEnd(marked, to + 1, to + 7);
  return end > to + 1 ? { from: to, to: end } : undefined;
}

/** "twice as long as the standard model", "three times what it paid in 2023": what a multiple is of. */
function asLongAs(marked: Marked, { kind, to }: Draft): Stretch | undefined {
  if (kind !== 'multiple') return undefined;
  const first = tokenAt(marked.tokens, to).lower;
  const isAs = first === 'as' && tokenAt(marked.tokens, to + 2).lower === 'as';
  if (isAs) return { from: to, to: phraseFrom(marked, to + 3, to + 10)?.to ?? to + 2 };
  if (!/^(?:what|that|those|more|the)$/.test(first)) return undefined;
  const end = predicateEnd(marked, to + 1, to + 8);
  return end > to + 1 ? { from: to, to: end } : undefined;
}

/** "pupils aged 11 to 14", "adults aged 18 or over": steps over the age of the counted. */
function withAge({ tokens, owned }: Marked, at: number): number {
  if (tokenAt(tokens, at).lower !== 'aged' || !owned[at + 1]) return at;
  let to = at + 1;
  while (owned[to]) to++;
  const isOpen = /^(?:or|and)$/.test(tokenAt(tokens, to).lower);
  return isOpen && /^(?:over|older|above|under|younger|below)$/.test(tokenAt(tokens, to + 1).lower)
    ? to + 2
    : to;
}

/** "18,406 people, the biggest crowd of the season": the noun alone says little. */
function withApposition(marked: Marked, at: number): number {
  const isNamed =
    tokenAt(marked.tokens, at).lower === ',' && /^(?:the|an?)$/.test(tokenAt(marked.tokens, at + 1).lower);
  const phrase = isNamed ? phraseFrom(marked, at + 1, at + 8) : undefined;
  if (!phrase || isVerb(marked, phrase.to)) return at;
  return hangingPhrase(marked, phrase.to, phrase.to + 6)?.to ?? phrase.to;
}

/** The "it" of "wrote it". */
function isObject({ tokens, classes }: Marked, at: number): boolean {
  return classes[at - 1] === 'VERB' && /^(?:it|them|him|her|us|me)$/.test(tokenAt(tokens, at).lower);
}

/** "were cancelled", "said they slept better". */
export function predicateEnd(marked: Marked, from: number, limit: number): number {
  let to = from;
  while (
    to < limit &&
    !marked.owned[to] &&
    (tokenAt(marked.tokens, to).kind === 'word' || isJoin(marked, to)) &&
    !/^(?:and|but|while|when|because|after|before|as)$/.test(tokenAt(marked.tokens, to).lower)
  )
    to++;
  while (to < limit + 3 && to >= limit && isNoun(marked, to) && !marked.owned[to]) to++;
  while (
    to > from &&
    !isObject(marked, to - 1) &&
    !(isNoun(marked, to - 1) || marked.classes[to - 1] === 'VERB' || marked.classes[to - 1] === 'ADJ')
  )
    to--;
  return to;
}
