import { describe, expect, it } from 'vitest';
import { addressIn } from '../../../src/ingest/follow/look-at-feed.ts';
import { problemOf } from '../../problem-of.ts';
import { newsPage, paragraphs } from '../page/pages.ts';
import { regular, rss } from '../poll/feed-texts.ts';
import { type Answer, hourMs, startAt } from '../poll/polling.ts';
import { inGuild, setUpFeeds } from './following.ts';

const gives =
  (body: string, type = 'application/rss+xml'): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(body);
const page = (body: string) => gives(body, 'text/html; charset=utf-8');
const hourly = regular(8, { newestAt: startAt - hourMs, gapMs: hourMs });

describe('a look at a feed', () => {
  it('shows each step, and what was found, and keeps nothing', async () => {
    const { feeds, origin, answers, store } = await setUpFeeds({ '/entry': page(newsPage()) });
    answers['/feed.xml'] = gives(rss([{ ...hourly[0], link: `${origin}/entry` }, ...hourly.slice(1)]));
    const look = await feeds.look(`${origin}/feed.xml`, inGuild);
    expect(look.steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['address', true],
      ['fetch', true],
      ['read', true],
      ['article', true],
    ]);
    expect(look.steps.map(({ detail }) => detail)).toEqual([
      `${origin}/feed.xml`,
      expect.stringMatching(/^\d kB, application\/rss\+xml$/),
      'RSS, 8 entries',
      expect.stringMatching(/^its page, 1\d\d words$/),
    ]);
    expect(look.found).toMatchObject({
      address: `${origin}/feed.xml`,
      scope: 'public',
      title: 'The Brannoch Bell',
      entryCount: 8,
      newestEntryAt: startAt - hourMs,
      usualGapMs: hourMs,
    });
    expect(look.found?.newest.map(({ title }) => title)).toEqual(
      hourly.slice(0, 5).map(({ title }) => title),
    );
    expect(look.failure).toBeUndefined();
    expect(await store.feeds.count('1')).toBe(0);
    expect(await store.articles.count(['public', 'guild:1'])).toBe(0);
  });

  it('at a page finds the feed that the page names, and tells of the others', async () => {
    const head = ['/one.xml', '/two.xml']
      .map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}" title="Feed ${href}">`)
      .join('');
    const { feeds, origin } = await setUpFeeds({
      '/': page(newsPage({ head })),
      '/one.xml': gives(rss(hourly)),
    });
    const look = await feeds.look(`${origin}/`, inGuild);
    expect(look.found?.address).toBe(`${origin}/one.xml`);
    expect(look.others).toEqual([{ address: `${origin}/two.xml`, title: 'Feed /two.xml' }]);
    expect(look.steps.find(({ step }) => step === 'discover')).toMatchObject({ ok: true });
  });

  it('at a page that names none asks at the usual places', async () => {
    const { feeds, origin, asked } = await setUpFeeds({
      '/': page(newsPage()),
      '/rss.xml': gives(rss(hourly)),
    });
    expect((await feeds.look(`${origin}/`, inGuild)).found?.address).toBe(`${origin}/rss.xml`);
    expect(asked.slice(0, 3)).toEqual(['/', '/feed', '/rss.xml']);
  });

  it('says what of it fails', async () => {
    const { feeds, origin } = await setUpFeeds({
      '/': page('<html><p>Nothing'),
      '/gone': (_, response) => response.writeHead(410).end(),
    });
    const failureOf = async (address: string) => {
      const { failure, steps, found } = await feeds.look(address, inGuild);
      expect(found).toBeUndefined();
      expect(steps.at(-1)?.ok).toBe(false);
      return failure;
    };
    expect(await failureOf(`${origin}/`)).toEqual({ reason: 'no-feed' });
    expect(await failureOf(`${origin}/gone`)).toEqual({ reason: 'gone', status: 410 });
    expect(await failureOf(`${origin}/missing`)).toEqual({ reason: 'status', status: 404 });
    expect(await failureOf('http://127.0.0.1/feed')).toEqual({ reason: 'private' });
    expect(await failureOf('ftp://paper.example/feed')).toEqual({ reason: 'refused-address' });
    expect(await failureOf('not an address')).toEqual({ reason: 'refused-address' });
  });

  it('says when the newest article cannot be read, and what the feed has of it', async () => {
    const { feeds, origin, answers } = await setUpFeeds({});
    const summary = `<p>${paragraphs[0]}</p>`;
    answers['/feed'] = gives(rss([{ title: 'Ferry', link: `${origin}/missing`, at: startAt, summary }]));
    const article = (await feeds.look(`${origin}/feed`, inGuild)).steps.find(
      ({ step }) => step === 'article',
    );
    expect(article).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^status 404; the feed has \d+ words$/),
    });
  });

  it('at an address with a secret is the guild’s, or the person’s', async () => {
    const { feeds, origin } = await setUpFeeds({
      '/feed?token=abcdef': gives(rss(hourly)),
      '/feed': gives(rss(hourly)),
    });
    const scopeOf = async (address: string, reader = inGuild) =>
      (await feeds.look(address, reader)).found?.scope;
    const { steps, found } = await feeds.look(`${origin}/feed?token=abcdef`, inGuild);
    expect(steps[0]?.detail).toBe(`${origin}/, with a key in it: what it gives stays here`);
    expect(found?.address).toBe(`${origin}/feed?token=abcdef`);
    expect(found?.scope).toBe('guild:1');
    expect(await scopeOf(`${origin}/feed?token=abcdef`, { personId: '7' })).toBe('person:7');
    expect(await scopeOf(origin.replace('//', '//robin:pass@').concat('/feed'))).toBe('guild:1');
    expect(await scopeOf(`${origin}/feed`)).toBe('public');
  });

  it('is one of so many a person', async () => {
    const { feeds, origin } = await setUpFeeds({ '/feed': gives(rss(hourly)) }, { most: 1 });
    await feeds.look(`${origin}/feed`, inGuild);
    expect(await problemOf(feeds.look(`${origin}/feed`, inGuild))).toEqual({
      code: 'tooManyLinks',
      minutes: 10,
    });
  });
});

it.each([
  ['bell.example/feed', 'https://bell.example/feed'],
  ['bell.example:8080/feed', 'https://bell.example:8080/feed'],
  [' <https://bell.example/feed> ', 'https://bell.example/feed'],
  ['feed://bell.example/feed', 'https://bell.example/feed'],
  ['feed:https://bell.example/feed', 'https://bell.example/feed'],
  ['feed:http://bell.example/feed', 'http://bell.example/feed'],
  ['http://bell.example/feed', 'http://bell.example/feed'],
  ['ftp://bell.example/feed', 'ftp://bell.example/feed'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('a person who writes "%s" means %s', (written, address) => expect(addressIn(written)).toBe(address));
