import type { Draft } from './draft.ts';
import type { Marked, Stretch } from './phrases.ts';
import { tokenAt } from './tokens.ts';

const lead = /^(?:in|by|on|at|for|since|until|before|during|of)$/;
const which =
  /^(?:the|an?|one|last|this|next|previous|same|past|coming|early|late|mid|first|second|third|fourth|final)$/;
const named =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|easter)$/;
const spell = /^(?:spring|summer|autumn|winter|year|month|week|quarter|season|decade|night|day|half)$/;
const alone = /^(?:yesterday|today|tonight|now)$/;
const apart = /^(?:earlier|before|ago|later)$/;

/**
 * The time that stands right behind a figure: "in October", "a month earlier", "last year". It tells the figure from
 * another of the same thing.
 */
export function momentAfter(marked: Marked, { to, nounTo }: Draft): Stretch | undefined {
  const from = nounTo ?? to;
  const wordAt = (at: number): string => (marked.owned[at] ? '' : tokenAt(marked.tokens, at).lower);
  if (alone.test(wordAt(from))) return { from, to: from + 1 };
  const start = lead.test(wordAt(from)) ? from + 1 : from;
  let at = start;
  while (which.test(wordAt(at))) at++;
  const isDay = /^\d{1,2}$/.test(wordAt(at)) && named.test(wordAt(at + 1));
  const end = isDay ? at + 2 : nounEnd(wordAt, at, start > from, at > start);
  if (end === undefined) return undefined;
  const until = wordAt(end) === 'to' && named.test(wordAt(end + 1)) ? end + 2 : end;
  const year = named.test(wordAt(until - 1)) && isYear(wordAt(until)) ? until + 1 : until;
  return { from, to: apart.test(wordAt(year)) ? year + 1 : year };
}

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

/** A name or number needs its preposition, a season or a year needs to be said which. */
function nounEnd(
  wordAt: (at: number) => string,
  at: number,
  isLed: boolean,
  isSaidWhich: boolean,
): number | undefined {
  const word = wordAt(at);
  const isName = named.test(word) || isYear(word);
  if (isName) return isLed || isSaidWhich ? at + 1 : undefined;
  return spell.test(word) && isSaidWhich ? at + 1 : undefined;
}
