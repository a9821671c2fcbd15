import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectStories } from '../../../src/digest/selection/select.ts';
import type { NewArticle } from '../../../src/domain/article.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import { dayMs, newDigest } from '../../store/bench.ts';
import { followed } from '../../store/feed-bench.ts';
import { createSelectBench, hourMs, type SelectBench } from './select-bench.ts';

const digest = newDigest({ guildId: '100', topics: [], stories: 3, days: [0, 1, 2, 3, 4, 5, 6] });
const stub = 'The ferry stops in May.';

let bench: SelectBench;
beforeEach(async () => {
  bench = await createSelectBench();
});
afterEach(() => bench.store.close());

const put = (given?: Partial<NewArticle>) => bench.put(given);
const selection = (given: Partial<Digest> = {}) =>
  selectStories(bench.stores, bench.run({ ...digest, ...given }));
const selected = async (given: Partial<Digest> = {}) =>
  (await selection(given)).stories.map(({ article }) => article.id);
const counts = async (given: Partial<Digest> = {}) => (await selection(given)).record.counts;

describe('the stories of a digest', () => {
  it('are those that are public or the guild’s own, of two alike the newer first', async () => {
    const text = 'Seven lamps of the quay were lit by hand. Nobody came. They will be lit again tomorrow.';
    const [oldest, older, own] = [await put(), await put(), await put({ scope: 'guild:100', text })];
    await put({ scope: 'guild:101' });
    await put({ scope: 'person:100' });
    const newest = await put();
    expect(await selected()).toEqual([newest, own, older]);
    expect(await selected({ stories: 7 })).toEqual([newest, own, older, oldest]);
    expect(await counts()).toEqual({ new: 3, rank: 1 });
  });

  it('are not told twice where the guild’s own feed brings what is public', async () => {
    const text = 'Seven lamps of the quay were lit by hand. Nobody came. They will be lit again tomorrow.';
    await put({ title: 'Lamps of the quay', text });
    const own = await put({ title: 'Lamps of the quay', text, scope: 'guild:100' });
    expect(await selected()).toEqual([own]);
    expect(await counts()).toEqual({ new: 1, rank: 1 });
  });

  it('are found behind hundreds that are stubs, or told', async () => {
    const whole = await put();
    for (let count = 0; count < 120; count += 1) await put({ text: stub });
    expect(await selected()).toEqual([whole]);
    expect(await counts()).toEqual({ new: 1, stub: 120 });
  });

  it('are none that only muted feeds have brought', async () => {
    const { feeds } = bench.store;
    const [muted, heard] = [await followed(feeds), await followed(feeds)];
    const [byLink, byBoth, byMuted] = [await put(), await put(), await put()];
    await bench.bring(muted.id, [byMuted, byBoth]);
    await bench.bring(heard.id, [byBoth]);
    expect(await selected()).toEqual([byMuted, byBoth, byLink]);
    await feeds.mute('100', muted.id, bench.clock.at);
    expect(await selected()).toEqual([byBoth, byLink]);
    expect(await counts()).toEqual({ new: 2, muted: 1 });
    await feeds.mute('100', muted.id, undefined);
    expect(await selected()).toEqual([byMuted, byBoth, byLink]);
  });

  it('are no stubs, whether that is known or seen', async () => {
    const whole = await put();
    await put({ text: stub });
    const known = await put({ text: stub });
    const grouping = { version: 1, moved: new Map(), taken: new Map(), isStub: true };
    await bench.store.stories.group([{ ...grouping, articleId: known, story: known }]);
    expect(await selected()).toEqual([whole]);
    expect(await counts()).toEqual({ new: 1, stub: 2 });
  });

  it('are those that more publishers tell before those that are a little newer', async () => {
    const [bell, wire, post] = [
      await put({ source: 'Bell' }),
      await put({ source: 'Wire' }),
      await put({ source: 'Post' }),
    ];
    await bench.together([bell, wire, post]);
    const newer = await put();
    expect(await selected()).toEqual([post, newer]);
  });

  it('are not all of one publisher, nor on one topic, where others are worth nearly as much', async () => {
    const [sea, town] = [
      await put({ source: 'Wire', topics: ['sea'] }),
      await put({ source: 'Post', topics: ['towns'] }),
    ];
    for (let count = 0; count < 5; count += 1) await put({ source: 'Bell', topics: ['sea'] });
    const chosen = await selected();
    expect(chosen).toContain(sea);
    expect(chosen).toContain(town);
  });

  it('stand, where they are worth the same, in the order in which they came in, the last first', async () => {
    const publishedAt = bench.clock.at;
    const ids: string[] = [];
    for (const name of ['m', 'z', 'a', 'k'])
      ids.push(await put({ id: name.padEnd(22, '_'), publishedAt, storedAt: publishedAt }));
    expect(await selected({ stories: 4 })).toEqual(ids.toReversed());
  });

  it('stand in one order whenever they are asked for', async () => {
    for (let count = 0; count < 12; count += 1)
      await put({
        source: `Paper ${count % 5}`,
        topics: [`topic ${count % 3}`],
        publishedAt: bench.clock.at,
      });
    const first = await selected({ stories: 7 });
    for (let minute = 0; minute < 5; minute += 1) {
      bench.clock.at += 7 * 60_000;
      expect(await selected({ stories: 7 })).toEqual(first);
    }
  });
});

