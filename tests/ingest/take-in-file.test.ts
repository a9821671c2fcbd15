import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachedFile, FetchedFile } from '../../src/domain/command.ts';
import type { Reader } from '../../src/domain/scope.ts';
import { isStub } from '../../src/domain/stub.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { createFileIntake } from '../../src/ingest/take-in-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { problemOf } from '../problem-of.ts';
import { newsPage, paragraphs } from './page/pages.ts';

const now = Date.UTC(2026, 1, 4, 9);
const clock = { now: () => now };
const inGuild: Reader = { personId: '7', guildId: '1' };
const inPrivate: Reader = { personId: '7' };
const words = paragraphs.join('\n');

const { readDocument, close } = createReadingPool({ timeMs: 20_000 });
afterAll(close);

let store: Awaited<ReturnType<typeof openStore>>;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', clock);
});
afterEach(async () => {
  await store.close();
});

/** Hands in a file whose bytes are what `fetched` gives, and counts the fetches. */
function handIn(
  fetched: FetchedFile | string | Uint8Array,
  file: Partial<AttachedFile> = {},
  reader = inGuild,
) {
  const bytes = typeof fetched === 'string' ? Buffer.from(fetched) : fetched;
  const answer = 'ok' in bytes ? bytes : ({ ok: true, bytes } as const);
  const asked: number[] = [];
  const takeIn = createFileIntake({
    articles: store.articles,
    clock,
    readDocument,
    takeFile: () => 0,
    fetchFile: async (_, limitBytes) => {
      asked.push(limitBytes);
      return answer;
    },
  });
  const attached = { name: 'ferry.txt', url: 'https://cdn.example/ferry.txt', sizeBytes: 1000, ...file };
  return { taken: takeIn(attached, reader), asked };
}

describe('an attached file', () => {
  it('becomes a stored article of the guild, named by its file and gone after 24 hours', async () => {
    const article = await handIn(words).taken;
    expect(article).toMatchObject({
      source: 'ferry.txt',
      scope: 'guild:1',
      raw: words,
      text: paragraphs.join('\n\n'),
      storedAt: now,
      expiresAt: now + 24 * 60 * 60 * 1000,
      version: 1,
    });
    expect(await store.articles.get(article.id, ['public', 'person:7'])).toBeUndefined();
    expect(await store.articles.get(article.id, ['guild:1'])).toEqual(article);
  });

  it('is the person’s alone in a direct message', async () => {
    expect((await handIn(words, {}, inPrivate).taken).scope).toBe('person:7');
  });

  it('is one article however often it is handed in', async () => {
    const first = await handIn(words).taken;
    const second = await handIn(words).taken;
    expect(second.id).toBe(first.id);
    expect(await store.articles.count(['guild:1'])).toBe(1);
  });

  it.each([
    ['by its name', { name: 'Saved.HTM' }],
    ['by its content type', { name: 'saved', contentType: 'text/html; charset=utf-8' }],
    ['by what it holds', { name: 'saved.txt' }],
  ])('is read as a page %s, and is named as the page names itself', async (_, file) => {
    const head =
      '<meta property="og:site_name" content="The Brannoch Bell"><link rel="canonical" href="https://bell.example/a">';
    expect(await handIn(newsPage({ head }), file).taken).toMatchObject({
      source: 'The Brannoch Bell',
      title: 'Night ferry to Sula will stop',
      url: 'https://bell.example/a',
      raw: words,
    });
  });

  it('is read in the charset its content type names', async () => {
    const bytes = Buffer.from(`Zo\xeb Marr left. ${'She did not come back. '.repeat(3)}`, 'latin1');
    const article = await handIn(bytes, { contentType: 'text/plain; charset=iso-8859-1' }).taken;
    expect(article.text).toContain('Zoë Marr left.');
  });

  it('is kept though it has two sentences only', async () => {
    const short = 'The ferry to Sula will stop at night. Islanders are angry.';
    const article = await handIn(short).taken;
    expect([article.text, isStub(article)]).toEqual([short, true]);
  });

  it('is not fetched when it is said to be larger than 5 MB', async () => {
    const { taken, asked } = handIn(words, { sizeBytes: 5 * 1024 * 1024 + 1 });
    expect(await problemOf(taken)).toEqual({ code: 'tooLarge', name: 'ferry.txt', limitMb: 5 });
    expect(asked).toEqual([]);
  });

  const name = 'ferry.txt';
  const tooLarge = { code: 'tooLarge', name, limitMb: 5 };
  const refused: readonly [string, FetchedFile | string | Uint8Array, object][] = [
    ['cannot be fetched', { ok: false, reason: 'unreachable' }, { code: 'fileUnreachable', name }],
    ['turns out too large', { ok: false, reason: 'too-large' }, tooLarge],
    ['comes larger than asked for', new Uint8Array(5 * 1024 * 1024 + 1).fill(97), tooLarge],
    ['has more than 300,000 characters', 'The board met again. '.repeat(15_000), tooLarge],
    ['has no bytes', '', { code: 'emptyText', name }],
    ['has only white space', ' \n\n ', { code: 'emptyText', name }],
    ['is a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), { code: 'notText', name }],
    [
      'is a page without an article',
      '<html><body><a href="/">Home</a></body></html>',
      { code: 'emptyText', name },
    ],
  ];
  it.each(refused)('is refused when it %s', async (_, fetched, problem) => {
    expect(await problemOf(handIn(fetched).taken)).toEqual(problem);
    expect(await store.articles.count(['guild:1'])).toBe(0);
  });

  it('is not even fetched where the person has handed in too many', async () => {
    let fetches = 0;
    const takeIn = createFileIntake({
      articles: store.articles,
      clock,
      readDocument,
      takeFile: (personId) => (personId === inGuild.personId ? 90_000 : 0),
      async fetchFile() {
        fetches += 1;
        return { ok: false, reason: 'unreachable' };
      },
    });
    const taken = takeIn({ name, url: 'https://cdn.example/a', sizeBytes: 9 }, inGuild);
    expect(await problemOf(taken)).toEqual({ code: 'tooManyFiles', minutes: 2 });
    expect(fetches).toBe(0);
  });

  it('leaves a fault of the fetcher a fault', async () => {
    const fault = new Error('no sockets left');
    const takeIn = createFileIntake({
      articles: store.articles,
      clock,
      readDocument,
      takeFile: () => 0,
      fetchFile: () => Promise.reject(fault),
    });
    await expect(takeIn({ name, url: 'https://cdn.example/a', sizeBytes: 9 }, inGuild)).rejects.toBe(fault);
  });
});
