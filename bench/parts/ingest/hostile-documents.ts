import type { InputDocument } from './documents.ts';

/** Made to break a reader; none is longer than the 5 MB that the bot fetches of anything. */
export type HostileDocuments = Readonly<Record<string, InputDocument>>;

const rss = (inside: string): string =>
  `<rss version="2.0"><channel><title>x</title>${inside}</channel></rss>`;
const rssItem = (inside: string): string => rss(`<item><title>ok</title>${inside}</item>`);

const entities = Array.from(
  { length: 12 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
);

const feeds: Readonly<Record<string, string>> = {
  '170,000 entries': rss('<item><title>a</title></item>'.repeat(170_000)),
  'a million entries of JSON': `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[${'{},'.repeat(999_999)}{}]}`,
  '600,000 elements inside one another': rssItem(`${'<a>'.repeat(600_000)}${'</a>'.repeat(600_000)}`),
  'a million elements without ends': rssItem(`<description>${'<a>'.repeat(1_000_000)}`),
  'entities that grow tenfold, twelve times': `<!DOCTYPE x [<!ENTITY l0 "ha">${entities.join('')}]>${rssItem('<description>&l12;</description>')}`,
  'an entity of 1,000 characters, a million times': `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1000)}">]>${rssItem(`<description>${'&a;'.repeat(1_000_000)}</description>`)}`,
  'a million signs, escaped': rssItem(`<description>${'&lt;'.repeat(1_000_000)}</description>`),
  'signs without tags': rssItem(`<description>${'<'.repeat(4_900_000)}`),
  'attributes without values': `<rss ${'a '.repeat(2_400_000)}>`,
  'sections without ends': rssItem('<description><![CDATA['.repeat(220_000)),
};

const sentence =
  'The harbour board said on Tuesday that the last boat will go at nine in the evening from March on.';
const article = `<p>${sentence}</p>`.repeat(6);
const inPage = (inside: string): string =>
  `<!doctype html><html><head><title>x</title></head><body>${inside}</body></html>`;

const pages: Readonly<Record<string, string>> = {
  '200,000 links behind the article': inPage(`${article}${'<a href="/a">More</a> '.repeat(200_000)}`),
  '100,000 elements around the article': inPage(`${'<div>'.repeat(100_000)}${article}`),
  'tables in tables, 20,000 deep': inPage(`${'<table><tr><td>'.repeat(20_000)}${article}`),
  'a sentence 250,000 times': inPage(`<p>${'The board met again. '.repeat(230_000)}</p>`),
  '5 MB of one attribute': inPage(`<p title="${'a'.repeat(4_900_000)}">x</p>${article}`),
};

const asDocuments = (written: Readonly<Record<string, string>>, contentType: string): HostileDocuments =>
  Object.fromEntries(
    Object.entries(written).map(([name, text]) => [
      name,
      { bytes: Buffer.from(text), contentType, url: 'https://hostile.example/news/1' },
    ]),
  );

export const hostileFeeds = (): HostileDocuments => asDocuments(feeds, 'application/xml; charset=utf-8');
export const hostilePages = (): HostileDocuments => asDocuments(pages, 'text/html; charset=utf-8');
