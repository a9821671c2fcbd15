import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FoundFeed, ImportProgress } from '../../../src/domain/feed.ts';
import { readPacks } from '../../../src/ingest/follow/packs.ts';
import { problemOf } from '../../problem-of.ts';
import { regular, rss } from '../poll/feed-texts.ts';
import { type Answer, hourMs, minuteMs, startAt } from '../poll/polling.ts';
import { by, inGuild, setUpFeeds } from './following.ts';

const entries = regular(3, { newestAt: startAt - hourMs, gapMs: hourMs });
const feed: Answer = (_, response) => response.end(rss(entries));
const opml = (...addresses: readonly string[]) =>
  `<opml version="2.0"><head><title>Mine</title></head><body>${addresses.map((address) => `<outline type="rss" text="A feed" xmlUrl="${address}"/>`).join('')}</body></opml>`;

const found = (address: string, scope: FoundFeed['scope'] = 'public'): FoundFeed => ({
  address,
  scope,
  title: 'The Bell',
  entryCount: 3,
  newest: [],
});

async function all(progress: AsyncIterable<ImportProgress>): Promise<ImportProgress[]> {
  const steps: ImportProgress[] = [];
  for await (const step of progress) steps.push(step);
  return steps;
}

describe('a feed that is followed', () => {
  it('is asked for its entries, and is known the second time', async () => {
    const { feeds, polled, store } = await setUpFeeds({});
    expect(await feeds.follow(found('https://bell.example/feed'), { ...by, groups: ['News'] })).toBe('new');
    expect(await feeds.follow(found('https://bell.example/feed'), by)).toBe('known');
    const [followed] = await feeds.list('1');
    expect(followed?.feed.id).toMatch(/^[\w-]{22}$/);
    expect(followed?.subscription).toMatchObject({ guildId: '1', addedBy: '7', groups: ['News'] });
    expect(polled).toEqual([followed?.feed.id]);
    expect(await store.feeds.count('2')).toBe(0);
  });

  it('is one for all guilds, and one in each where its address carries a secret', async () => {
    const { feeds, store } = await setUpFeeds({});
    for (const guildId of ['1', '2']) {
      await feeds.follow(found('https://bell.example/feed'), { ...by, guildId });
      await feeds.follow(found('https://bell.example/feed?token=abc', `guild:${guildId}`), {
        ...by,
        guildId,
      });
    }
    expect((await store.feeds.active()).map(({ scope }) => scope).sort()).toEqual([
      'guild:1',
      'guild:2',
      'public',
    ]);
  });

  it('that has moved is known at its new address', async () => {
    const { feeds, store } = await setUpFeeds({});
    await feeds.follow(found('https://bell.example/feed'), by);
    const [followed] = await feeds.list('1');
    await store.feeds.update(followed?.feed.id ?? '', { address: 'https://bell.example/new', state: {} });
    expect(await feeds.follow(found('https://bell.example/new'), by)).toBe('known');
  });

  it('that was ended and works again is asked again', async () => {
    const { feeds, store } = await setUpFeeds({});
    const address = 'https://bell.example/feed';
    await feeds.follow(found(address), { ...by, guildId: '2' });
    const [feed] = await store.feeds.active();
    const failure = { reason: 'gone', status: 410, since: 1, lastAt: 1, count: 1 } as const;
    await store.feeds.update(feed?.id ?? '', {
      state: { bodyHash: 'a', stoppedAt: 1, failure, told: 'stopped' },
    });
    expect(await store.feeds.active()).toEqual([]);
    await feeds.follow(found(address), by);
    expect((await store.feeds.active()).map(({ state }) => state)).toEqual([{ bodyHash: 'a' }]);
  });

  it('is one of a thousand a guild', async () => {
    const { feeds, store } = await setUpFeeds({}, {});
    for (let place = 0; place < 1000; place += 1) {
      const id = `f${place}`;
      const address = `https://bell.example/${place}`;
      await store.feeds.follow(
        { id, address, scope: 'public', title: id, addedAt: 0, state: {} },
        { guildId: '1', feedId: id, addedBy: '7', addedAt: 0, groups: [] },
      );
    }
    expect(await feeds.follow(found('https://bell.example/0'), by)).toBe('known');
    expect(await problemOf(feeds.follow(found('https://bell.example/new'), by))).toEqual({
      code: 'tooManyFeeds',
      most: 1000,
    });
  });
});

