import type { Tagged } from './nouns.ts';
import { tokenAt } from './tokens.ts';

/** Tokens from `from` up to (not with) `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A sentence with its figures: `owned` says of each token whether it is part of one. */
export interface Marked extends Tagged {
  readonly owned: readonly boolean[];
}

const possessive = /^(?:its|their|his|her|our|my|your|whose)$/;
/** Words of time, which say nothing of what is measured. */
export const timeWord =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow|last|next|this|week|month|year|years|months|weeks|days|day|earlier|ago|later|now|currently|morning|afternoon|evening|night|overnight|recently)$/;
const periodNoun =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|year|years|month|months|week|weeks|day|days|night|morning|afternoon|evening|decade|quarter|time|moment)$/;

/** Whether the token is a noun or a name. */
export function isNoun({ classes }: Tagged, at: number): boolean {
  return classes[at] === 'NOUN' || classes[at] === 'PROPN';
}

/** Whether the token is a verb or an auxiliary. */
export function isVerb({ classes }: Tagged, at: number): boolean {
  return classes[at] === 'VERB' || classes[at] === 'AUX';
}

/** Whether a token may stand in a noun phrase before or as its noun. */
function isNominal(marked: Marked, at: number): boolean {
  const token = tokenAt(marked.tokens, at);
  if (marked.owned[at] || token.start < 0) return false;
  if (token.kind === 'mark') return /^(?:-|&|'|’)$/.test(token.lower) && !(token.lower === '-' && token.gap);
  const wordClass = marked.classes[at] ?? '';
  if (token.lower === 'and') return marked.classes[at - 1] === 'ADJ' && marked.classes[at + 1] === 'ADJ';
  if (wordClass === 'PRON') return possessive.test(token.lower);
  return /^(?:NOUN|PROPN|ADJ|NUM)$/.test(wordClass) || (wordClass === 'VERB' && isParticiple(marked, at));
}

/** "rescued people", "pumped storage": a verb's form before a noun, or within a compound. */
function isParticiple(marked: Marked, at: number): boolean {
  const token = tokenAt(marked.tokens, at);
  return (
    /(?:ed|ing)$/.test(token.lower) &&
    isNoun(marked, at + 1) &&
    !marked.owned[at + 1] &&
    tokenAt(marked.tokens, at + 1).gap &&
    !isVerb(marked, at - 1)
  );
}

/** The noun phrase that begins at a token, without its article; `undefined` when none does. */
export function phraseFrom(marked: Marked, at: number, end: number): Stretch | undefined {
  let from = at;
  while (marked.classes[from] === 'DET' && !marked.owned[from] && from < end) from++;
  let to = from;
  let last = -1;
  while (to < end && isNominal(marked, to)) {
    if (isNoun(marked, to)) last = to;
    to++;
  }
  return last < 0 ? undefined : { from, to: last + 1 };
}

/** The noun phrase that ends before a token, without its article. */
export function phraseBefore(marked: Marked, end: number, floor: number): Stretch | undefined {
  let from = end - 1;
  while (from > floor && isNumberOfName(marked, from)) from--;
  if (!isNoun(marked, from) || marked.owned[from]) return undefined;
  while (from > floor && isNominal(marked, from - 1)) from--;
  while (from < end - 1 && tokenAt(marked.tokens, from).kind === 'mark') from++;
  return { from, to: end };
}

/** The 200 of "the Ardmoor 200". */
function isNumberOfName(marked: Marked, at: number): boolean {
  return (
    tokenAt(marked.tokens, at).kind === 'digits' &&
    !marked.owned[at] &&
    (marked.classes[at - 1] === 'PROPN' || marked.owned[at - 1] === false)
  );
}

/** Prepositions that tie a phrase to the one before it, or to a figure. */
export const joins =
  /^(?:of|in|on|for|from|to|with|at|by|against|per|between|among|above|below|into|across|towards?|out|through|under|over|behind|outside|inside|off|beneath|beyond|within|around|aboard|near|along|alongside|via)$/;
const linking = /^(?:of|off|in|at|for|on|to|between|with|from|by|into|and|among|against|about)$/;

/** The phrase before a token with those it hangs from: "the share of teachers" before "leaving". */
export function chainBefore(marked: Marked, end: number, floor: number, most: number): Stretch | undefined {
  const last = phraseBefore(marked, end, floor);
  if (!last) return undefined;
  let { from } = last;
  for (
    let before = phraseLinkedTo(marked, from, floor);
    before;
    before = phraseLinkedTo(marked, from, floor)
  ) {
    if (end - before.from > most) break;
    from = before.from;
  }
  return { from, to: end };
}

/** "admitted" in "people admitted to hospital", "named" in "the ship, named Hope,": says more of the noun before it. */
export function isReduced(marked: Marked, at: number): boolean {
  const form = tokenAt(marked.tokens, at).lower;
  if (
    marked.classes[at] !== 'VERB' ||
    !/(?:[^e]ed|ing|own|ilt|old|ade|eld|ept|ound|orn|ung|iven|aken|een)$/.test(form)
  )
    return false;
  const before = tokenAt(marked.tokens, at - 1).lower === ',' ? at - 2 : at - 1;
  const isHyphened = !tokenAt(marked.tokens, before).gap && tokenAt(marked.tokens, before - 1).lower === '-';
  return (isNoun(marked, before) || isHyphened) && !marked.owned[before];
}

/** The phrase that a preposition, or "for reaching", ties to the one that begins at a token. */
function phraseLinkedTo(marked: Marked, at: number, floor: number): Stretch | undefined {
  let link = at - 1;
  while (link > floor && (marked.owned[link] || marked.classes[link] === 'DET')) link--;
  const { lower } = tokenAt(marked.tokens, link);
  if (/ing$/.test(lower) && isVerb(marked, link)) link--;
  if (link <= floor || !linking.test(tokenAt(marked.tokens, link).lower)) return undefined;
  if (link - 1 > floor && isReduced(marked, link - 1) && isNoun(marked, link - 2)) link--;
  return phraseBefore(marked, link, floor);
}

const periodWord =
  /^(?:the|a|an|this|that|last|next|past|previous|same|whole|full|coming|current|fiscal|financial|first|second|third|fourth|final|late|early|mid|each|every|\d+)$/;

/** Whether the phrase is nothing but a time: "the past year", "20 October"; "a shorter week" is more. */
export function isPeriod({ tokens }: Tagged, { from, to }: Stretch): boolean {
  if (!periodNoun.test(tokenAt(tokens, to - 1).lower)) return false;
  for (let at = from; at < to - 1; at++) {
    const { lower } = tokenAt(tokens, at);
    if (!periodWord.test(lower) && !timeWord.test(lower) && !periodNoun.test(lower)) return false;
  }
  return true;
}
/** "moored" in "the river-side moored barge", "river" before a hyphen. */
export function isCompound(marked: Marked, at: number): boolean {
  const next = tokenAt(marked.tokens, at + 1);
  if (next.lower === '-' && !next.gap) return true;
  const isForm = /(?:ed|ing)$/.test(tokenAt(marked.tokens, at).lower) && isNoun(marked, at + 1);
  const before = marked.classes[at - 1] ?? '';
  return isForm && (before === 'DET' || before === 'ADJ' || tokenAt(marked.tokens, at - 2).lower === '-');
}
