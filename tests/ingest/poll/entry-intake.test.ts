import { describe, expect, it, onTestFinished } from 'vitest';
import type { Scope } from '../../../src/domain/scope.ts';
import { createEntryIntake, type EntryIntakePorts } from '../../../src/ingest/poll/entry-intake.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { createLog } from '../../../src/observe/log.ts';
import { newsPage, paragraphs } from '../page/pages.ts';
import { rss, type WrittenEntry } from './feed-texts.ts';
import { type Answer, hourMs, minuteMs, setUpPolling, startAt } from './polling.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const page =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { ...html, ...headers }).end(body);
const refuses =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end();

const full = paragraphs.map((words) => `<p>${words}</p>`).join('\n');
const notice = `<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p><p>${paragraphs[2]}</p>`;

/** A feed at /feed with one entry for each page, and the intake of its entries. */
async function setUp(
  entries: readonly WrittenEntry[],
  pages: Record<string, Answer>,
  {
    scope = 'public',
    ...given
  }: { readonly scope?: Scope } & Partial<Pick<EntryIntakePorts, 'log' | 'readDocument'>> = {},
) {
  const polling = await setUpPolling(pages);
  const { origin, answers, beat, clock, follow, store, ports } = polling;
  const publish = (some: readonly WrittenEntry[]) => {
    const linked = some.map((entry) => ({
      ...entry,
      ...(entry.link !== undefined && { link: new URL(entry.link, origin).href }),
    }));
    answers['/feed'] = (_, response) => response.end(rss(linked));
  };
  publish(entries);
  await follow('/feed', scope);
  const intakePorts: EntryIntakePorts = {
    ...ports,
    async fetchBytes(address, accept) {
      const fetched = await ports.fetchIfChanged(address, { accept });
      if (fetched.ok || fetched.reason !== 'unchanged') return fetched;
      throw new Error('nobody asked for that');
    },
    mayRead: async ({ pathname, hostname: host }) =>
      pathname.startsWith('/barred') ? { ok: false, reason: 'robots', host } : { ok: true },
    allowed: new Set([new URL(origin).host]),
    feeds: store.feeds,
    articles: store.articles,
    readDocument: async (document) => readDocument(document),
    ...given,
  };
  const intake = createEntryIntake(intakePorts);
  onTestFinished(() => intake.stop());

  async function takeIn(laterMs = 0): Promise<void> {
    clock.at += laterMs;
    intake.tick();
    await intake.settled();
  }
  await beat();
  await takeIn();
  return {
    ...polling,
    intake,
    publish,
    takeIn,
    restart: () => createEntryIntake(intakePorts),
    async articles(limit = 50) {
      const headlines = await store.articles.latest({ scopes: [scope], limit });
      const stored = await Promise.all(headlines.map(({ id }) => store.articles.get(id, [scope])));
      return stored.flatMap((article) => article ?? []);
    },
  };
}

const entry: WrittenEntry = {
  guid: 'ferry',
  link: '/ferry',
  title: 'Ferry to stop',
  at: startAt - hourMs,
  author: 'Robin Vane',
  summary: '<p>The night ferry will stop.</p>',
  categories: ['Transport', 'Uncategorized', 'https://bell.example/t', ' Sula ', 'transport'],
};

