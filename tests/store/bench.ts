import type { Article, NewArticle } from '../../src/domain/article.ts';
import { type Digest, usualDigest } from '../../src/domain/digest.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Store, StoreOptions } from '../../src/store/store.ts';
import { createCounter } from '../counter.ts';

/** A store under test. */
export interface StoreBench {
  /** Another handle on the same data at each call. Handles are closed by `clean`. */
  open(options?: StoreOptions): Promise<Store>;
  /** The store's clock; tests move it. */
  readonly clock: { now(): number; at: number };
  /** Its address, for other processes. */
  readonly url: string;
  /** All that is in the database, as its operator sees it, in small letters. */
  dump(): Promise<string>;
  /** What is wrong in the database, by its own checks and by what must hold between its tables. */
  flaws(): Promise<readonly unknown[]>;
  clean(): Promise<void>;
  /** How many of so many runs of a property are worth their time. */
  runs(many: number): number;
}

export const dayMs = 24 * 60 * 60 * 1000;
export const start: number = Date.UTC(2026, 9, 5, 8);
export const everyone: readonly Scope[] = ['public'];

const count = createCounter();

/** An article unlike the others made before; what a test is about is given. */
export function newArticle(given: Partial<NewArticle> = {}): NewArticle {
  const made = count();
  const text = given.text ?? `The harbour of Sula was quiet on day ${made}.`;
  return {
    id: `article-${made}`.padEnd(22, '_'),
    title: `Harbour notes ${made}`,
    source: 'The Brannoch Bell',
    publishedAt: start + made * 60_000,
    scope: 'public',
    topics: [],
    raw: text,
    text,
    runs: [{ cleanStart: 0, cleanEnd: text.length, rawStart: 0, rawEnd: text.length }],
    removals: [],
    pullQuotes: [],
    storedAt: start + made * 60_000,
    ...given,
  };
}

/** A digest unlike the others made before, due at its `nextRunAt`. */
export function newDigest(given: Partial<Digest> = {}): Digest {
  const made = count();
  return {
    ...usualDigest,
    id: `digest-${made}`,
    guildId: '100',
    channelId: '200',
    name: 'News',
    times: ['08:00'],
    days: [1, 2, 3, 4, 5],
    timezone: 'Europe/London',
    topics: ['ferries', 'schools'],
    createdBy: '300',
    createdAt: start + made,
    nextRunAt: start,
    ...given,
  };
}

/** The article as it is read back when it was stored once. */
export function firstVersion(article: NewArticle): Article {
  return { ...article, version: 1 };
}

export const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
