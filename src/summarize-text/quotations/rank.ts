import type { Quotation } from '../types.ts';
import { countWords } from './places.ts';
import { contentWords, overlap, stem, trigrams } from './same-words.ts';

const rankedAtMost = 10;
/** Rank counts down with the logarithm of the place in the article; the rest is worth a few places. */
const weights = {
  place: -1,
  titleOverlap: 1,
  direct: 0.3,
  centrality: 0.05,
  editor: 3,
  fair: 0.15,
  doubtful: -0.9,
  whole: 0.15,
};
/** Below this confidence one speaker in eight is wrong. */
const surely = 0.82;
const fewestWords = 5;
const mostWords = 45;

interface Scored {
  readonly quotation: Quotation;
  readonly score: number;
}

/** What ranking looks at beside the quotations themselves. */
export interface RankContext {
  readonly text: string;
  readonly title: string;
  readonly pullQuotes: readonly string[];
  /** For each quotation the sentence it begins in: a headline is often made of the words around the quoted ones. */
  readonly sentences: readonly string[];
  /** Where the body begins: quotations before it stand in the headline and get no rank. */
  readonly bodyStart: number;
}

/**
 * Ranks the quotations: early ones, near the headline's words, sentences before fragments, the editor's own
 * pick first. Two speakers are among the first three where the article has two, and no words come twice.
 */
export function rankQuotations(quotations: readonly Quotation[], context: RankContext): readonly Quotation[] {
  const body = quotations
    .map((quotation, index) => ({ quotation, sentence: context.sentences[index] ?? '' }))
    .filter(({ quotation }) => (quotation.spans[0]?.start ?? 0) >= context.bodyStart);
  const best = diversify(withoutRepeats(scoreAll(body, context)));
  const ranks = new Map(best.slice(0, rankedAtMost).map(({ quotation }, index) => [quotation, index + 1]));
  return quotations.map((quotation) => {
    const rank = ranks.get(quotation);
    return rank === undefined ? quotation : { ...quotation, rank };
  });
}

interface InSentence {
  readonly quotation: Quotation;
  readonly sentence: string;
}

function scoreAll(body: readonly InSentence[], context: RankContext): Scored[] {
  const picks = [...quotedWords(context.title), ...context.pullQuotes]
    .map(contentWords)
    .filter((words) => words.length > 0);
  const titleStems = new Set(contentWords(context.title).map(stem));
  const counts = countContent(context.text);
  const scored = body.map(({ quotation, sentence }, index) => {
    const words = contentWords(quotation.text);
    return {
      quotation,
      score:
        placeAndForm(quotation, index) +
        weights.titleOverlap * shareOfTitle(titleStems, quotation, sentence) +
        weights.centrality * centrality(words, counts) +
        pickOf(words, picks),
    };
  });
  return scored.sort((a, b) => b.score - a.score);
}

function placeAndForm(quotation: Quotation, index: number): number {
  const length = countWords(quotation.text);
  let score = weights.place * Math.log(1 + index);
  if (quotation.kind === 'direct') score += weights.direct;
  if (length >= fewestWords && length <= mostWords) score += weights.fair;
  if (quotation.kind === 'direct' && /[.!?…]$/.test(quotation.text)) score += weights.whole;
  return isDoubtful(quotation) ? score + weights.doubtful : score;
}

function isDoubtful(quotation: Quotation): boolean {
  return quotation.speaker === undefined || quotation.confidence < surely;
}

/** How much of the headline the quotation, its sentence and the speaker's name have. */
function shareOfTitle(title: ReadonlySet<string>, { text, speaker }: Quotation, sentence: string): number {
  const stems = new Set(contentWords(`${text} ${sentence} ${speaker?.name ?? ''}`).map(stem));
  return [...title].filter((one) => stems.has(one)).length / Math.max(1, title.size);
}

/** How often the words come in the article, none counted for more than three. */
function centrality(words: readonly string[], counts: ReadonlyMap<string, number>): number {
  const sum = words.reduce((total, word) => total + Math.min(3, (counts.get(word) ?? 0) - 1), 0);
  return sum / Math.sqrt(Math.max(1, words.length));
}

/** Whether an editor has pulled the words out: all the words of weight of a pick recur in the quotation. */
function pickOf(words: readonly string[], picks: readonly (readonly string[])[]): number {
  const has = new Set(words);
  return picks.some((pick) => pick.every((word) => has.has(word))) ? weights.editor : 0;
}

function withoutRepeats(scored: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  const seen: ReadonlySet<string>[] = [];
  for (const candidate of scored) {
    if (kept.length >= rankedAtMost * 2) break;
    const grams = trigrams(candidate.quotation.text);
    if (seen.some((other) => overlap(grams, other) >= 0.5)) continue;
    kept.push(candidate);
    seen.push(grams);
  }
  return kept;
}

/** Brings the best quotation of a second speaker into the first three. */
function diversify(scored: readonly Scored[]): readonly Scored[] {
  const first = scored[0]?.quotation.speaker?.name;
  const isOther = ({ quotation }: Scored) =>
    quotation.speaker !== undefined && quotation.speaker.name !== first;
  if (first === undefined || scored.slice(0, 3).some(isOther)) return scored;
  const other =
    scored.find((candidate) => isOther(candidate) && candidate.quotation.kind === 'direct') ??
    scored.find(isOther);
  if (!other) return scored;
  const rest = scored.filter((candidate) => candidate !== other);
  return [...rest.slice(0, 2), other, ...rest.slice(2)];
}

/** Words inside quotation marks of a headline. */
function quotedWords(title: string): string[] {
  return [...title.matchAll(/(?<![\p{L}\p{N}])[‘'“"]([^‘“”"]{3,120}?)[’'”"](?![\p{L}\p{N}])/gu)].flatMap(
    (match) => match[1] ?? [],
  );
}

function countContent(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
