import { type CopySketch, isNearCopy } from './near-copies.ts';
import type { StoryTerms } from './story-terms.ts';
import { likeness, type StoryVector, toVector } from './story-vector.ts';
import { createTermCounts, type TermCounts } from './term-counts.ts';

/** An article that newer ones are compared with. */
export interface WindowArticle {
  readonly id: string;
  /** Counts up in order of arrival. */
  readonly place: number;
  readonly publishedAt: number;
  readonly arrivedAt: number;
  /** The numbers of all its terms. */
  readonly counted: Uint32Array;
  readonly vector: StoryVector;
  readonly sketch: CopySketch;
  /** Likenesses already worked out to articles that came before, by their places. */
  readonly known: Map<number, number>;
  /** What it shares with the article whose nearest are being looked for; 0 at any other time. */
  shared: number;
}

interface Incoming extends Pick<WindowArticle, 'id' | 'publishedAt' | 'arrivedAt' | 'sketch'> {
  readonly terms: StoryTerms;
}

/** The articles of the last days, findable by what they are about. */
export interface StoryWindow {
  add(incoming: Incoming): WindowArticle;
  remove(id: string): void;
  get(id: string): WindowArticle | undefined;
  count(): number;
  /** Those that share most with an article, best first. */
  nearest(article: WindowArticle): readonly WindowArticle[];
  /** How much two speak of one event, days between them counted against it. */
  likeness(one: WindowArticle, other: WindowArticle): number;
  /** Takes out, and answers, what arrived before the time, and the oldest where there are too many. */
  leave(before: number): readonly WindowArticle[];
}

const dayMs = 86_400_000;
const mostArticles = 20_000;
/** Terms of an article by which others are looked up, heaviest first. */
const askedTerms = 32;
/** Of a term that stands out in many articles, only the newest are looked at. */
const mostOfTerm = 400;
const nearestCount = 40;
/** Each day between two articles takes about this share of their likeness. */
const dailyLoss = 0.04;
/** From here on two may be of one event, if others lie between them. */
export const worthALook = 0.02;
/** Of copies; an agency's text may name too little for its likeness to say so. */
const likenessOfCopies = 1;
/** Terms count by the rarity in this power: what few articles have tells events apart. */
const sharpness = 1.5;
/** A form that is filled in anew names other things. */
export const leastLikenessOfCopies = 0.2;
/** What an article remembers of others; the rest is worked out again. */
const mostKnown = 64;

/** How rare terms are is counted in the window itself, unless the caller knows better. */
export function createStoryWindow(windowMs: number, rarity?: TermCounts['rarity']): StoryWindow {
  const articles = new Map<string, WindowArticle>();
  /** In which articles a term is among the heaviest, oldest first. */
  const postings = new Map<number, WindowArticle[]>();
  const counts = createTermCounts();
  let places = 0;

  const remove = (id: string): void => {
    const article = articles.get(id);
    if (article === undefined) return;
    articles.delete(id);
    counts.remove(article.counted);
    for (const term of article.vector.heaviest) takeFrom(postings, term, article);
  };

  return {
    add(incoming) {
      remove(incoming.id);
      const article = toArticle(incoming, places++, counts, rarity ?? counts.rarity);
      articles.set(article.id, article);
      for (const term of article.vector.heaviest) {
        const posting = postings.get(term);
        if (posting === undefined) postings.set(term, [article]);
        else posting.push(article);
      }
      return article;
    },
    remove,
    get: (id) => articles.get(id),
    count: () => articles.size,
    nearest: (article) => nearestBy(article, postings),
    likeness: (one, other) => knownLikeness(one, other, windowMs),
    leave(before) {
      const leaving: WindowArticle[] = [];
      for (const article of articles.values()) {
        const isLeaving = article.arrivedAt < before || articles.size - leaving.length > mostArticles;
        if (!isLeaving) break;
        leaving.push(article);
      }
      for (const { id } of leaving) remove(id);
      return leaving;
    },
  };
}

function toArticle(
  { id, publishedAt, arrivedAt, sketch, terms }: Incoming,
  place: number,
  counts: TermCounts,
  rarity: TermCounts['rarity'],
): WindowArticle {
  const counted = counts.add(terms.keys());
  const weighed = [...terms].map(([term, weight], index) => ({
    term: counted[index] ?? 0,
    weight: weight * rarity(term) ** sharpness,
  }));
  return {
    id,
    place,
    publishedAt,
    arrivedAt,
    counted,
    vector: toVector(weighed),
    sketch,
    known: new Map(),
    shared: 0,
  };
}

function takeFrom(postings: Map<number, WindowArticle[]>, term: number, article: WindowArticle): void {
  const posting = postings.get(term);
  const index = posting?.indexOf(article) ?? -1;
  if (index !== -1) posting?.splice(index, 1);
  if (posting?.length === 0) postings.delete(term);
}

function nearestBy(
  article: WindowArticle,
  postings: ReadonlyMap<number, readonly WindowArticle[]>,
): readonly WindowArticle[] {
  const { heaviest, pulls } = article.vector;
  const sharing: WindowArticle[] = [];
  heaviest.subarray(0, askedTerms).forEach((term, rank) => {
    const weight = pulls[rank] ?? 0;
    const posting = postings.get(term) ?? [];
    for (let index = Math.max(0, posting.length - mostOfTerm); index < posting.length; index += 1) {
      const other = posting[index];
      if (other === undefined || other === article) continue;
      if (other.shared === 0) sharing.push(other);
      other.shared += weight;
    }
  });
  const best = firstOf(sharing, nearestCount);
  for (const other of sharing) other.shared = 0;
  return best;
}

/** The first of many, as sorting would give them; of equal ones the newer. */
function firstOf(sharing: readonly WindowArticle[], count: number): readonly WindowArticle[] {
  const first: WindowArticle[] = [];
  for (const article of sharing) {
    const last = first[count - 1];
    if (last !== undefined && !isNearer(article, last)) continue;
    const place = first.findLastIndex((other) => isNearer(other, article)) + 1;
    first.splice(place, 0, article);
    if (first.length > count) first.pop();
  }
  return first;
}

const isNearer = (one: WindowArticle, other: WindowArticle): boolean =>
  one.shared > other.shared || (one.shared === other.shared && one.place > other.place);

function knownLikeness(one: WindowArticle, other: WindowArticle, windowMs: number): number {
  const [older, newer] = one.place < other.place ? [one, other] : [other, one];
  const known = newer.known.get(older.place);
  if (known !== undefined) return known;
  const gap = Math.abs(older.publishedAt - newer.publishedAt);
  const alike = gap > windowMs ? 0 : likeness(older.vector, newer.vector) * (1 - dailyLoss) ** (gap / dayMs);
  const found =
    alike >= leastLikenessOfCopies && isNearCopy(older.sketch, newer.sketch) ? likenessOfCopies : alike;
  if (newer.known.size >= mostKnown) newer.known.clear();
  newer.known.set(older.place, found);
  return found;
}
