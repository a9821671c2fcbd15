import type { RequestListener } from 'node:http';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createAllowance } from '../../src/domain/allowance.ts';
import type { Reader } from '../../src/domain/scope.ts';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { createLinkIntake } from '../../src/ingest/take-in-link.ts';
import { openStore } from '../../src/store/open-store.ts';
import { problemOf } from '../problem-of.ts';
import { serve } from './fetch/serve.ts';
import { newsPage, paragraphs } from './page/pages.ts';

const now = Date.UTC(2026, 1, 4);
const inGuild: Reader = { personId: '7', guildId: '1' };
const html = 'text/html; charset=utf-8';

const { readDocument, close } = createReadingPool({ timeMs: 20_000 });
afterAll(close);

type Serving = Readonly<Record<string, (origin: string) => string>>;

/** A site with some pages (an address for one leads there), and the intake of links over an empty store. */
async function setUp(pages: Serving, { most = 10, headers = {} as Record<string, string> } = {}) {
  const asked: string[] = [];
  const listener: RequestListener = ({ url = '', headers: { host = '' } }, response) => {
    asked.push(url);
    const page = pages[url.split('?')[0] ?? ''];
    const body = page?.(`http://${host}`);
    if (body === undefined) response.writeHead(404).end();
    else if (body.startsWith('http')) response.writeHead(302, { location: body }).end();
    else response.writeHead(200, { 'content-type': html, ...headers }).end(body);
  };
  const { origin, host, port } = await serve(listener);
  const store = await openStore('sqlite::memory:', { now: () => now });
  onTestFinished(() => store.close());
  const web = openWeb({
    allowed: [host, `localhost:${port}`],
    contact: undefined,
    now: () => now,
    pauseMs: 0,
  });
  onTestFinished(() => web.close());
  const { articles } = store;
  const takeLink = createAllowance(most, 60_000, () => now);
  const takeIn = createLinkIntake({ ...web, articles, readDocument, clock: { now: () => now }, takeLink });
  return { origin, asked, articles, takeIn };
}

