import { segment } from '../segment/segment.ts';
import type { Sentence, SummaryLength } from '../types.ts';
import { type Candidate, readCandidates } from './candidates.ts';
import { chooseSentences, type Limits, type Pool } from './choice.ts';
import { standingOf } from './standing.ts';
import { weighTerms } from './term-weights.ts';

/** How much summary, and what it should turn on. */
export interface SummaryShape {
  /** Sentences at most: line 1, short 3, medium 5, long 8. Without it, short. */
  readonly length?: SummaryLength | undefined;
  readonly sentences?: number | undefined;
  /** At most so many UTF-16 units, the sentences joined by spaces. */
  readonly characters?: number | undefined;
  /** Words the reader asks about; sentences that hold them are preferred. */
  readonly focus?: string | undefined;
}

interface SummaryOptions extends SummaryShape {
  readonly title?: string | undefined;
}

const sentencesOf: Readonly<Record<SummaryLength, number>> = { line: 1, short: 3, medium: 5, long: 8 };
/** Fair dealing: a summary shows no more of an article's words than this, one sentence always. */
const fairShare = 0.3;

/**
 * Sentences of a text that together say most of it, in the text's order and in its own words. None is furniture,
 * none has lost its speaker or what it points at, none repeats another. Fewer than asked for where the text has
 * no more that may be shown, or where fair dealing ends.
 */
export function summarise(text: string, options: SummaryOptions = {}): readonly Sentence[] {
  const pool = poolOf(text, options.title, options);
  const terms = weighTerms(pool.candidates, options.title);
  const [chosen = []] = chooseSentences([pool], terms, limitsOf(options));
  return chosen.map(({ sentence }) => sentence);
}

/** What may be chosen of a text, each sentence with its standing. */
export function poolOf(text: string, title: string | undefined, shape: SummaryShape): Pool {
  const candidates = readCandidates(text, segment(text), title);
  const wish = { focus: shape.focus ?? '', isLine: limitsOf(shape).sentences === 1 };
  return { candidates, standing: standingOf(candidates, wish), words: fairWordsOf(candidates) };
}

function fairWordsOf(candidates: readonly Candidate[]): number {
  return Math.floor(candidates.reduce((sum, { wordCount }) => sum + wordCount, 0) * fairShare);
}

export function limitsOf({ length, sentences, characters }: SummaryShape): Limits {
  const inCharacters = length === undefined && characters !== undefined ? 'long' : 'short';
  return {
    sentences: sentences ?? sentencesOf[length ?? inCharacters],
    characters: characters ?? Number.POSITIVE_INFINITY,
  };
}
