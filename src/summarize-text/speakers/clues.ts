import type { Place, Source } from '../quotations/places.ts';
import type { Mention } from './phrases.ts';
import { cueAt, isBetweenSubjectAndVerb, isParticiple } from './verbs.ts';

/**
 * How a quotation is tied to its speaker. The confidence table is kept by pattern, because the patterns
 * differ in how often they are right far more than the quotations within one do.
 */
export type Pattern =
  | 'after-verb-subject'
  | 'after-subject-verb'
  | 'after-dash'
  | 'according-to'
  | 'label'
  | 'before-colon'
  | 'before-speech'
  | 'before-label'
  | 'before-thought'
  | 'before-participle'
  | 'before-as'
  | 'owner'
  | 'agent'
  | 'end-of-sentence'
  | 'continued'
  | 'split'
  | 'joined'
  | 'same-paragraph'
  | 'sentence-before'
  | 'subject-before'
  | 'colon-paragraph'
  | 'paragraph-before'
  | 'subject-paragraph-before';

/** What ties a quotation to a speaker: the mention, and the verb (or mark) that does it. */
export interface Clue {
  readonly pattern: Pattern;
  readonly mention: Mention;
  /** Token range of the cue; absent where the place alone tells. */
  readonly cue?: { readonly from: number; readonly to: number };
}

/** The clues found so far, by the index of their place. */
export type Clues = readonly (Clue | undefined)[];

/** Makes a clue of a mention that may not have been found. */
export function clue(
  pattern: Pattern,
  mention: Mention | undefined,
  cueFrom?: number,
  cueTo?: number,
): Clue | undefined {
  if (!mention) return undefined;
  return cueFrom === undefined
    ? { pattern, mention }
    : { pattern, mention, cue: { from: cueFrom, to: cueTo ?? cueFrom + 1 } };
}

/** Where the stretch after a quotation ends: at the next quotation or with the sentence. */
export function endOfStretch(source: Source, place: Place): number {
  let at = place.token + 1;
  while (at < place.to && source.tokens[at]?.kind !== 'quote') at++;
  return at;
}

/** Whether nothing but small words stands between two quotations of one sentence: "“…” and “…”". */
export function isJoined(source: Source, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = source.tokens[at];
    if (!token || token.kind === 'quote') return false;
    const small =
      /^(?:and|or|but|to|of|as|an?|the|that|in|with|for|by|at|on|is|was|not|its?|his|her|their)$/.test(
        token.lower,
      );
    if (!small && token.text !== ',' && !isBetweenSubjectAndVerb(token)) return false;
  }
  return to - from <= 5;
}

/** The first finite verb of speech from `from` on, before `to`. */
export function nextSpeechVerb(source: Source, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++)
    if (cueAt(source.tokens, at) === 'speech' && !isParticiple(source.tokens, at)) return at;
  return undefined;
}