describe('a link', () => {
  it('becomes a public article with what the page says of itself', async () => {
    const head = '<meta property="article:published_time" content="2026-02-03T08:00:00Z">';
    const { origin, articles, takeIn } = await setUp({ '/ferry': () => newsPage({ head }) });
    const article = await takeIn(`${origin}/ferry?utm_source=x#top`, inGuild);
    expect(article).toMatchObject({
      title: 'Night ferry to Sula will stop',
      raw: paragraphs.join('\n'),
      url: `${origin}/ferry`,
      publishedAt: Date.UTC(2026, 1, 3, 8),
      scope: 'public',
    });
    expect(article.expiresAt).toBeUndefined();
    expect((await articles.getByUrl(`${origin}/ferry`, ['public']))?.id).toBe(article.id);
  });

  it('is fetched once for all who ask for it at the same time', async () => {
    const { origin, asked, takeIn } = await setUp({ '/ferry': () => newsPage() });
    const readers = ['1', '2', '3'].map((personId) => takeIn(`${origin}/ferry`, { personId }));
    const ids = (await Promise.all(readers)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    expect(asked).toEqual(['/robots.txt', '/ferry']);
  });

  it('with a secret in it stays with who gave it, and expires', async () => {
    const { origin, articles, takeIn } = await setUp({ '/ferry': () => newsPage() });
    const article = await takeIn(`${origin}/ferry?access_token=abc`, inGuild);
    expect(article).toMatchObject({ scope: 'guild:1', expiresAt: now + 86_400_000 });
    expect(await articles.count(['public'])).toBe(0);
    expect((await takeIn(`${origin}/ferry?sig=abc`, { personId: '7' })).scope).toBe('person:7');
  });

  it('that leads on is named by where it led, and a key handed over on the way is not kept', async () => {
    const { origin, takeIn } = await setUp({
      '/short': (own) => own.replace('127.0.0.1', 'localhost').concat('/ferry'),
      '/handed': (own) => `${own}/ferry?access_token=abc`,
      '/ferry': () => newsPage(),
    });
    const led = await takeIn(`${origin}/short`, inGuild);
    expect(led.url).toBe(`${origin.replace('127.0.0.1', 'localhost')}/ferry`);
    expect(led.source).toBe('localhost');
    const handed = await takeIn(`${origin}/handed`, inGuild);
    expect([handed.url, handed.scope]).toEqual([`${origin}/handed`, 'public']);
  });

  it('gets no address of another site, whatever the page claims', async () => {
    const claim = (url: string) => newsPage({ head: `<link rel="canonical" href="${url}">` });
    const { origin, takeIn } = await setUp({
      '/claims': () => claim('https://great-paper.example/front'),
      '/moved': (own) => claim(`${own}/ferry`),
    });
    expect((await takeIn(`${origin}/claims`, inGuild)).url).toBe(`${origin}/claims`);
    expect((await takeIn(`${origin}/moved`, inGuild)).url).toBe(`${origin}/ferry`);
  });

  it('names the site beside a publisher that the site does not bear the name of', async () => {
    const named = (name: string) => () =>
      newsPage({ head: `<meta property="og:site_name" content="${name}">` });
    const { origin, takeIn } = await setUp({
      '/other': named('The Great Paper'),
      '/own': named('127.0.0.1'),
    });
    expect((await takeIn(`${origin}/other`, inGuild)).source).toBe('The Great Paper (127.0.0.1)');
    expect((await takeIn(`${origin}/own`, inGuild)).source).toBe('127.0.0.1');
  });

  it.each([
    ['nosnippet', true],
    ['index, max-snippet:0', true],
    ['max-snippet:160, max-image-preview:large', true],
    ['max-snippet:-1, follow', false],
    ['max-snippet:5000', false],
    ['noindex', false],
  ])('to a page with the robots rule "%s" is refused: %s', async (rule, isRefused) => {
    const { origin, takeIn } = await setUp({
      '/ferry': () => newsPage({ head: `<meta name="robots" content="${rule}">` }),
    });
    const work = takeIn(`${origin}/ferry`, inGuild);
    if (isRefused) expect(await problemOf(work)).toMatchObject({ code: 'pageNotReadable' });
    else expect((await work).title).toContain('Night ferry');
  });

  it('is refused where a header or robots.txt says so', async () => {
    const tagged = await setUp({ '/ferry': () => newsPage() }, { headers: { 'x-robots-tag': 'nosnippet' } });
    expect(await problemOf(tagged.takeIn(`${tagged.origin}/ferry`, inGuild))).toMatchObject({
      why: 'the publisher does not let its words be shown elsewhere',
    });
    const shut = await setUp({
      '/robots.txt': () => 'User-agent: *\nDisallow: /',
      '/ferry': () => newsPage(),
    });
    expect(await problemOf(shut.takeIn(`${shut.origin}/ferry`, inGuild))).toMatchObject({
      why: 'its robots.txt asks programs not to read it',
    });
    expect(shut.asked).toEqual(['/robots.txt']);
  });

  it('to a page that gives little is kept as a stub, which never takes the place of more', async () => {
    let body: readonly string[] = paragraphs.slice(0, 1);
    const { origin, takeIn } = await setUp({ '/ferry': () => newsPage({ body }) });
    const read = async () => (await takeIn(`${origin}/ferry`, inGuild)).raw.split('\n').length;
    expect(await read()).toBe(1);
    body = paragraphs;
    expect(await read()).toBe(paragraphs.length);
    body = paragraphs.slice(0, 1);
    expect(await read()).toBe(paragraphs.length);
    body = paragraphs.slice(0, 3);
    expect(await read()).toBe(3);
  });

  it('says why it gave no article', async () => {
    const { origin, takeIn } = await setUp({
      '/menu': () => '<html><body><ul><li>News<li>Sport</ul></body></html>',
    });
    const at = (path: string) => problemOf(takeIn(`${origin}${path}`, inGuild));
    expect(await at('/missing')).toEqual({ code: 'pageNotReadable', host: '127.0.0.1', why: 'status 404' });
    expect(await at('/menu')).toMatchObject({ why: 'there is no article on the page' });
    const image = await setUp({ '/a.png': () => 'PNG' }, { headers: { 'content-type': 'image/png' } });
    expect(await problemOf(image.takeIn(`${image.origin}/a.png`, inGuild))).toMatchObject({
      why: 'it is not a web page',
    });
  });

  it.each(['http://127.0.0.1/', 'http://localhost:8080/', 'ftp://paper.example/', 'https://a.example:22/'])(
    '%s is not asked for at all',
    async (link) => {
      const { asked, takeIn } = await setUp({});
      expect(await problemOf(takeIn(link, inGuild))).toEqual({ code: 'linkRefused' });
      expect(asked).toEqual([]);
    },
  );

  it('is one of so many a person', async () => {
    const { origin, takeIn } = await setUp({ '/ferry': () => newsPage() }, { most: 1 });
    await takeIn(`${origin}/ferry`, inGuild);
    expect(await problemOf(takeIn(`${origin}/other`, inGuild))).toEqual({ code: 'tooManyLinks', minutes: 1 });
    expect((await takeIn(`${origin}/ferry`, { personId: '8' })).scope).toBe('public');
  });
});

describe('the allowance of links', () => {
  it('comes back as time goes by', () => {
    let time = 0;
    const take = createAllowance(2, 1000, () => time);
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 1000, 0]);
    time = 400;
    expect(take('a')).toBe(600);
    time = 1000;
    expect(take('a')).toBe(0);
  });
});
