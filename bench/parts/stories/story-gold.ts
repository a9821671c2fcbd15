import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DatedArticle } from '../../../src/story/cluster-stories.ts';

const folder = new URL('../../../data/gold-stories/', import.meta.url);

const eventSchema = z.strictObject({
  /** The methods are fitted on the tuning half only. */
  half: z.enum(['tuning', 'held-out']),
  /** Other events that are easily taken for this one. */
  lookAlike: z.array(z.string()),
  articles: z.array(
    z.strictObject({
      source: z.string(),
      publishedAt: z.iso.datetime(),
      title: z.string(),
      /** The place among the event's articles of the one whose text this is, cut or under another headline. */
      copyOf: z.int().optional(),
      body: z.array(z.string()),
    }),
  ),
});

/** An article of ours, and the event that it is about. */
export interface GoldArticle extends DatedArticle {
  readonly event: string;
  readonly half: 'tuning' | 'held-out';
  /** How many articles are about it. */
  readonly eventSize: number;
  readonly copyOf?: string;
}

export const goldArticles: readonly GoldArticle[] = readdirSync(folder)
  .toSorted()
  .flatMap((file) => {
    const event = file.replace(/\.json$/, '');
    const { half, articles } = readEvent(file);
    return articles.map(({ title, body, publishedAt, copyOf }, place) => ({
      id: `${event}/${place}`,
      event,
      half,
      title,
      text: body.join('\n\n'),
      publishedAt: Date.parse(publishedAt),
      eventSize: articles.length,
      ...(copyOf !== undefined && { copyOf: `${event}/${copyOf}` }),
    }));
  });

/** Pairs of events that are easily taken for one. */
export const lookAlikes: readonly (readonly [string, string])[] = readdirSync(folder).flatMap((file) => {
  const event = file.replace(/\.json$/, '');
  return readEvent(file)
    .lookAlike.filter((other) => event < other)
    .map((other): [string, string] => [event, other]);
});

function readEvent(file: string): z.infer<typeof eventSchema> {
  return eventSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
}

/** Changes with any change of the gold. */
export const goldHash = (): string => createHash('sha256').update(JSON.stringify(goldArticles)).digest('hex');

const manyArticles = 8;

/** A half of the gold: the events with many articles, or those with few. */
export const goldOf = (half: GoldArticle['half'], isLarge: boolean): readonly GoldArticle[] =>
  goldArticles.filter((article) => article.half === half && article.eventSize >= manyArticles === isLarge);
