import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts, type DraftParts } from '../../src/digest/draft.ts';
import { nextRun } from '../../src/digest/schedule/next-run.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { dayMs, newDigest } from '../store/bench.ts';
import { followed } from '../store/feed-bench.ts';
import { createSelectBench, minuteMs, type SelectBench } from './selection/select-bench.ts';

const digest = newDigest({ guildId: '100', topics: [], stories: 5 });

let bench: SelectBench;
beforeEach(async () => {
  bench = await createSelectBench();
});
afterEach(() => bench.store.close());

/** Tells of the stories by their ids, as many as there is room for. */
const composeFor =
  (room: number): DraftParts['compose'] =>
  async (stories) => {
    const shown = stories.slice(0, room).map(({ article }) => article.id);
    if (shown.length === 0) return { shown };
    return {
      shown,
      reply: { blocks: [{ kind: 'text', pieces: [shown.join(' ')] }] },
    };
  };

const draftsWith = (room = 7, compose = composeFor(room)) => createDrafts({ stores: bench.stores, compose });

describe('a draft of a digest', () => {
  it('tells what there was room for, and says of the rest that there was none', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 8; count += 1) ids.push(await bench.put());
    const draft = await draftsWith(2)(bench.run(digest));
    expect(draft.articleIds).toEqual([ids[7], ids[6]]);
    expect(draft.record.counts).toEqual({ new: 2, room: 3, rank: 3 });
    expect(draft.record.stories.map(({ verdict }) => verdict)).toEqual([
      ...['new', 'new', 'room', 'room', 'room'],
      ...['rank', 'rank', 'rank'],
    ]);
  });

  it('has no reply where nothing is made of nothing', async () => {
    expect(await draftsWith()(bench.run(digest))).toEqual({
      articleIds: [],
      record: { since: bench.clock.at - 7 * dayMs, until: bench.clock.at, counts: {}, stories: [] },
    });
  });

  it.each<[string, number, boolean]>([
    ['of a preview', -30 * minuteMs, false],
    ['of a post on time', 0, false],
    ['of a late post', 30 * minuteMs, false],
    ['of one that is asked for', 12 * minuteMs, true],
  ])('says when the next one comes: %s', async (_, late, isAsked) => {
    const asked: number[] = [];
    const draft = draftsWith(7, async (stories, occasion) => {
      asked.push(occasion.nextRunAt);
      return await composeFor(7)(stories, occasion);
    });
    const slot = nextRun(digest, bench.clock.at);
    await draft(bench.run(digest, { slot: isAsked ? slot + late : slot, at: slot + late, isAsked }));
    expect(asked).toEqual([nextRun(digest, slot)]);
  });

  it('is the same for a preview and the post right after it', async () => {
    for (let count = 0; count < 12; count += 1)
      await bench.put({ source: `Paper ${count % 4}`, topics: [`topic ${count % 3}`] });
    const draft = draftsWith();
    const slot = bench.clock.at;
    const preview = await draft(bench.run(digest, { at: slot - 1 }));
    const post = await draft(bench.run(digest, { at: slot + 1 }));
    expect(post).toEqual({ ...preview, record: { ...preview.record, until: slot + 1 } });
  });
});

