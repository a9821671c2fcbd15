import { z } from 'zod';
import type { ReadEntry, ReadFeed } from '../parts/ingest/score-feeds.ts';

const text = z.string().optional().catch(undefined);
const construct = z
  .looseObject({ value: text })
  .optional()
  .catch(undefined)
  .transform((given) => given?.value);
const links = z
  .array(z.looseObject({ href: text, rel: text }))
  .default([])
  .transform((all) => all.find(({ rel }) => rel === undefined || rel === 'alternate')?.href);
const firstOf = z
  .array(z.string())
  .default([])
  .transform((all) => all[0]);
const dublinCore = z.looseObject({ dates: firstOf }).optional();

const rssItem = z
  .looseObject({
    title: text,
    link: text,
    description: text,
    pubDate: text,
    guid: z.looseObject({ value: text, isPermaLink: z.boolean().optional() }).optional(),
    rdf: z.looseObject({ about: text }).optional(),
    dc: dublinCore,
    content: z.looseObject({ encoded: text }).optional(),
    atom: z.looseObject({ updated: text, links }).optional(),
  })
  .transform((item): ReadEntry => {
    const { title, link, description, pubDate, guid, rdf, dc, content, atom } = item;
    const permanent = guid?.isPermaLink === false ? undefined : guid?.value;
    return {
      title,
      link: link ?? atom?.links ?? permanent,
      id: guid?.value ?? rdf?.about,
      published: pubDate ?? dc?.dates,
      updated: atom?.updated,
      summary: description,
      content: content?.encoded,
    };
  });

const atomEntry = z
  .looseObject({
    id: text,
    title: construct,
    links,
    published: text,
    updated: text,
    summary: construct,
    content: construct,
  })
  .transform(({ links: link, ...entry }): ReadEntry => ({ ...entry, link }));

const jsonItem = z
  .looseObject({
    id: text,
    url: text,
    title: text,
    date_published: text,
    date_modified: text,
    summary: text,
    content_html: text,
    content_text: text,
  })
  .transform(
    (item): ReadEntry => ({
      title: item.title,
      link: item.url,
      id: item.id,
      published: item.date_published,
      updated: item.date_modified,
      summary: item.summary,
      content: item.content_html ?? item.content_text,
    }),
  );

const rss = z.looseObject({ title: text, link: text, items: z.array(rssItem).default([]) });
const parsed = z.discriminatedUnion('format', [
  z.looseObject({ format: z.literal('rss'), feed: rss }),
  z.looseObject({ format: z.literal('rdf'), feed: rss }),
  z.looseObject({
    format: z.literal('atom'),
    feed: z.looseObject({ title: construct, links, entries: z.array(atomEntry).default([]) }),
  }),
  z.looseObject({
    format: z.literal('json'),
    feed: z.looseObject({ title: text, home_page_url: text, items: z.array(jsonItem).default([]) }),
  }),
]);

/** What feedsmith found, in the words of the bench: of each field whatever it has, wherever it has it. */
export function readFeedsmith(answer: unknown): ReadFeed {
  const { format, feed } = parsed.parse(answer);
  if (format === 'atom') return { title: feed.title, link: feed.links, entries: feed.entries };
  if (format === 'json') return { title: feed.title, link: feed.home_page_url, entries: feed.items };
  return { title: feed.title, link: feed.link, entries: feed.items };
}