describe('an entry of a feed', () => {
  it('becomes the article of its page, with what the feed knows besides', async () => {
    const { articles, origin } = await setUp([entry], { '/ferry': page(newsPage()) });
    const [article, ...more] = await articles();
    expect(more).toEqual([]);
    expect(article).toMatchObject({
      title: 'Night ferry to Sula will stop',
      raw: paragraphs.join('\n'),
      url: `${origin}/ferry`,
      publishedAt: startAt - hourMs,
      author: 'Robin Vane',
      topics: ['Transport', 'Sula'],
      source: 'The Brannoch Bell (127.0.0.1)',
      scope: 'public',
    });
    expect(article?.expiresAt).toBeUndefined();
  });

  it('with its whole text is read without asking for its page', async () => {
    const { articles, paths } = await setUp([{ ...entry, content: full }], {});
    expect((await articles()).map(({ raw }) => raw)).toEqual([paragraphs.join('\n')]);
    expect(paths()).toEqual(['/feed']);
  });

  it.each([
    'Read more',
    'Continue reading “Ferry” →',
    '[…]',
    'and so on…',
    '<a href="/ferry">Weiterlesen</a>',
  ])('whose text ends in "%s" is not whole', async (end) => {
    const { paths } = await setUp([{ ...entry, content: `${full}<p>${end}</p>` }], {
      '/ferry': page(newsPage()),
    });
    expect(paths()).toContain('/ferry');
  });

  it.each([
    ['is refused', '/ferry', refuses(403)],
    ['is gone', '/ferry', refuses(404)],
    ['holds no article', '/ferry', page('<html><body><ul><li>News</ul></body></html>')],
    ['is barred to programs', '/barred/ferry', page(newsPage())],
    ['is no page', '/ferry', page('PDF', { 'content-type': 'application/pdf' })],
    ['carries a key', '/ferry?token=abcdef', page(newsPage())],
  ])('whose page %s is what the feed says of it', async (_, link, answer) => {
    const { articles } = await setUp([{ ...entry, link, summary: notice }], { [link]: answer });
    expect((await articles()).map(({ title, raw }) => [title, raw])).toEqual([
      ['Ferry to stop', paragraphs.slice(0, 3).join('\n')],
    ]);
  });

  it.each([
    ['by a header', page(newsPage(), { 'x-robots-tag': 'nosnippet' })],
    ['in the page', page(newsPage({ head: '<meta name="robots" content="nosnippet">' }))],
  ])('whose publisher forbids %s to show its words is left', async (_, answer) => {
    const { articles } = await setUp([{ ...entry, summary: notice }], { '/ferry': answer });
    expect(await articles()).toEqual([]);
  });

  it('whose site is down is tried four times in all, then taken as the feed has it', async () => {
    const { articles, paths, takeIn } = await setUp([{ ...entry, summary: notice }], {
      '/ferry': refuses(500),
    });
    const tries = () => paths().filter((path) => path === '/ferry').length;
    expect(tries()).toBe(1);
    await takeIn(minuteMs);
    expect(tries()).toBe(1);
    for (let round = 0; round < 10; round += 1) await takeIn(hourMs);
    expect(tries()).toBe(4);
    expect((await articles()).map(({ title }) => title)).toEqual(['Ferry to stop']);
  });

  it('of a site that asks for a rest waits, and so do the others', async () => {
    const { articles, answers, paths, takeIn } = await setUp(
      [entry, { ...entry, guid: 'bridge', link: '/bridge' }],
      {
        '/ferry': refuses(429, { 'retry-after': '3600' }),
        '/bridge': page(newsPage()),
      },
    );
    expect(paths()).toEqual(['/feed', '/ferry']);
    answers['/ferry'] = page(newsPage());
    await takeIn(30 * minuteMs);
    expect(paths()).toEqual(['/feed', '/ferry']);
    await takeIn(2 * hourMs);
    expect(await articles()).toHaveLength(2);
  });

  it('that changes makes a new version of its article, once', async () => {
    const { answers, articles, beat, publish, takeIn } = await setUp([entry], { '/ferry': page(newsPage()) });
    answers['/ferry'] = page(newsPage({ body: [...paragraphs, 'The council put the vote off on Friday.'] }));
    publish([{ ...entry, summary: '<p>The night ferry will stop, or not.</p>' }]);
    await beat(hourMs);
    await takeIn();
    expect((await articles()).map(({ version }) => version)).toEqual([2]);
    publish([{ ...entry, at: startAt, summary: '<div>The night ferry will stop, <i>or not</i>.</div>' }]);
    await beat(hourMs);
    await takeIn();
    expect((await articles()).map(({ version }) => version)).toEqual([2]);
  });

  it('never takes the place of its article, where the page is refused later', async () => {
    const { answers, articles, beat, publish, takeIn } = await setUp([entry], { '/ferry': page(newsPage()) });
    answers['/ferry'] = refuses(403);
    publish([{ ...entry, summary: notice }]);
    await beat(hourMs);
    await takeIn();
    expect((await articles()).map(({ version, raw }) => [version, raw])).toEqual([
      [1, paragraphs.join('\n')],
    ]);
  });

  it('takes the time of day from the feed where the page has a day only, else from the page', async () => {
    const dated = (written: string) =>
      page(newsPage({ head: `<meta property="article:published_time" content="${written}">` }));
    const { articles } = await setUp([entry, { ...entry, guid: 'bridge', link: '/bridge' }], {
      '/ferry': dated('2026-02-04'),
      '/bridge': dated('2026-02-03T08:00:00Z'),
    });
    const dates = Object.fromEntries(
      (await articles()).map(({ url, publishedAt }) => [url?.split('/').at(-1), publishedAt]),
    );
    expect(dates).toEqual({ ferry: startAt - hourMs, bridge: Date.UTC(2026, 1, 3, 8) });
  });

  it('of a feed with a key is its guild’s alone', async () => {
    const { articles, store } = await setUp([entry], { '/ferry': page(newsPage()) }, { scope: 'guild:1' });
    expect(await articles()).toHaveLength(1);
    expect(await store.articles.count(['public', 'guild:2'])).toBe(0);
  });

  it('that leads nowhere is what the feed has of it, and the others come in', async () => {
    const { articles, takeIn } = await setUp(
      [
        { guid: 'no page', title: 'Only a title' },
        { ...entry, link: 'ftp://bell.example/file' },
        { ...entry, guid: 'bridge', link: '/bridge' },
      ],
      { '/bridge': page(newsPage()) },
    );
    await takeIn();
    expect((await articles()).map(({ title }) => title).sort()).toEqual([
      'Ferry to stop',
      'Night ferry to Sula will stop',
    ]);
  });

  it('that breaks its reader is tried again, and the others come in meanwhile', async () => {
    const faults: string[] = [];
    let isBroken = true;
    const { articles, takeIn } = await setUp(
      [entry, { ...entry, guid: 'bridge', link: '/bridge' }],
      { '/ferry': page(newsPage()), '/bridge': page(newsPage()) },
      {
        log: { ...createLog('silent'), error: (event) => void faults.push(event) },
        async readDocument(document) {
          if (isBroken && document.url?.endsWith('/ferry') === true) throw new Error('no process to read in');
          return readDocument(document);
        },
      },
    );
    expect([faults, (await articles()).length]).toEqual([['entry.failed'], 1]);
    isBroken = false;
    await takeIn(hourMs);
    expect(await articles()).toHaveLength(2);
  });

  it('in hand when the bot stops is taken in after the next start', async () => {
    const { articles, answers, beat, intake, publish, restart } = await setUp([], {});
    answers['/ferry'] = (_, response) => {
      void intake.stop();
      response.destroy();
    };
    publish([entry]);
    await beat(hourMs);
    intake.tick();
    await intake.settled();
    expect(await articles()).toEqual([]);
    answers['/ferry'] = page(newsPage());
    const again = restart();
    again.tick();
    await again.settled();
    expect(await articles()).toHaveLength(1);
  });

  it('of a site with a hundred others waits for them, and entries of other sites do not', async () => {
    const many = Array.from({ length: 30 }, (_, place) => ({
      guid: `${place}`,
      link: `/${place}`,
      title: `Entry ${place}`,
    }));
    const pages = Object.fromEntries(many.map(({ link }) => [link, page(newsPage())]));
    const { articles, beat, follow, answers, origin, takeIn } = await setUp([], pages);
    for (const name of ['a', 'b', 'c']) {
      const linked = many.map((one) => ({
        ...one,
        guid: name + one.guid,
        link: `${origin}${one.link}?${name}`,
      }));
      for (const { link } of many) answers[`${link}?${name}`] = page(newsPage());
      answers[`/feed-${name}`] = (_, response) => response.end(rss(linked));
      await follow(`/feed-${name}`);
    }
    answers['/whole'] = (_, response) =>
      response.end(rss([{ guid: 'whole', title: 'Whole', content: full }]));
    await follow('/whole');
    await beat();
    await takeIn();
    const early = await articles();
    expect(early.length).toBeGreaterThan(30);
    expect(early.length).toBeLessThan(50);
    expect(early.some(({ title }) => title === 'Whole')).toBe(true);
    for (let minute = 0; minute < 3; minute += 1) await takeIn(minuteMs);
    expect((await articles(200)).length).toBe(91);
  });
});
