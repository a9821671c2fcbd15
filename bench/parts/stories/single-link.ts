import type { DatedArticle } from '../../../src/story/cluster-stories.ts';

/** Articles taken for one story. */
export interface Group {
  readonly articleIds: readonly string[];
}

interface Link {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
}

const windowMs = 5 * 86_400_000;
/** Below it no threshold is worth trying. */
const leastLikeness = 0.02;

type Terms = ReadonlyMap<string, number>;

/** How often each word is written; one that is written with a capital is worth two. */
function countTerms({ title, text }: DatedArticle): Terms {
  const counts = new Map<string, number>();
  for (const [word] of `${title}. ${text}`.matchAll(/[\p{L}\p{N}]+/gu)) {
    const small = word.toLowerCase();
    counts.set(small, (counts.get(small) ?? 0) + (small === word ? 1 : 2));
  }
  return counts;
}

/** tf-idf among the articles themselves, of length 1. */
function weigh(counts: readonly Terms[]): readonly Terms[] {
  const having = new Map<string, number>();
  for (const term of counts.flatMap((of) => [...of.keys()])) having.set(term, (having.get(term) ?? 0) + 1);
  return counts.map((of) => {
    const weights = [...of].map(
      ([term, count]) =>
        [term, (1 + Math.log(count)) * Math.log(counts.length / (having.get(term) ?? 1))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
}

function cosine(one: Terms, other: Terms): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}

function linksOf(articles: readonly DatedArticle[]): readonly Link[] {
  const vectors = weigh(articles.map(countTerms));
  return vectors.flatMap((vector, one) =>
    vectors.slice(0, one).flatMap((earlier, other) => {
      const gap = Math.abs((articles[one]?.publishedAt ?? 0) - (articles[other]?.publishedAt ?? 0));
      const likeness = gap > windowMs ? 0 : cosine(vector, earlier);
      return likeness < leastLikeness ? [] : [{ one, other, likeness }];
    }),
  );
}

/**
 * What one reaches for first: tf-idf with names counted double, two articles of five days one story from a likeness
 * on, and whatever hangs together one story. Answers the groups for any such likeness.
 */
export function singleLink(articles: readonly DatedArticle[]): (enough: number) => readonly Group[] {
  const links = linksOf(articles);
  return (enough) => {
    const parents = articles.map((_, index) => index);
    const rootOf = (index: number): number => {
      const parent = parents[index] ?? index;
      return parent === index ? index : rootOf(parent);
    };
    for (const { one, other, likeness } of links)
      if (likeness >= enough) parents[rootOf(one)] = rootOf(other);
    const groups = Map.groupBy(articles.keys(), rootOf);
    return [...groups.values()].map((members) => ({
      articleIds: members.flatMap((index) => articles[index]?.id ?? []),
    }));
  };
}
