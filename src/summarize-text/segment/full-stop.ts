import { abbreviationKind, mayEndBefore } from './abbreviations.ts';
import type { LanguageRules } from './language-rules.ts';

/** A full stop to decide on: what its sentence holds before it and what comes after its closing marks. */
export interface FullStop {
  /** At most some 80 units, from the sentence's start on. */
  readonly before: string;
  readonly next: string;
  /** `before` reaches back to the sentence's start. */
  readonly whole: boolean;
}

const wordEnding = /(?<![\p{L}\p{N}°’'.&])[\p{L}\p{N}°’'.&]*$/u;
/** "3.", "b." or "J." with nothing before it counts or names; it ends nothing. */
const marker = /^[^\p{L}\p{N}]*(?:\p{N}{1,3}|\p{L})$/u;
/** "At 5 a.m." with at most two words before the time opens its sentence. */
const openingTime = /^[^\p{L}\p{N}]*(?:\p{L}+ ){0,2}\p{N}[\p{N}.:]* ?[ap]\.?m$/iu;
const name = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]*\.?$/u;
const classOf = /(?:vitamin|hepatitis|plan|grade|group|type|class|you and)$/i;
const ordinal = /(?:^|\s)\p{N}{1,2}$/u;
const year = /\p{N} ?\p{L}$/u;
const germanMonth =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

/** Whether a sentence ends at a full stop that a space and a capital or a number follow. */
export function endsAtFullStop({ before, next, whole }: FullStop, rules?: LanguageRules): boolean {
  if (whole && (marker.test(before) || openingTime.test(before))) return false;
  if (ordinal.test(before) && (germanMonth.test(next) || isOrdinal(next, rules))) return false;
  const word = lastWord(before).replace(/^[.’']+/, '');
  if (rules?.yearMarks?.has(word) === true && year.test(before)) return true;
  if (rules?.abbreviations.has(word) === true) return false;
  const kind = abbreviationKind(word);
  if (kind === undefined) return true;
  if (kind === 'initial' && !isInitial(word, before.slice(0, -1).trimEnd())) return true;
  return mayEndBefore(kind, next);
}

function isOrdinal(next: string, { hasOrdinals, starters }: Partial<LanguageRules> = {}): boolean {
  return hasOrdinals === true && starters?.has(/^\p{L}+/u.exec(next)?.[0] ?? '') !== true;
}

/** Whether the word before a full stop is one of the abbreviations. */
export function isAbbreviated(before: string): boolean {
  return abbreviationKind(lastWord(before)) !== undefined;
}

/** "Albert I. Jones" but not "you and I. Did": the pronoun is an initial only behind another name. */
function isInitial(letter: string, before: string): boolean {
  if (letter === 'I' || letter === 'i') return name.test(before);
  return !classOf.test(before);
}

function lastWord(before: string): string {
  const piece = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\u00a0')) + 1);
  return wordEnding.exec(piece)?.[0] ?? '';
}