describe('what a digest asks for', () => {
  interface Ids {
    readonly ferry: string;
    readonly school: string;
    readonly plain: string;
  }
  const putThree = async (): Promise<Ids> => ({
    ferry: await put({ topics: ['Sea', 'towns'], source: 'The Bell', title: 'Ferries stop in May' }),
    school: await put({
      topics: ['schools'],
      source: 'Béacon',
      title: 'School roof leaks',
      text: `${stub} Pupils wait. The rain goes on.`,
    }),
    plain: await put({
      source: 'Wire',
      title: 'A quiet day',
      text: 'Nothing stirs. A dog sleeps. The tide is low.',
    }),
  });

  it.each<[string, Partial<Digest>, readonly (keyof Ids)[], object]>([
    ['nothing', {}, ['plain', 'school', 'ferry'], { new: 3 }],
    ['a topic', { topics: ['sea'] }, ['ferry'], { new: 1, topic: 2 }],
    [
      'any of several topics, in any case',
      { topics: ['SEA', 'Schools'] },
      ['school', 'ferry'],
      { new: 2, topic: 1 },
    ],
    ['a publisher, without its article', { sources: ['bell'] }, ['ferry'], { new: 1, source: 2 }],
    [
      'a publisher, without marks',
      { sources: ['BEACON', 'wire'] },
      ['plain', 'school'],
      { new: 2, source: 1 },
    ],
    ['a word, in title or text', { words: ['ferry'] }, ['ferry', 'school'], { new: 2, words: 1 }],
    ['a phrase', { words: ['roofs leaking', 'no such thing'] }, ['school'], { new: 1, words: 2 }],
    ['an unwanted word', { exceptWords: ['ferry'] }, ['plain'], { new: 1, 'except-words': 2 }],
    [
      'an unwanted phrase',
      { exceptWords: ['quiet day', 'sea'] },
      ['school', 'ferry'],
      { new: 2, 'except-words': 1 },
    ],
    ['a topic and a word', { topics: ['schools'], words: ['ferries'] }, ['school'], { new: 1, topic: 2 }],
    ['a topic without a word', { topics: ['sea'], exceptWords: ['pupil'] }, ['ferry'], { new: 1, topic: 2 }],
    ['what nothing holds', { words: ['xylophone'] }, [], { words: 3 }],
    ['words that are none', { words: ['  '], exceptWords: ['…'] }, ['plain', 'school', 'ferry'], { new: 3 }],
  ])('is kept to: %s', async (_, asked, expected, expectedCounts) => {
    const ids = await putThree();
    expect(await selected(asked)).toEqual(expected.map((name) => ids[name]));
    expect(await counts(asked)).toEqual(expectedCounts);
  });

  it('is asked of any article of a story, but of none that the guild has muted', async () => {
    const { id } = await followed(bench.store.feeds);
    const [sea, plain] = [await put({ topics: ['sea'], source: 'Bell' }), await put({ title: 'Xylophones' })];
    await bench.together([sea, plain]);
    await bench.bring(id, [sea]);
    expect(await selected({ topics: ['sea'], words: ['xylophone'] })).toEqual([plain]);
    expect(await selected({ sources: ['Bell'] })).toEqual([sea]);
    await bench.store.feeds.mute('100', id, bench.clock.at);
    expect(await counts({ topics: ['sea'] })).toEqual({ topic: 1 });
    expect(await counts({ sources: ['Bell'] })).toEqual({ source: 1 });
  });

  it('names the unwanted word that was met, also in an article from before', async () => {
    const old = await put({ text: `${stub} A xylophone plays. Nobody minds.` });
    bench.clock.at += 2 * dayMs;
    await bench.together([old, await put()]);
    const { record } = await selection({ exceptWords: ['trumpet', 'xylophones'] });
    expect(record.stories).toMatchObject([{ verdict: 'except-words', detail: 'xylophones' }]);
  });

  it('comes first where a title says it', async () => {
    const titled = await put({ title: 'Xylophones for all' });
    const newer = await put({ text: `${stub} A xylophone plays. Nobody minds.` });
    expect(await selected({ words: ['xylophone'] })).toEqual([titled, newer]);
  });

  it('is told by the publisher that is asked for', async () => {
    const [bell, wire] = [await put({ source: 'Bell' }), await put({ source: 'Wire' })];
    await bench.together([bell, wire]);
    expect(await selected()).toEqual([wire]);
    expect(await selected({ sources: ['bell'] })).toEqual([bell]);
  });
});

