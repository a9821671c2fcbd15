import { z } from 'zod';
import { decodeText } from '../../src/ingest/decode.ts';
import { wordsOf } from '../../src/ingest/html-words.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import type { InputDocument } from '../parts/ingest/documents.ts';
import { loadPeer } from '../parts/peers.ts';

/** The article of a page as text; empty where there is none. */
export type PageReader = (page: InputDocument) => string | Promise<string>;

/** Functions of the peers are taken at their word; what they answer is checked. */
const callable = z.custom<(...args: readonly unknown[]) => unknown>((value) => typeof value === 'function');
const answerSchema = z.looseObject({ content: z.string().nullish() }).nullish();

/** All are given the same text of the page. */
function htmlOf({ bytes, contentType }: InputDocument): string {
  const decoding = decodeText(bytes, { contentType });
  return decoding.ok ? decoding.text : '';
}

/** The peers answer with HTML; its words are taken from it alike. */
function wordsOfAnswer(answer: unknown): string {
  return wordsOf(answerSchema.parse(answer)?.content ?? '');
}

/** Its windows do not tell that they have one. */
const windowOf = z.custom<{ readonly document: unknown }>((value) => value !== null && value !== undefined);

async function linkedom() {
  const { parseHTML } = await loadPeer('linkedom', z.object({ parseHTML: callable }));
  return (html: string) => windowOf.parse(parseHTML(html)).document;
}

/** Loaded one at a time, each in its own process. */
export const pageReaders = {
  Standfirst: async () => {
    const { readPage } = await import('../../src/ingest/page/read-page.ts');
    return (page) => readPage(htmlOf(page))?.text ?? '';
  },
  'Standfirst, as the bot reads': async () => {
    const pool = createReadingPool();
    return async (page) => {
      const about = { kind: 'page', source: 'bench', scope: 'public', storedAt: Date.now() } as const;
      const reading = await pool.readDocument({ ...about, raw: htmlOf(page) });
      if (reading.ok) return reading.article.raw;
      if (reading.reason === 'no-article') return '';
      throw new Error(reading.reason);
    };
  },
  'readability on linkedom': async () => {
    const parse = await linkedom();
    const { Readability } = await loadPeer(
      '@mozilla/readability',
      z.object({
        Readability: z.custom<new (document: unknown) => { parse(): unknown }>(
          (value) => typeof value === 'function',
        ),
      }),
    );
    return (page) => wordsOfAnswer(new Readability(parse(htmlOf(page))).parse());
  },
  'article-extractor': async () => {
    const { extractFromHtml } = await loadPeer(
      '@extractus/article-extractor',
      z.object({ extractFromHtml: callable }),
    );
    return async (page) => wordsOfAnswer(await extractFromHtml(htmlOf(page), page.url));
  },
  'defuddle on linkedom': async () => {
    const parse = await linkedom();
    const { Defuddle } = await loadPeer('defuddle/node', z.object({ Defuddle: callable }));
    // Otherwise it asks the web about what it does not find on the page.
    const options = { useAsync: false };
    return async (page) => wordsOfAnswer(await Defuddle(parse(htmlOf(page)), page.url, options));
  },
} as const satisfies Readonly<Record<string, () => Promise<PageReader>>>;

export type PageReaderName = keyof typeof pageReaders;
