import { idiomEnd } from './idioms.ts';
import type { NotFigureRule } from './not-dates.ts';
import { dateRules } from './not-dates.ts';
import { nameRules } from './not-names.ts';
import { score } from './not-scores.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsBefore } from './tokens.ts';

/** Groups of digits with a telephone's shape, or after "call". */
const phone: NotFigureRule = (tokens, at) => {
  const first = tokenAt(tokens, at).text;
  if (!/^\d{1,6}$/.test(first)) return undefined;
  if (emergency.test(first) && calling.test(wordsBefore(tokens, at, 8))) return at + 1;
  const groups = [first];
  let to = at + 1;
  for (let next = groupAfter(tokens, to); next !== undefined; next = groupAfter(tokens, to)) {
    groups.push(tokenAt(tokens, next).text);
    to = next + 1;
  }
  const isHyphened = tokenAt(tokens, to - 2).lower === '-';
  return hasShape(groups, tokenAt(tokens, at - 1).lower, isHyphened) || isCalled(tokens, at, groups)
    ? to
    : undefined;
};

function hasShape(groups: readonly string[], lead: string, isHyphened: boolean): boolean {
  const count = groups.join('').length;
  const isLong = (/^0\d/.test(groups[0] ?? '') && count >= 9) || (lead === '+' && count >= 8);
  return (
    (groups.length > 1 && isLong) || (isHyphened && /^(?:1-)?\d{3}-(?:\d{3}-)?\d{4}$/.test(groups.join('-')))
  );
}

const called =
  /\b(?:call|phone|tel|telephone|text|ring|dial|fax|helpline|hotline|whatsapp)(?: us)?(?: on| at)?:? ?\+?\(?$/;

function isCalled(tokens: readonly FigureToken[], at: number, groups: readonly string[]): boolean {
  return groups.join('').length >= 5 && called.test(wordsBefore(tokens, at, 4));
}

const emergency = /^(?:999|911|112|111|101)$/;
/** "ring the desk or 999". */
const calling = /\b(?:call(?:ed|ing|s)?|ring|rang|dial(?:led)?|phone[ds]?|text)\b.{0,40}$/;

function groupAfter(tokens: readonly FigureToken[], at: number): number | undefined {
  let from = at;
  while (from < at + 2 && /^[-()]$/.test(tokenAt(tokens, from).lower)) from++;
  return /^\d{2,8}$/.test(tokenAt(tokens, from).text) && (from > at || tokenAt(tokens, from).gap)
    ? from
    : undefined;
}

/** "reference 774512", "case number 12-345", "#7". */
const reference: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  if (token.kind !== 'digits') return undefined;
  const before = tokenAt(tokens, at - 1);
  if (before.lower === '#' && !token.gap) return at + 1;
  if (/^\d{4,}$/.test(token.text) && referring.test(wordsBefore(tokens, at, 4)))
    return endOfReference(tokens, at + 1);
  if (/^\d{5}$/.test(token.text) && /^(?:zip|postcode|postal)$/.test(tokenAt(tokens, at + 1).lower))
    return at + 1;
  return /^0\d/.test(token.text) && !/[.,]/.test(token.text) ? at + 1 : undefined;
};

const referring =
  /\b(?:reference|ref|code|id|account|serial|invoice|case|registration|charity|patent|docket|licence|postcode|zip|isbn|order|membership|passport|pin)(?: number| no| code)?(?: is| was)?[.:]? ?#?$/;

/** Takes the rest of "2024/118". */
function endOfReference(tokens: readonly FigureToken[], at: number): number {
  const isJoined = /^[-/]$/.test(tokenAt(tokens, at).lower) && !tokenAt(tokens, at + 1).gap;
  return isJoined && tokenAt(tokens, at + 1).kind === 'digits' ? at + 2 : at;
}

const idiom: NotFigureRule = idiomEnd;

const rules: readonly NotFigureRule[] = [...dateRules, phone, score, reference, ...nameRules, idiom];

/** For each token whether it belongs to a date, time, score, name, number of a kind or an idiom. */
export function markNonFigures(tokens: readonly FigureToken[], sentence: string): readonly boolean[] {
  const marked = new Array<boolean>(tokens.length).fill(false);
  markAddresses(tokens, sentence, marked);
  for (let at = 0; at < tokens.length; at++) {
    if (marked[at] || tokenAt(tokens, at).kind === 'mark') continue;
    const to = firstEnd(tokens, at);
    if (to !== undefined) marked.fill(true, at, to);
  }
  return marked;
}

function firstEnd(tokens: readonly FigureToken[], at: number): number | undefined {
  for (const rule of rules) {
    const to = rule(tokens, at);
    if (to !== undefined) return to;
  }
  return undefined;
}

/** Web and mail addresses and names of accounts. */
function markAddresses(tokens: readonly FigureToken[], sentence: string, marked: boolean[]): void {
  if (!/:\/\/|www\.|@/.test(sentence)) return;
  const offset = tokenAt(tokens, 0).start - (sentence.length - sentence.trimStart().length);
  for (const { 0: run, index } of sentence.matchAll(/\S+/g)) {
    if (!/:\/\/|www\.|@/.test(run)) continue;
    tokens.forEach((token, at) => {
      if (token.start >= offset + index && token.end <= offset + index + run.length) marked[at] = true;
    });
  }
}
