import { mayBeOne, readName } from '../speakers/person-name.ts';
import type { Quotation } from '../types.ts';
import { contentWords, foldedWords, isSameSaying, isWithin, overlap, trigrams } from './same-words.ts';

/** An article and what `findQuotations` found in it. */
export interface QuotedArticle {
  readonly id: string;
  readonly quotations: readonly Quotation[];
}

/** A quotation in one of several articles. */
interface PlacedQuotation {
  readonly articleId: string;
  readonly quotation: Quotation;
}

/** A quotation in its longest form, and every article that has it, this one first. */
export interface KeyQuotation extends PlacedQuotation {
  readonly sources: readonly PlacedQuotation[];
}

export interface KeyShape {
  readonly most: number;
  /** Only of speakers the pattern is so sure of, 0 to 1. */
  readonly leastConfidence?: number | undefined;
  /** Texts that are shown beside the quotations, such as the sentences of a summary. */
  readonly shown?: readonly string[] | undefined;
}

interface Cluster extends KeyQuotation {
  readonly words: string;
  readonly score: number;
}

/** Fewer words in common are said by many. */
const tellingWords = 5;
/** Share of three-word runs in common from which on two quotations say the same. */
const sameFrom = 0.5;
/** Share of a quotation's telling words that may stand in what is shown already. */
const mostShown = 0.6;
/** Of an article's quotations only the ten best have a rank; the rest count as this one. */
const unranked = 15;

/**
 * The few quotations that matter over one or several articles: best first, each once with all its sources, no two
 * that say the same, none that is shown already, more than one speaker where there are several. Words that two
 * articles give to two speakers are nobody's key quotation.
 */
export function keyQuotations(articles: readonly QuotedArticle[], shape: KeyShape): readonly KeyQuotation[] {
  const { most, leastConfidence = 0, shown = [] } = shape;
  const isSure = ({ quotation }: PlacedQuotation) =>
    quotation.speaker !== undefined && quotation.confidence >= leastConfidence;
  const clusters = clustersOf(articles, isSure).toSorted((one, other) => other.score - one.score);
  const unseen = clusters.filter(({ quotation }) => !isShown(quotation, shown.map(foldedWords)));
  const shownWords = new Set(shown.flatMap(contentWords));
  const isNew = ({ words }: Cluster) => shareIn(shownWords, contentWords(words)) <= mostShown;
  const distinct = withoutSame([...unseen.filter(isNew), ...unseen.filter((cluster) => !isNew(cluster))]);
  return withTwoSpeakers(distinct, most)
    .slice(0, most)
    .map(({ articleId, quotation, sources }) => ({ articleId, quotation, sources }));
}

interface Worded extends PlacedQuotation {
  readonly words: string;
}

/** Each ranked quotation in its longest form, with all that have its words. */
function clustersOf(
  articles: readonly QuotedArticle[],
  isSure: (placed: PlacedQuotation) => boolean,
): readonly Cluster[] {
  const all = articles.flatMap(({ id, quotations }) =>
    quotations.map((quotation) => ({ articleId: id, quotation, words: foldedWords(quotation.text) })),
  );
  const taken = new Set<Worded>();
  return all.flatMap((ranked): readonly Cluster[] => {
    if (ranked.quotation.rank === undefined || taken.has(ranked)) return [];
    const forms = all.filter((form) => isSure(form) && isSameSaying(ranked.words, form.words));
    const longest = forms.reduce(
      (best, form) => (form.words.length > best.words.length ? form : best),
      ranked,
    );
    if (!isSure(longest)) return [];
    const alike = all.filter((other) => other !== longest && isSameSaying(other.words, longest.words));
    for (const other of [longest, ...alike]) taken.add(other);
    if (alike.some((other) => isSure(other) && isTelling(other) && !isSameSpeaker(longest, other))) return [];
    const sources = [longest, ...alike.filter((other) => !isSure(other) || isSameSpeaker(longest, other))];
    return [{ ...longest, sources: oncePerArticle(sources), score: scoreOf(sources) }];
  });
}

const isTelling = ({ words }: Worded): boolean => words.split(' ').length >= tellingWords;

function isSameSpeaker(one: PlacedQuotation, other: PlacedQuotation): boolean {
  const [name, otherName] = [one.quotation.speaker?.name, other.quotation.speaker?.name];
  return name !== undefined && otherName !== undefined && mayBeOne(readName(name), readName(otherName));
}

function oncePerArticle(sources: readonly PlacedQuotation[]): readonly PlacedQuotation[] {
  const seen = new Set<string>();
  return sources.flatMap(({ articleId, quotation }) => {
    if (seen.has(articleId)) return [];
    seen.add(articleId);
    return [{ articleId, quotation }];
  });
}

/** What several articles have among their first weighs most; of one article's it is the order of the ranks. */
function scoreOf(sources: readonly PlacedQuotation[]): number {
  const best = new Map<string, number>();
  for (const { articleId, quotation } of sources)
    best.set(articleId, Math.min(best.get(articleId) ?? unranked, quotation.rank ?? unranked));
  return [...best.values()].reduce((sum, rank) => sum + 1 / (1 + rank), 0);
}

function isShown({ text }: Quotation, shown: readonly string[]): boolean {
  return text.split(' … ').some((part) => shown.some((words) => isWithin(foldedWords(part), words)));
}

function shareIn(shown: ReadonlySet<string>, words: readonly string[]): number {
  return words.filter((word) => shown.has(word)).length / Math.max(1, words.length);
}

function withoutSame(clusters: readonly Cluster[]): readonly Cluster[] {
  const kept: { readonly cluster: Cluster; readonly grams: ReadonlySet<string> }[] = [];
  for (const cluster of clusters) {
    const grams = trigrams(cluster.words);
    if (kept.every((other) => overlap(grams, other.grams) < sameFrom)) kept.push({ cluster, grams });
  }
  return kept.map(({ cluster }) => cluster);
}

/**
 * Puts the best quotation of a second speaker in the second place, where none is among those that are shown: there
 * is room for it before the first speaker has used all.
 */
function withTwoSpeakers(clusters: readonly Cluster[], most: number): readonly Cluster[] {
  const [first] = clusters;
  const last = Math.min(most, 3) - 1;
  if (first === undefined || last < 1) return clusters;
  const isOther = (cluster: Cluster) => !isSameSpeaker(first, cluster);
  if (clusters.slice(0, last + 1).some(isOther)) return clusters;
  const other =
    clusters.find((cluster) => isOther(cluster) && cluster.quotation.kind === 'direct') ??
    clusters.find(isOther);
  if (other === undefined) return clusters;
  return [first, other, ...clusters.slice(1).filter((cluster) => cluster !== other)];
}
