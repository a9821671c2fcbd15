import { describe, expect, it } from 'vitest';
import { createHostTurns } from '../../../src/ingest/fetch/host-turns.ts';
import { createPoller } from '../../../src/ingest/poll/poller.ts';
import { regular, rss } from './feed-texts.ts';
import { type Answer, dayMs, hourMs, minuteMs, setUpPolling, startAt } from './polling.ts';

const hourly = regular(10, { newestAt: startAt - hourMs, gapMs: hourMs });
const gives =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
const refuses =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end();

describe('a feed that is followed', () => {
  it('is asked at once, then at half its usual gap, and its entries wait to be taken in', async () => {
    const { beat, follow, paths, waiting, stateOf } = await setUpPolling({ '/feed': gives(rss(hourly)) });
    const id = await follow('/feed');
    await beat();
    expect((await waiting()).map(({ guid }) => guid)).toEqual(hourly.map(({ guid }) => guid));
    expect(await stateOf(id)).toMatchObject({ newestEntryAt: startAt - hourMs, usualGapMs: hourMs });
    await beat(29 * minuteMs);
    expect(paths()).toHaveLength(1);
    await beat(5 * minuteMs);
    expect(paths()).toHaveLength(2);
  });

  it('gives only its newest entries the first time, and what comes new after that', async () => {
    const archive = regular(400, { newestAt: startAt - hourMs, gapMs: hourMs });
    const { answers, beat, follow, waiting, store } = await setUpPolling({ '/feed': gives(rss(archive)) });
    await follow('/feed');
    await beat();
    const first = await waiting();
    const isOld = ({ payload }: { payload: string }) => payload.includes('"isOld":true');
    expect(first).toHaveLength(400);
    expect(first.filter((entry) => !isOld(entry)).map(({ guid }) => guid)).toEqual(
      archive.slice(0, 30).map(({ guid }) => guid),
    );
    for (const { id } of first) await store.feeds.settleEntry(id, { kind: 'left', reason: 'old' });
    answers['/feed'] = gives(rss([{ guid: 'new', title: 'New', at: startAt }, ...archive]));
    await beat(hourMs);
    expect((await waiting()).map(({ guid }) => guid)).toEqual(['new']);
  });

  it.each([
    ['answers 304', { etag: '"a"', 'last-modified': 'Wed, 04 Feb 2026 10:00:00 GMT' }],
    ['knows no validators and gives the same bytes', {}],
  ])('and %s is neither read nor written', async (_, validators: Record<string, string>) => {
    const { beat, follow, asked, counts } = await setUpPolling({
      '/feed': (request, response) => {
        const isKnown = request.headers['if-none-match'] === '"a"';
        if (isKnown) response.writeHead(304).end();
        else gives(rss(hourly), validators)(request, response);
      },
    });
    await follow('/feed');
    await beat();
    expect(counts).toEqual({ read: 1, note: 1, update: 1 });
    for (let round = 0; round < 3; round += 1) await beat(hourMs);
    expect(asked).toHaveLength(4);
    expect(counts).toEqual({ read: 1, note: 1, update: 1 });
    const { 'if-none-match': etag, 'if-modified-since': since } = asked[3]?.headers ?? {};
    expect([etag, since]).toEqual([validators.etag, validators['last-modified']]);
  });

  it('has no new entry when only dates, markup and addresses’ tracking change, and a changed one when words do', async () => {
    const entry = {
      guid: 'a',
      link: 'https://bell.example/a',
      title: 'Ferry',
      at: startAt,
      summary: '<p>It stops.</p>',
    };
    const { answers, beat, follow, store, waiting } = await setUpPolling({ '/feed': gives(rss([entry])) });
    await follow('/feed');
    await beat();
    for (const { id } of await waiting()) await store.feeds.settleEntry(id, { kind: 'left', reason: 'seen' });
    answers['/feed'] = gives(
      rss([
        {
          ...entry,
          at: startAt + minuteMs,
          link: 'https://bell.example/a?utm_source=rss',
          summary: '<div class="v2" data-views="812">It\n <b>stops</b>.</div>',
        },
      ]),
    );
    await beat(hourMs);
    expect(await waiting()).toEqual([]);
    answers['/feed'] = gives(rss([{ ...entry, summary: '<p>It stops on Friday.</p>' }]));
    await beat(12 * hourMs);
    const [changed] = await waiting();
    expect(changed?.payload).toContain('on Friday');
  });

  it('is asked no more often than the operator allows, nor less', async () => {
    const busy = regular(30, { newestAt: startAt, gapMs: 2 * minuteMs });
    const quiet = regular(30, { newestAt: startAt - 9 * dayMs, gapMs: 9 * dayMs });
    const { beat, follow, paths } = await setUpPolling({
      '/busy': gives(rss(busy)),
      '/quiet': gives(rss(quiet)),
    });
    await follow('/busy');
    await follow('/quiet');
    for (let round = 0; round < 14 * 60; round += 5) await beat(5 * minuteMs);
    expect(paths().filter((path) => path === '/quiet')).toHaveLength(2);
    const busyCount = paths().filter((path) => path === '/busy').length;
    expect(busyCount).toBeGreaterThan(20);
    expect(busyCount).toBeLessThanOrEqual(14 * 6);
  });

  it('moves when it was moved for good to what is a feed, and not otherwise', async () => {
    const to = (location: string, status: number): Answer => refuses(status, { location });
    const { beat, follow, store, origin } = await setUpPolling({
      '/feed': gives(rss(hourly)),
      '/page': gives('<html><title>Gone</title>'),
      '/secret?token=abcdef': gives(rss(hourly)),
      '/for-good': to('/again', 301),
      '/again': to('/feed', 308),
      '/for-now': to('/feed', 302),
      '/to-page': to('/page', 301),
      '/to-secret': to('/secret?token=abcdef', 301),
    });
    const paths = ['/for-good', '/for-now', '/to-page', '/to-secret'];
    for (const path of paths) await follow(path);
    await follow('/to-secret', 'guild:1');
    await beat();
    const addresses = (await store.feeds.list('1'))
      .map(({ feed }) => feed.address.slice(origin.length))
      .sort();
    expect(addresses).toEqual(['/feed', '/for-now', '/secret?token=abcdef', '/to-page', '/to-secret'].sort());
  });
});

