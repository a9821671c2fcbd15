import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { NewArticle } from '../../../src/domain/article.ts';
import { topicsOf } from '../../../src/story/topics.ts';
import { createRandom } from '../numbers.ts';

const folder = new URL('../../../data/', import.meta.url);

const eventSchema = z.object({
  articles: z.array(
    z.object({
      source: z.string(),
      publishedAt: z.iso.datetime(),
      title: z.string(),
      copyOf: z.int().optional(),
      body: z.array(z.string()),
    }),
  ),
});

const setSchema = z.strictObject({
  name: z.string(),
  /** What is chosen by is fitted on the tuning half only. */
  half: z.enum(['tuning', 'held-out']),
  /** Weekdays of the digest; daily where there are none. */
  days: z.array(z.int()).optional(),
  asks: z.strictObject({
    topics: z.array(z.string()).optional(),
    words: z.array(z.string()).optional(),
    exceptWords: z.array(z.string()).optional(),
  }),
  stories: z.array(
    z.strictObject({
      event: z.string(),
      /** So many of the event's articles have come. */
      articles: z.int(),
      /** How long ago the last of them came. */
      hoursAgo: z.number(),
      /** What a careful editor gives: 3 must be in the digest, 2 should, 1 could, 0 does not belong there. */
      grade: z.int().min(0).max(3),
    }),
  ),
});

/** A digest, what has come in before it, and what an editor would tell of that. */
export type DigestSet = z.infer<typeof setSchema>;

export const digestSets: readonly DigestSet[] = z
  .array(setSchema)
  .parse(JSON.parse(readFileSync(new URL('gold-digests/digests.json', folder), 'utf8')));

const hourMs = 60 * 60 * 1000;
/** An event's articles come one after the other. */
const betweenMs = 0.7 * hourMs;

const articleId = (event: string, place: number): string => `${event}-${place}`.padEnd(22, '_').slice(-40);

/** The articles of a set's events, by event, each the first of its story. */
export function articlesOf(
  { stories }: DigestSet,
  at: number,
): ReadonlyMap<string, readonly (NewArticle & { readonly copyOf?: string })[]> {
  return new Map(
    stories.map(({ event, articles: count, hoursAgo }) => {
      const { articles } = eventSchema.parse(
        JSON.parse(readFileSync(new URL(`gold-stories/${event}.json`, folder), 'utf8')),
      );
      const come = articles
        .map((article, place) => ({ ...article, place }))
        .toSorted((one, other) => one.publishedAt.localeCompare(other.publishedAt))
        .slice(0, count);
      const made = come.map(({ title, body, source, place, copyOf }, turn) => {
        const text = body.join('\n\n');
        const publishedAt = Math.round(at - hoursAgo * hourMs - (come.length - 1 - turn) * betweenMs);
        const article: NewArticle = {
          id: articleId(event, place),
          title: title === '' ? text.slice(0, 60) : title,
          source,
          publishedAt,
          storedAt: publishedAt + 60_000,
          scope: 'public',
          topics: topicsOf(title, text, []),
          raw: text,
          text,
          runs: [{ cleanStart: 0, cleanEnd: text.length, rawStart: 0, rawEnd: text.length }],
          removals: [],
          pullQuotes: [],
        };
        const isCopy = copyOf !== undefined && come.some((other) => other.place === copyOf);
        return isCopy ? { ...article, copyOf: articleId(event, copyOf) } : article;
      });
      return [event, made] as const;
    }),
  );
}

const gainOf = (grade: number): number => 2 ** grade - 1;

const sumOf = (grades: readonly number[], most: number): number =>
  grades.slice(0, most).reduce((sum, grade, place) => sum + gainOf(grade) / Math.log2(place + 2), 0);

/** How good an order is, from 0 to 1: the normalised discounted gain of its first ones. */
export function ndcg(grades: readonly number[], all: readonly number[], most: number): number {
  const best = sumOf(
    all.toSorted((one, other) => other - one),
    most,
  );
  return best === 0 ? 1 : sumOf(grades, most) / best;
}

/** The share of the first ones that should be there, of as many as could. */
export function precision(grades: readonly number[], all: readonly number[], most: number): number {
  const isGood = (grade: number) => grade >= 2;
  const possible = Math.min(most, all.filter(isGood).length);
  return possible === 0 ? 1 : grades.slice(0, most).filter(isGood).length / possible;
}

/** The list in a random order. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed);
  return list
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
