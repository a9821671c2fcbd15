import type { Word } from '../words/words.ts';

/** Words of a sentence that may be the answer: `from` inclusive, `to` exclusive; how well they fill the gap, 0 to 1. */
export interface Fill {
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

/** A sentence as the search for answers reads it: what stands before each word is `gap`. */
export interface Ground {
  readonly text: string;
  readonly words: readonly Word[];
  /** Whether a word in small letters stands somewhere in the texts: then a capital at a sentence's start is no name's. */
  readonly isPlain: (lower: string) => boolean;
}

export const lowerAt = ({ words }: Ground, at: number): string => words[at]?.lower ?? '';

/** What stands between a word and the one before it. */
export function gapBefore({ text, words }: Ground, at: number): string {
  const word = words[at];
  return word === undefined ? '' : text.slice(words[at - 1]?.end ?? 0, word.start);
}
