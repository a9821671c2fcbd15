import type { Place } from '../quotations/places.ts';
import type { Clue, Pattern } from './clues.ts';
import type { Resolved } from './resolve.ts';
import { isHuman } from './role-words.ts';

/** How often each pattern names the right speaker, measured on news of many outlets. */
const byPattern: Readonly<Record<Pattern, number>> = {
  'after-verb-subject': 0.99,
  'after-subject-verb': 0.98,
  'after-dash': 0.98,
  'according-to': 0.95,
  label: 0.95,
  'before-colon': 0.95,
  'before-speech': 0.92,
  'before-label': 0.85,
  'before-thought': 0.7,
  'before-participle': 0.86,
  'before-as': 0.8,
  owner: 0.75,
  agent: 0.8,
  'end-of-sentence': 0.85,
  continued: 0.93,
  split: 0.97,
  joined: 0.88,
  'same-paragraph': 0.97,
  'sentence-before': 0.85,
  'subject-before': 0.75,
  'colon-paragraph': 0.95,
  'paragraph-before': 0.62,
  'subject-paragraph-before': 0.5,
};

/** Below this a wrong name is too likely: the quotation is shown without a speaker. */
const sureEnough = 0.62;
/** A pronoun's best antecedent has to be this far ahead of the next. */
const clearLead = 0.3;

/** How sure the speaker is, from the pattern and, for a pronoun, from how clear its antecedent is; 0 to 1. */
export function confidenceOf(place: Place, clue: Clue | undefined, resolved: Resolved | undefined): number {
  if (!clue || !resolved) return 0;
  const pronoun = resolved.lead === undefined ? 1 : 0.8 + 0.2 * Math.min(1, resolved.lead / 2);
  const length = place.words <= 1 ? 0.9 : 1;
  const thing = isThing(clue, resolved) ? 0.85 : 1;
  const stranger = isStranger(clue, resolved) ? 0.85 : 1;
  return Math.round(100 * byPattern[clue.pattern] * pronoun * length * thing * stranger) / 100;
}

/** A name that nothing shows to be a person's may be a place or a firm, and "she" somebody named before it. */
function isStranger({ mention }: Clue, { person }: Resolved): boolean {
  return mention.kind === 'pronoun' && person !== undefined && !person.sure;
}

/** The subject of a verb before the quotation may be no speaker; one right behind it always is: “…,” the note read. */
function isThing({ pattern, mention }: Clue, { name }: Resolved): boolean {
  if (mention.kind !== 'role' || /^(?:after|according)/.test(pattern)) return false;
  return !isHuman(mention.text) && !isHuman(name);
}

/** Whether the speaker may be shown. */
export function isSure(confidence: number, resolved: Resolved | undefined): boolean {
  return confidence >= sureEnough && (resolved?.lead === undefined || resolved.lead >= clearLead);
}
