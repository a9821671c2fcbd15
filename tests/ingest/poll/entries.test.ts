import { describe, expect, it } from 'vitest';
import type { ParsedEntry } from '../../../src/ingest/feed/parsed-feed.ts';
import { entriesToNote } from '../../../src/ingest/poll/entries-to-note.ts';
import { publishedAt, sourceOf, topicsOf } from '../../../src/ingest/poll/entry-facts.ts';
import { readPayload } from '../../../src/ingest/poll/entry-payload.ts';
import { fullTextOf } from '../../../src/ingest/poll/full-text.ts';
import { paragraphs } from '../page/pages.ts';
import { dayMs, hourMs, startAt } from './polling.ts';

const entry = (known: Partial<ParsedEntry>): ParsedEntry => ({ categories: [], enclosures: [], ...known });
const noted = (...entries: readonly Partial<ParsedEntry>[]) =>
  entriesToNote(entries.map(entry), { now: startAt, isFirstPoll: false });

const hashOf = async (one: Partial<ParsedEntry>) => (await noted({ guid: 'a', ...one }))[0]?.contentHash;

describe('the marks of an entry', () => {
  it('are its guid, its address in one spelling, and its words', async () => {
    const [one] = await noted({ guid: 'a', url: 'https://bell.example/a?utm_source=x#top', title: 'Ferry' });
    expect(one).toMatchObject({
      guid: 'a',
      url: 'https://bell.example/a',
      contentHash: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  it('are not what several entries share', async () => {
    const home = 'https://bell.example/';
    const marks = await noted(
      { guid: 'x', url: home, title: 'One' },
      { guid: 'x', url: home, title: 'Two' },
      { guid: 'y', url: home, title: 'Three' },
    );
    expect(marks.map(({ guid, url }) => [guid, url])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['y', undefined],
    ]);
    expect(marks.map(({ payload }) => readPayload(payload)?.url)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['another date', { publishedAt: 5, updatedAt: 7 }],
    ['other markup', { content: '<div class="new" data-views="99">The   ferry <em>stops</em>.</div>' }],
    ['entities for characters', { content: '<p>The ferry st&#111;ps.</p>' }],
  ])('stay the same with %s', async (_, change) => {
    const one = { guid: 'a', title: 'Ferry', content: '<p>The ferry stops.</p>' };
    expect(await hashOf({ ...one, ...change })).toBe(await hashOf(one));
  });

  it('stay the same when more readers have commented or time has passed', async () => {
    const at = (comments: string, ago: string) =>
      hashOf({ content: `<p>It stops.</p><a>[${comments} comments]</a> ${ago} ago` });
    expect(await at('1,240', '2 days')).toBe(await at('339', '5 hours'));
  });

  it('change with the words, wherever they stand', async () => {
    const hashes = await Promise.all(
      [{ title: 'A b' }, { title: 'A', summary: 'b' }, { title: 'A', content: 'b' }, { title: 'A c' }].map(
        hashOf,
      ),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('are of each entry once, and of none that has neither name nor words', async () => {
    expect(await noted({ title: 'A' }, { title: 'A' }, {}, { title: ' ' })).toHaveLength(1);
  });

  it('come newest first; entries without a date keep the feed’s order behind those with one', async () => {
    const marks = await noted(
      { guid: 'a' },
      { guid: 'b', publishedAt: 1 },
      { guid: 'c', publishedAt: 2 },
      { guid: 'd' },
    );
    expect(marks.map(({ guid }) => guid)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('of an endless feed end', async () => {
    const many = Array.from({ length: 5000 }, (_, place) => ({
      guid: String(place),
      title: `Entry ${place}`,
    }));
    expect(await noted(...many)).toHaveLength(1000);
  });

  it('have a date of the future as now', async () => {
    const [one] = await noted({ guid: 'a', publishedAt: startAt + dayMs });
    expect(readPayload(one?.payload ?? '')?.publishedAt).toBe(startAt);
  });
});

it.each(['', 'no JSON', '[]', '{"title":5}', '{"categories":"a"}'])('"%s" is no payload', (written) =>
  expect(readPayload(written)).toBeUndefined(),
);

describe('the whole text of an article in its feed', () => {
  const whole = paragraphs.map((words) => `<p>${words}</p>`).join('');

  it('is content of several sentences', () => {
    expect(fullTextOf({ content: whole, categories: [] })).toBe(whole);
    const signed = `${whole}<p>The post <a href="/a">Ferry</a> appeared first on <a href="/">The Bell</a>.</p>`;
    expect(fullTextOf({ content: signed, categories: [] })).toBe(signed);
  });

  it.each([
    ['a few sentences', `<p>${paragraphs[0]}</p>`],
    ['many words in no sentence', `<p>${'word '.repeat(400)}</p>`],
    ['cut by an ellipsis', `${whole}<p>And the council…</p>`],
    ['cut by three dots', `${whole}<p>And the council ...</p>`],
    [
      'cut by WordPress',
      `${whole}<p>And […]</p><p>The post <a href="/a">Ferry</a> first appeared on The Bell.</p>`,
    ],
    ['with a link to the rest', `${whole}<a href="/a">Read the full story at The Bell &raquo;</a>`],
    ['with a link to the rest in French', `${whole}<a href="/a">Lire la suite</a>`],
  ])('is not %s', (_, content) => expect(fullTextOf({ content, categories: [] })).toBeUndefined());

  it('in the summary is longer than a lead', () => {
    expect(fullTextOf({ summary: whole, categories: [] })).toBeUndefined();
    expect(fullTextOf({ summary: whole.repeat(3), categories: [] })).toBe(whole.repeat(3));
  });
});

describe('what a feed knows of an article', () => {
  it.each([
    ['The Brannoch Bell', 'brannochbell.example', 'The Brannoch Bell'],
    ['Bell', 'www.brannochbell.example', 'Bell'],
    ['Brannoch Bell – World news', 'brannoch.example', 'Brannoch Bell – World news'],
    ['The Great Paper', 'bell.example', 'The Great Paper (bell.example)'],
    ['News of the day', 'news.example.com', 'News of the day (news.example.com)'],
    ['', 'bell.example', 'bell.example'],
    ['Brannoch \u202elleB', 'bell.example', 'Brannoch lleB (bell.example)'],
    ['\u200b', 'bell.example', 'bell.example'],
  ])('"%s" at %s is the source "%s"', (title, host, source) =>
    expect(sourceOf({ title }, host)).toBe(source),
  );

  it('is what it is about, in five subjects at most', () => {
    expect(
      topicsOf([
        'Sport',
        'sport',
        ' Cup  final ',
        'Uncategorized',
        'https://a.example',
        'x'.repeat(41),
        '2026',
      ]),
    ).toEqual(['Sport', 'Cup final']);
    expect(topicsOf('abcdefgh'.split(''))).toHaveLength(5);
  });

  it.each([
    ['a day only', startAt - (startAt % dayMs), startAt - hourMs, startAt - hourMs],
    ['a time', startAt - 2 * hourMs, startAt - hourMs, startAt - 2 * hourMs],
    [
      'another day',
      startAt - (startAt % dayMs) - 9 * dayMs,
      startAt,
      startAt - (startAt % dayMs) - 9 * dayMs,
    ],
  ])('is when, where the page has %s', (_, ofPage, ofFeed, at) =>
    expect(publishedAt(ofPage, ofFeed)).toEqual({ publishedAt: at }),
  );
});
