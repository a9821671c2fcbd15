import { segment } from '../segment/segment.ts';
import type { Sentence, SummaryLength } from '../types.ts';
import { type Candidate, readCandidates } from './candidates.ts';
import { chooseSentences, type Limits } from './choice.ts';
import { standingOf } from './standing.ts';
import { weighTerms } from './term-weights.ts';

interface SummaryOptions {
  readonly title?: string | undefined;
  /** Sentences at most: line 1, short 3, medium 5, long 8. Without it, short. */
  readonly length?: SummaryLength | undefined;
  readonly sentences?: number | undefined;
  /** At most so many UTF-16 units, the sentences joined by spaces. */
  readonly characters?: number | undefined;
  /** Words the reader asks about; sentences that hold them are preferred. */
  readonly focus?: string | undefined;
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
  const candidates = readCandidates(text, segment(text), options.title);
  const worth = {
    terms: weighTerms(candidates, options.title),
    standing: standingOf(candidates, options.focus),
  };
  return chooseSentences(candidates, worth, limitsOf(candidates, options)).map(({ sentence }) => sentence);
}

function limitsOf(
  candidates: readonly Candidate[],
  { length, sentences, characters }: SummaryOptions,
): Limits {
  const words = candidates.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const inCharacters = length === undefined && characters !== undefined ? 'long' : 'short';
  return {
    sentences: sentences ?? sentencesOf[length ?? inCharacters],
    words: Math.floor(words * fairShare),
    characters: characters ?? Number.POSITIVE_INFINITY,
  };
}