describe('the time that a run looks back', () => {
  const told = (state: 'posted' | 'empty' | 'skipped' | 'failed') =>
    state === 'posted'
      ? bench.deliver(digest, ['told'], { state, messageId: '1' })
      : bench.deliver(digest, [], { state, reason: 'so it was' });

  it.each<['posted' | 'empty' | 'skipped' | 'failed', boolean]>([
    ['posted', false],
    ['empty', false],
    ['skipped', true],
    ['failed', true],
  ])(
    'begins with the last digest: one that was %s keeps what was before for the next: %s',
    async (state, isKept) => {
      await bench.deliver(digest, [], { state: 'empty', reason: 'nothing new' });
      bench.clock.at += hourMs;
      const before = await put();
      bench.clock.at += hourMs;
      await told(state);
      bench.clock.at += hourMs;
      const after = await put();
      expect(await selected()).toEqual(isKept ? [after, before] : [after]);
    },
  );

  it('goes by when articles came in, so that none is lost which came late', async () => {
    await told('posted');
    bench.clock.at += 6 * hourMs;
    const late = await put({ publishedAt: bench.clock.at - 20 * hourMs });
    const archived = await put({ publishedAt: bench.clock.at - 20 * dayMs });
    expect(await selected()).toEqual([late]);
    expect(await counts()).toEqual({ new: 1 });
    expect(archived).toBeDefined();
  });

  it('loses nothing that was stored as the last post was made', async () => {
    const seenLate = await put({ storedAt: bench.clock.at - 5_000 });
    bench.clock.at -= 60_000;
    await told('posted');
    expect(await selected()).toEqual([seenLate]);
  });

  it.each<[string, readonly number[], number, boolean]>([
    ['a day', [1, 2, 3, 4, 5, 6, 0], 23, true],
    ['no more than a day where it comes daily', [0, 1, 2, 3, 4, 5, 6], 25, false],
    ['a week where it comes once a week', [2], 6 * 24, true],
    ['over the weekend where it comes on weekdays', [1, 2, 3, 4, 5], 70, true],
  ])('is %s at first', async (_, days, hours, isSeen) => {
    const old = await put();
    bench.clock.at += hours * hourMs;
    const now = await put();
    expect(await selected({ days })).toEqual(isSeen ? [now, old] : [now]);
  });

  it('is as far as there is something at first, where nothing at all came in a week; and never later', async () => {
    const publishedAt = bench.clock.at - 60 * dayMs;
    const [old] = [await put({ publishedAt }), await put({ publishedAt: publishedAt - dayMs })];
    const { stories, record } = await selection({ stories: 1 });
    expect(stories.map(({ article }) => article.id)).toEqual([old]);
    expect(record.since).toBe(publishedAt);
    await told('empty');
    bench.clock.at += hourMs;
    expect(await selected()).toEqual([]);
  });

  it('is the last week at first, where the day has brought nothing that is asked for', async () => {
    const [early, ofSea] = [await put(), await put({ topics: ['sea'] })];
    bench.clock.at += 5 * dayMs;
    expect(await selected()).toEqual([ofSea, early]);
    const plain = await put();
    expect(await selected()).toEqual([plain]);
    expect(await selected({ topics: ['sea'] })).toEqual([ofSea]);
    bench.clock.at += 4 * dayMs;
    await put();
    expect(await selected({ topics: ['sea'] })).toEqual([]);
    bench.clock.at += hourMs;
    await told('posted');
    expect(await selected()).toEqual([]);
  });
});