describe('a feed that fails', () => {
  it('is asked more and more rarely, and its failures are a record until it works again', async () => {
    const { answers, beat, clock, follow, paths, stateOf } = await setUpPolling({ '/feed': refuses(500) });
    const id = await follow('/feed');
    const times: number[] = [];
    for (let minute = 0; minute < 8 * 60; minute += 1) {
      const before = paths().length;
      await beat(minuteMs);
      if (paths().length > before) times.push((clock.at - startAt) / minuteMs);
    }
    const gaps = times.slice(1).map((time, place) => time - (times[place] ?? 0));
    expect(gaps).toEqual([...gaps].sort((one, other) => one - other));
    expect(gaps.at(-1)).toBeGreaterThan(150);
    expect((await stateOf(id)).failure).toMatchObject({
      reason: 'status',
      status: 500,
      since: startAt + minuteMs,
      count: times.length,
    });
    answers['/feed'] = gives(rss(hourly));
    await beat(dayMs);
    expect((await stateOf(id)).failure).toBeUndefined();
  });

  it.each([
    [404, {}, { reason: 'status', status: 404 }],
    [200, {}, { reason: 'no-feed' }],
    [301, { location: 'http://127.0.0.1:1/feed' }, { reason: 'refused-address' }],
    [302, { location: 'http://10.0.0.1/feed' }, { reason: 'private' }],
    [301, { location: '/feed' }, { reason: 'redirects' }],
    [410, {}, { reason: 'gone', status: 410 }],
  ])('with status %i %o says so: %o', async (status, headers: Record<string, string>, failure) => {
    const { beat, follow, stateOf } = await setUpPolling({
      '/feed': (_, response) => response.writeHead(status, headers).end('<html><p>Nothing here'),
    });
    const id = await follow('/feed');
    await beat();
    expect((await stateOf(id)).failure).toMatchObject(failure);
  });

  it('with 410 is not asked again, and its followers are told once', async () => {
    const { beat, follow, paths, alerts, stateOf } = await setUpPolling({ '/feed': refuses(410) });
    const id = await follow('/feed');
    await beat();
    await beat(3 * dayMs);
    expect(paths()).toEqual(['/feed']);
    expect(await stateOf(id)).toMatchObject({ stoppedAt: startAt, told: 'stopped' });
    expect(alerts).toMatchObject([
      { kind: 'stopped', feedId: id, since: startAt, failure: { reason: 'gone', status: 410 } },
    ]);
  });

  it('at an address with a key is told of without the key', async () => {
    const { beat, follow, alerts, origin } = await setUpPolling({ '/feed?token=abcdef': refuses(410) });
    await follow('/feed?token=abcdef', 'guild:1');
    await beat();
    expect(alerts).toMatchObject([{ kind: 'stopped', address: `${origin}/` }]);
  });

  it.each([429, 503])(
    'with %i waits as long as it is asked to, and so do the other feeds of its host',
    async (status) => {
      const { answers, beat, follow, paths } = await setUpPolling({
        '/busy': refuses(status, { 'retry-after': String(2 * 60 * 60) }),
        '/other': gives(rss(hourly)),
      });
      await follow('/busy');
      await beat();
      answers['/busy'] = gives(rss(hourly));
      await follow('/other');
      for (let minute = 0; minute < 119; minute += 7) await beat(7 * minuteMs);
      expect(paths()).toEqual(['/busy']);
      await beat(hourMs);
      expect(new Set(paths())).toEqual(new Set(['/busy', '/other']));
    },
  );

  it('is told of once when it fails for long, and again when it has worked in between', async () => {
    const { answers, beat, follow, alerts, stateOf } = await setUpPolling({ '/feed': refuses(500) });
    const id = await follow('/feed');
    const hours = async (count: number) => {
      for (let hour = 0; hour < count; hour += 1) await beat(hourMs);
    };
    await hours(5);
    expect(alerts).toEqual([]);
    await hours(30);
    expect(alerts).toMatchObject([{ kind: 'failing', since: startAt + hourMs, failure: { status: 500 } }]);
    answers['/feed'] = gives(rss(hourly));
    await hours(26);
    expect((await stateOf(id)).told).toBeUndefined();
    answers['/feed'] = refuses(404);
    await hours(30);
    expect(alerts.map(({ kind }) => kind)).toEqual(['failing', 'failing']);
  });

  it('never keeps the others from being asked, nor the tick from ending', async () => {
    const { beat, clock, follow, poller, store, stateOf } = await setUpPolling(
      {
        '/good': gives(rss(hourly)),
        '/mute': () => undefined,
        '/slow': (_, response) => response.writeHead(200).write('<rss>'),
        '/cut': (_, response) =>
          response.writeHead(200, { 'content-length': '999' }).write('<rss>', () => response.destroy()),
        '/noise': gives('\u0000\u0001\u0002PNG'),
        '/endless': (_, response) => {
          response.writeHead(200);
          const more = () => {
            while (!response.destroyed && response.write('<item><title>more</title></item>'.repeat(500)));
          };
          response.on('drain', more);
          more();
        },
      },
      { web: { timeoutMs: 800, limitBytes: 200_000 } },
    );
    const ids: Record<string, string> = {};
    for (const path of ['/mute', '/slow', '/cut', '/noise', '/endless', '/good'])
      ids[path] = await follow(path);
    await poller.tick();
    let isSettled = false;
    const end = poller.settled().then(() => {
      isSettled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
    await end;
    const reasonOf = async (path: string) => (await stateOf(ids[path] ?? '')).failure?.reason;
    expect(await reasonOf('/mute')).toBe('too-slow');
    expect(await reasonOf('/slow')).toBe('too-slow');
    expect(await reasonOf('/cut')).toBe('unreachable');
    expect(await reasonOf('/noise')).toBe('no-feed');
    expect(await reasonOf('/endless')).toBe('too-large');
    expect(await reasonOf('/good')).toBeUndefined();
    expect((await store.feeds.claimEntries(1, 100)).length).toBe(hourly.length);
    clock.at += 1;
    await beat();
  });

  it('of which the reader or the store breaks is asked again, and the fault is no failure of the feed', async () => {
    let isBroken = true;
    const errors: string[] = [];
    const { ports, beat, follow, stateOf, counts } = await setUpPolling({ '/feed': gives(rss(hourly)) });
    const id = await follow('/feed');
    const poller = createPoller({
      ...ports,
      log: { ...ports.log, error: (event) => void errors.push(event) },
      readFeed: async (source) => {
        if (isBroken) throw new Error('no process to read in');
        return await ports.readFeed(source);
      },
    });
    await poller.pollNow(id);
    expect(errors).toEqual(['feed.poll-failed']);
    expect(await stateOf(id)).toEqual({});
    isBroken = false;
    await poller.pollNow(id);
    expect((await stateOf(id)).failure).toBeUndefined();
    expect(counts.note).toBe(1);
    await beat();
  });
});

describe('a feed that falls silent', () => {
  it('is told of once, after five times its usual gap and three days, and again when it spoke in between', async () => {
    const { answers, beat, follow, alerts } = await setUpPolling({ '/feed': gives(rss(hourly)) });
    await follow('/feed');
    const days = async (count: number) => {
      for (let half = 0; half < 2 * count; half += 1) await beat(12 * hourMs);
    };
    await days(2);
    expect(alerts).toEqual([]);
    await days(5);
    expect(alerts).toMatchObject([{ kind: 'silent', since: startAt - hourMs, usualGapMs: hourMs }]);
    answers['/feed'] = gives(rss([{ guid: 'new', title: 'New', at: startAt + 7 * dayMs }, ...hourly]));
    await days(1);
    await days(7);
    expect(alerts.map(({ since }) => since)).toEqual([startAt - hourMs, startAt + 7 * dayMs]);
  });

  it('before it was followed is nothing to tell', async () => {
    const old = regular(10, { newestAt: startAt - 300 * dayMs, gapMs: dayMs });
    const { beat, follow, alerts } = await setUpPolling({ '/feed': gives(rss(old)) });
    await follow('/feed');
    for (let day = 0; day < 5; day += 1) await beat(dayMs);
    expect(alerts).toEqual([]);
  });
});

describe('after a restart', () => {
  it('feeds are asked over some minutes, and what they gave before is not new', async () => {
    const { ports, beat, clock, follow, paths, store, waiting } = await setUpPolling({
      '/feed': gives(rss(hourly)),
      '/new': gives(rss(hourly)),
    });
    await follow('/feed');
    await beat();
    for (const { id } of await waiting()) await store.feeds.settleEntry(id, { kind: 'left', reason: 'seen' });
    await follow('/new');
    const again = createPoller(ports);
    await again.tick();
    await again.settled();
    expect(paths()).toEqual(['/feed', '/new']);
    clock.at += 5 * minuteMs;
    await again.tick();
    await again.settled();
    expect(paths()).toEqual(['/feed', '/new', '/feed']);
    expect((await waiting()).every(({ feed }) => feed.title !== '/feed')).toBe(true);
  });

  it('a stop leaves no trace of the polls that it ended', async () => {
    const { follow, poller, stateOf } = await setUpPolling({ '/mute': () => undefined });
    const id = await follow('/mute');
    await poller.tick();
    await poller.stop();
    expect(await stateOf(id)).toEqual({});
  });
});

describe('many feeds', () => {
  it('of one host are asked one at a time', async () => {
    let open = 0;
    let most = 0;
    const answer: Answer = (_, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end(rss(hourly));
      });
    };
    const paths = Array.from({ length: 12 }, (_, place) => `/feed-${place}`);
    const { beat, follow, asked } = await setUpPolling(
      Object.fromEntries(paths.map((path) => [path, answer])),
    );
    for (const path of paths) await follow(path);
    await beat();
    expect([asked.length, most]).toEqual([12, 1]);
  });

  it('that hang are asked six at once, and leave room for what a person waits for', async () => {
    const asked: string[] = [];
    const takeTurn = createHostTurns({ hostsAtOnce: 8, pauseMs: 0 }, async () => undefined);
    const { poller, store } = await setUpPolling(
      {},
      {
        takeTurn,
        fetchIfChanged: (address, { signal }) => {
          asked.push(address);
          return new Promise((resolve) => {
            signal?.addEventListener('abort', () => resolve({ ok: false, reason: 'unreachable' }));
          });
        },
      },
    );
    for (let place = 0; place < 40; place += 1) {
      const id = `feed-${place}`;
      const address = `https://paper-${place}.example/feed`;
      await store.feeds.follow(
        { id, address, scope: 'public', title: id, addedAt: 0, state: {} },
        { guildId: '1', feedId: id, addedBy: '7', addedAt: 0, groups: [] },
      );
    }
    await poller.tick();
    expect(await takeTurn('link.example', async () => 'the page')).toBe('the page');
    expect(asked).toHaveLength(6);
  });
});