describe('an import', () => {
  it('follows the feeds of a file, says how far it is, and skips the second time what it knows', async () => {
    const { feeds, origin, answers, asked, attach } = await setUpFeeds({
      '/none': (_, response) => response.end('<html><p>No'),
    });
    const paths = Array.from({ length: 20 }, (_, place) => `/feed-${place}`);
    for (const path of paths) answers[path] = feed;
    const source = attach(
      'mine.opml',
      opml(
        ...[...paths, '/none', '/missing', '/feed-1#again'].map((path) => origin + path),
        'http://10.0.0.1/feed',
      ),
    );
    const steps = await all(feeds.import(source, { ...by, importId: 'a' }));
    const last = steps.at(-1);
    expect(last).toMatchObject({ id: 'a', total: 23, known: 0, added: 20, state: 'done' });
    expect(Object.fromEntries(last?.failed.map(({ address, failure }) => [address, failure]) ?? [])).toEqual({
      [`${origin}/none`]: { reason: 'no-feed' },
      [`${origin}/missing`]: { reason: 'status', status: 404 },
      'http://10.0.0.1/feed': { reason: 'private' },
    });
    const sums = steps.map(({ added, known, failed }) => added + known + failed.length);
    expect(sums).toEqual([...sums].sort((one, other) => one - other));
    expect(sums[0]).toBe(0);
    expect(new Set(sums).size).toBeGreaterThan(15);

    asked.length = 0;
    const again = (await all(feeds.import(source, { ...by, importId: 'b' }))).at(-1);
    expect(again).toMatchObject({ total: 23, known: 20, added: 0, state: 'done' });
    expect(asked.sort()).toEqual(['/missing', '/none']);
  });

  it('that is cancelled ends at once, and follows nothing after that', async () => {
    const open: (() => void)[] = [];
    const held: Answer = (_, response) => void open.push(() => response.end(rss(entries)));
    const { feeds, origin, attach, store } = await setUpFeeds({ '/one': feed, '/held': held });
    const source = attach('mine.opml', opml(`${origin}/one`, `${origin}/held`));
    const steps: ImportProgress[] = [];
    for await (const step of feeds.import(source, { ...by, importId: 'a' })) {
      steps.push(step);
      if (step.added === 1) {
        expect(feeds.cancelImport('a', '2')).toBe(false);
        expect(feeds.cancelImport('a', '1')).toBe(true);
      }
    }
    expect(steps.at(-1)).toMatchObject({ added: 1, state: 'cancelled' });
    expect(feeds.cancelImport('a', '1')).toBe(false);
    for (const answer of open) answer();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await store.feeds.count('1')).toBe(1);
  });

  it('ends by itself before the interaction does, and the next one goes on', async () => {
    const { feeds, origin, answers, attach, clock } = await setUpFeeds({});
    const paths = Array.from({ length: 20 }, (_, place) => `/feed-${place}`);
    for (const path of paths)
      answers[path] = (request, response) => {
        clock.at += minuteMs;
        feed(request, response);
      };
    const source = attach('mine.opml', opml(...paths.map((path) => origin + path)));
    const first = (await all(feeds.import(source, { ...by, importId: 'a' }))).at(-1);
    expect(first?.state).toBe('out-of-time');
    expect(first?.added).toBeLessThan(20);
    let last = first;
    for (let run = 0; run < 5 && last?.state !== 'done'; run += 1)
      last = (await all(feeds.import(source, { ...by, importId: 'b' }))).at(-1);
    expect(last).toMatchObject({ state: 'done', total: 20 });
    expect(await feeds.count('1')).toBe(20);
  });

  it('of feeds with a secret keeps them in the guild', async () => {
    const { feeds, origin, attach } = await setUpFeeds({ '/feed?token=abcdef': feed });
    await all(
      feeds.import(attach('mine.opml', opml(`${origin}/feed?token=abcdef`)), { ...by, importId: 'a' }),
    );
    expect((await feeds.list('1')).map(({ feed: { scope } }) => scope)).toEqual(['guild:1']);
  });

  it('of a file that is none says why', async () => {
    const { feeds, attach } = await setUpFeeds({});
    const of = (source: Parameters<typeof feeds.import>[0]) =>
      problemOf(all(feeds.import(source, { ...by, importId: 'a' })));
    expect(await of(attach('a.txt', 'No outline'))).toEqual({ code: 'notOpml', name: 'a.txt' });
    expect(await of(attach('empty.opml', opml()))).toEqual({ code: 'notOpml', name: 'empty.opml' });
    const big = attach('big.opml', opml()).file;
    expect(await of({ file: { ...big, sizeBytes: 6_000_000 } })).toMatchObject({
      code: 'tooLarge',
      name: 'big.opml',
    });
    expect(await of({ file: { ...big, name: 'lost.opml' } })).toEqual({
      code: 'fileUnreachable',
      name: 'lost.opml',
    });
    expect(await of({ pack: 'none' })).toEqual({ code: 'noSuchPack', asked: 'none' });
    const many = attach(
      'many.opml',
      opml(...Array.from({ length: 1001 }, (_, place) => `https://bell.example/${place}`)),
    );
    expect(await of(many)).toEqual({ code: 'tooManyFeeds', most: 1000 });
  });

  it('can be of a pack that comes with the bot', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'packs-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const site = await setUpFeeds({ '/feed': feed });
    await writeFile(join(folder, 'boats.opml'), opml(`${site.origin}/feed`));
    await writeFile(join(folder, 'read me.txt'), 'no pack');
    const packs = await readPacks(folder);
    const { feeds } = await setUpFeeds({}, { packs, web: { allowed: [new URL(site.origin).host] } });
    expect(feeds.packs).toMatchObject([{ name: 'boats', feedCount: 1 }]);
    expect((await all(feeds.import({ pack: 'boats' }, { ...by, importId: 'a' }))).at(-1)).toMatchObject({
      added: 1,
      state: 'done',
    });
    await writeFile(join(folder, 'broken.opml'), 'no outline');
    await expect(readPacks(folder)).rejects.toThrow('broken.opml');
  });
});

it('an export can be imported elsewhere', async () => {
  const { feeds, origin, attach, store } = await setUpFeeds({ '/feed': feed });
  const look = await feeds.look(`${origin}/feed`, inGuild);
  if (look.found === undefined) throw new Error('no feed');
  await feeds.follow(look.found, by);
  const { name, bytes } = await feeds.export('1');
  expect(name).toBe('feeds.opml');
  const source = attach(name, Buffer.from(bytes).toString());
  await all(feeds.import(source, { guildId: '2', personId: '8', importId: 'a' }));
  expect((await store.feeds.list('2')).map(({ feed: { address } }) => address)).toEqual([`${origin}/feed`]);
});
