import { z } from 'zod';
import type { ReadEntry, ReadFeed } from '../parts/ingest/score-feeds.ts';

/** It gives objects where an element has attributes. */
const text = z
  .union([z.string(), z.looseObject({ _: z.string() }).transform(({ _: inside }) => inside)])
  .optional()
  .catch(undefined);

const item = z
  .looseObject({
    title: text,
    link: text,
    guid: text,
    id: text,
    'rdf:about': text,
    isoDate: text,
    pubDate: text,
    summary: text,
    content: text,
    'content:encoded': text,
  })
  .transform((given): ReadEntry => {
    const encoded = given['content:encoded'];
    return {
      title: given.title,
      link: given.link,
      id: given.guid ?? given.id ?? given['rdf:about'],
      published: given.isoDate ?? given.pubDate,
      updated: undefined,
      summary: given.summary ?? (encoded === undefined ? undefined : given.content),
      content: encoded ?? given.content,
    };
  });

const feed = z.looseObject({ title: text, link: text, items: z.array(item).default([]) });

/** What rss-parser found, in the words of the bench. */
export function readRssParser(answer: unknown): ReadFeed {
  const { title, link, items } = feed.parse(answer);
  return { title, link, entries: items };
}
