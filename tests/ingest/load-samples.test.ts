import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSamples } from '../../src/ingest/load-samples.ts';
import { openStore } from '../../src/store/open-store.ts';
import { paragraphs } from './page/pages.ts';

const clock = { now: () => Date.UTC(2026, 10, 24) };
const sample = {
  file: 'ferry.txt',
  title: 'Night ferry to Sula will stop',
  source: 'The Brannoch Bell',
  url: 'https://bell.example/sula-ferry',
  publishedAt: '2026-02-03T18:05:00Z',
  topics: ['transport'],
};

let store: Awaited<ReturnType<typeof openStore>>;
let folder: string;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', clock);
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  await writeFile(join(folder, 'ferry.txt'), paragraphs.join('\n'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const writeIndex = (index: unknown) => writeFile(join(folder, 'index.json'), JSON.stringify(index));

describe('the samples of a folder', () => {
  it('become public articles, once', async () => {
    await writeIndex([sample]);
    expect(await loadSamples(folder, store.articles, clock)).toBe(1);
    expect(await loadSamples(folder, store.articles, clock)).toBe(0);
    expect(await store.articles.getByUrl(sample.url, ['public'])).toMatchObject({
      title: sample.title,
      source: sample.source,
      publishedAt: Date.UTC(2026, 1, 3, 18, 5),
      topics: ['transport'],
      text: paragraphs.join('\n\n'),
    });
  });

  it.each([
    ['a file of another folder', { ...sample, file: '../secrets.txt' }, 'file'],
    ['a date in words', { ...sample, publishedAt: 'yesterday' }, 'publishedAt'],
    ['a property nobody knows', { ...sample, topic: 'transport' }, 'topic'],
    ['a missing file', { ...sample, file: 'boat.txt' }, 'boat.txt'],
  ])('are refused with %s', async (_, bad, said) => {
    await writeIndex([bad]);
    await expect(loadSamples(folder, store.articles, clock)).rejects.toThrow(said);
  });

  it('are all taken in of the folder that comes with the bot', async () => {
    const count = await loadSamples(new URL('../../data/articles/', import.meta.url), store.articles, clock);
    expect(count).toBeGreaterThan(0);
    expect(await store.articles.count(['public'])).toBe(count);
  });
});
