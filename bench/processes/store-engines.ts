import { createRequire } from 'node:module';
import { Keyv } from 'keyv';
import { z } from 'zod';
import type { NewArticle } from '../../src/domain/article.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What every engine is asked for; each answers how many it found. */
export interface StoreEngine {
  putAll(articles: readonly NewArticle[]): Promise<unknown>;
  /** Ten best of those that hold all of the words. */
  search(words: string): Promise<number>;
  /** Ten newest whose titles begin so. */
  titles(typed: string): Promise<number>;
  latest(): Promise<number>;
  get(id: string): Promise<number>;
  close(): Promise<void>;
}

const scopes = ['public'] as const;
const limit = 10;

/** The store of the bot. */
export async function openOurs(url: string, now: number): Promise<StoreEngine> {
  const { articles, close } = await openStore(url, { now: () => now });
  return {
    putAll: (several) => articles.putAll(several),
    search: async (words) => (await articles.search({ scopes, words, match: 'all', limit })).length,
    titles: async (typed) => (await articles.titles({ scopes, typed, limit })).length,
    latest: async () => (await articles.latest({ scopes, limit })).length,
    get: async (id) => ((await articles.get(id, scopes)) === undefined ? 0 : 1),
    close,
  };
}

interface Found {
  readonly id: string;
  readonly publishedAt: number;
}

interface Index {
  add(article: NewArticle): void;
  search(words: string, options?: { readonly fields: readonly string[]; readonly prefix: boolean }): Found[];
}

type IndexClass = new (options: object) => Index;

/** A peer's types are not installed with the project. */
const indexClass = z.custom<IndexClass>((value) => typeof value === 'function');

/** Articles in keyv and MiniSearch beside it, both in memory: what one reaches for who wants no SQL. */
export function openMiniSearch(): StoreEngine {
  const MiniSearch = indexClass.parse(createRequire(import.meta.url)('minisearch'));
  const keyv = new Keyv<NewArticle>();
  const index = new MiniSearch({
    fields: ['title', 'text'],
    storeFields: ['publishedAt'],
    searchOptions: { boost: { title: 5 }, combineWith: 'AND' },
  });
  const newest: Found[] = [];

  const read = async (ids: readonly string[]) => (await keyv.getMany([...ids])).filter(Boolean).length;

  return {
    async putAll(articles) {
      for (const article of articles) {
        await keyv.set(article.id, article);
        index.add(article);
        newest.push(article);
      }
    },
    search: (words) =>
      read(
        index
          .search(words)
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    titles: (typed) =>
      read(
        index
          .search(typed, { fields: ['title'], prefix: true })
          .toSorted((one, other) => other.publishedAt - one.publishedAt)
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    latest: () => read(newest.slice(-limit).map(({ id }) => id)),
    get: (id) => read([id]),
    close: async () => undefined,
  };
}