describe('an event that several articles tell', () => {
  const told = async () =>
    (await selection()).stories.map(({ article: { id }, sourceCount }) => [id, sourceCount]);

  it('is one story, told by its lead, with the number of its sources', async () => {
    const [bell, other] = [await put({ source: 'Bell' }), await put()];
    const [wire, again] = [await put({ source: 'Wire' }), await put({ source: 'Bell' })];
    await bench.together([bell, wire, again], { [again]: bell });
    expect(await told()).toEqual([
      [wire, 2],
      [other, 1],
    ]);
  });

  it('is told by what the guild hears, and not at all where it has muted all of it', async () => {
    const { feeds } = bench.store;
    const { id } = await followed(feeds);
    const [bell, wire, copy] = [
      await put({ source: 'Bell' }),
      await put({ source: 'Wire' }),
      await put({ source: 'Post' }),
    ];
    await bench.together([bell, wire, copy], { [copy]: bell });
    await bench.bring(id, [wire]);
    await feeds.mute('100', id, bench.clock.at);
    expect(await told()).toEqual([[bell, 2]]);
    await feeds.mute('100', id, undefined);
    await bench.bring(id, [bell, copy]);
    expect(await told()).toEqual([[wire, 3]]);
    await feeds.mute('100', id, bench.clock.at);
    expect(await told()).toEqual([]);
  });

  it('is told by the newest article that is more than a stub', async () => {
    const whole = await put();
    await bench.together([whole, await put({ text: stub })]);
    expect(await told()).toEqual([[whole, 1]]);
  });
});

describe('the record of a run', () => {
  it('counts every story that was looked at, lists the taken first, and 30 at most', async () => {
    for (let count = 0; count < 40; count += 1) await put({ topics: [count % 2 === 0 ? 'sea' : 'towns'] });
    await put({ topics: ['sea'], title: 'A xylophone' });
    const { stories, record } = await selection({ topics: ['sea'], exceptWords: ['xylophone'] });
    expect(record.counts).toEqual({ new: 3, rank: 17, topic: 20, 'except-words': 1 });
    expect(record.stories).toHaveLength(30);
    expect(record.stories.slice(0, 3).map(({ articleId, verdict }) => [articleId, verdict])).toEqual(
      stories.map(({ article }) => [article.id, 'new']),
    );
    expect(record.stories.find(({ verdict }) => verdict === 'except-words')?.detail).toBe('xylophone');
    expect(record.until).toBe(bench.clock.at);
    expect(record.since).toBe(bench.clock.at - dayMs);
    expect(
      record.stories.filter(({ verdict }) => verdict === 'rank').every(({ score }) => score !== undefined),
    ).toBe(true);
  });
});
