import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgress } from '../../src/cli/store/progress.ts';
import { runStoreCall } from '../../src/cli/store/run-store.ts';
import { readStoreCall } from '../../src/cli/store/store-call.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeFolder } from '../end-to-end/bot.ts';
import { everyone, newArticle, newDigest } from '../store/bench.ts';

const clock = { now: Date.now };
const guild = '100000000000000001';
const person = '200000000000000002';

let folder: Awaited<ReturnType<typeof makeFolder>>;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

async function run(words: readonly string[]) {
  const call = readStoreCall(words);
  if (call.kind === 'help') throw new Error('nothing is to be done');
  const lines: string[] = [];
  const status = await runStoreCall(call, {
    storeUrl: folder.storeUrl,
    retention: { days: 90, articles: 300_000 },
    clock,
    terminal: { write: async (line) => void lines.push(line), note: (line) => void lines.push(line) },
    progress: createProgress(new PassThrough(), clock),
    input: new PassThrough(),
    output: new PassThrough(),
    signal: new AbortController().signal,
  });
  return { status, lines };
}

describe('the tool of the store, asked to forget', () => {
  it('removes what is one server’s or one person’s own, and nothing else', async () => {
    const store = await openStore(folder.storeUrl, clock);
    const kept = newArticle();
    await store.articles.putAll([
      kept,
      newArticle({ scope: `guild:${guild}` }),
      newArticle({ scope: `person:${person}` }),
    ]);
    await store.digests.add(newDigest({ guildId: guild, createdBy: person }));
    const forgotten = await run(['forget', 'person', person]);
    expect(forgotten).toEqual({
      status: 0,
      lines: ['1 article removed', '1 digest and 0 followed feeds no longer say who made them'],
    });
    expect((await store.digests.list(guild)).map(({ createdBy }) => createdBy)).toEqual(['']);
    expect((await run(['forget', 'guild', guild])).lines).toEqual([
      '1 article removed',
      '1 digest and 0 followed feeds removed',
    ]);
    expect(await store.digests.list(guild)).toEqual([]);
    expect(await store.articles.count([...everyone, `guild:${guild}`, `person:${person}`])).toBe(1);
    expect(await store.articles.get(kept.id, everyone)).toBeDefined();
    await store.close();
  });

  it.each([
    [['forget'], 'forget needs whose: guild ID, or person ID'],
    [['forget', 'guild'], 'forget needs whose'],
    [['forget', 'server', guild], 'say guild ID, or person ID'],
    [['forget', 'guild', 'all'], 'all is not a Discord id'],
  ])('refuses %s', (words, problem) => {
    expect(() => readStoreCall(words)).toThrow(UsageError);
    expect(() => readStoreCall(words)).toThrow(problem);
  });
});