describe('what digests share', () => {
  function counted() {
    const calls: string[] = [];
    const { stories, articles } = bench.stores;
    const stores = {
      ...bench.stores,
      stories: {
        ...stories,
        fresh: (query: Parameters<typeof stories.fresh>[0]) => {
          calls.push(query.scopes.join());
          return stories.fresh(query);
        },
      },
      articles: {
        ...articles,
        holding: (query: Parameters<typeof articles.holding>[0]) => {
          calls.push(`holding ${query.scopes.join()}`);
          return articles.holding(query);
        },
      },
    };
    return { calls, draft: createDrafts({ stores, compose: composeFor(7) }) };
  }

  it('is read once for all that are due together and ask for the same', async () => {
    for (let count = 0; count < 9; count += 1) await bench.put({ topics: ['sea'] });
    const { calls, draft } = counted();
    const runs = Array.from({ length: 20 }, (_, guild) =>
      bench.run({ ...digest, id: `digest-of-${guild}`, guildId: `${guild}`, words: ['ferry'] }),
    );
    const drafts = await Promise.all(runs.map(draft));
    expect(new Set(drafts.map(({ articleIds }) => articleIds.join())).size).toBe(1);
    expect(calls.filter((call) => call === 'public')).toHaveLength(1);
    expect(calls.filter((call) => call === 'holding public')).toHaveLength(2);
    expect(calls.filter((call) => call.startsWith('holding guild'))).toHaveLength(0);
  });

  it('is read anew for a run after it, and for whoever asks when something has come in', async () => {
    await bench.put();
    const { calls, draft } = counted();
    const asked = () => draft(bench.run(digest, { isAsked: true }));
    const before = await asked();
    expect((await asked()).articleIds).toEqual(before.articleIds);
    expect(calls.filter((call) => call === 'public')).toHaveLength(1);
    const news = await bench.put();
    expect((await asked()).articleIds).toContain(news);
    bench.clock.at += minuteMs;
    await draft(bench.run(digest));
    await draft(bench.run(digest, { at: bench.clock.at + 59_000 }));
    expect(calls.filter((call) => call === 'public')).toHaveLength(3);
    await draft(bench.run(digest, { at: bench.clock.at + minuteMs }));
    expect(calls.filter((call) => call === 'public')).toHaveLength(4);
  });

  it('is as exact as what each reads alone, and never another guild’s', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anArticle, { maxLength: 12 }),
        fc.array(anAsking, { maxLength: 6 }),
        async (given, asks) => {
          const own = await createSelectBench();
          try {
            await sharesRightly(own, given, asks);
          } finally {
            await own.store.close();
          }
        },
      ),
      { numRuns: 20, seed: 12 },
    );
  });
});

const hourMs = 60 * minuteMs;
const guild = fc.constantFrom('1', '2', '3');
const anArticle = fc.record({
  scope: fc.oneof(
    fc.constant<Scope>('public'),
    guild.map((id): Scope => `guild:${id}`),
  ),
  topics: fc.subarray(['sea', 'towns']),
  source: fc.constantFrom('Bell', 'Wire', 'Post'),
  title: fc.constantFrom('Ferry stops', 'School roof', 'Quiet day'),
  hoursAgo: fc.integer({ min: 0, max: 200 }),
  hoursLate: fc.integer({ min: 0, max: 60 }),
  isMuted: fc.boolean(),
});
const anAsking = fc.record({
  guildId: guild,
  topics: fc.subarray(['sea', 'towns']),
  sources: fc.subarray(['bell', 'wire']),
  words: fc.subarray(['ferry', 'roof']),
  exceptWords: fc.subarray(['quiet']),
  hoursSinceLast: fc.option(fc.integer({ min: 1, max: 150 })),
});

type Given<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

/** Has articles, whose owners are answered; guild 2 has muted what brings some of them. */
async function furnish(
  own: SelectBench,
  given: readonly Given<typeof anArticle>[],
): Promise<ReadonlyMap<string, Scope>> {
  const { at } = own.clock;
  const { id: feedId } = await followed(own.store.feeds, '2');
  await own.store.feeds.mute('2', feedId, at);
  const owners = new Map<string, Scope>();
  for (const { hoursAgo, hoursLate, isMuted, ...more } of given) {
    const storedAt = at - hoursAgo * hourMs;
    const id = await own.put({ ...more, storedAt, publishedAt: storedAt - hoursLate * hourMs });
    owners.set(id, more.scope);
    if (isMuted) await own.bring(feedId, [id]);
  }
  own.clock.at = at;
  return owners;
}

async function sharesRightly(
  own: SelectBench,
  given: readonly Given<typeof anArticle>[],
  asks: readonly Given<typeof anAsking>[],
): Promise<void> {
  const owners = await furnish(own, given);
  const { at } = own.clock;
  const shared = createDrafts({ stores: own.stores, compose: composeFor(7) });
  for (const [place, { hoursSinceLast, ...asked }] of asks.entries()) {
    const each = newDigest({ ...asked, id: `digest-of-${place}` });
    own.clock.at = at - (hoursSinceLast ?? 0) * hourMs;
    if (hoursSinceLast !== null) await own.deliver(each, [], { state: 'empty', reason: 'nothing new' });
    own.clock.at = at;
    const draft = await shared(own.run(each));
    const alone = createDrafts({ stores: own.stores, compose: composeFor(7) });
    expect(draft).toEqual(await alone(own.run(each)));
    for (const { articleId } of draft.record.stories)
      expect(['public', `guild:${asked.guildId}`]).toContain(owners.get(articleId));
  }
}
