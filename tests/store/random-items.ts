import fc from 'fast-check';
import type {
  ArticleItem,
  DeliveryItem,
  DigestItem,
  EntryItem,
  FeedItem,
  GuildItem,
  StoreItem,
  ValueItem,
} from '../../src/store/transfer/items.ts';
import { start } from './bench.ts';

/** Texts with all that is hard to keep: NUL, marks of other scripts, characters that Unicode leaves to programs. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('\0', '\ufdd0', '\ufdd00\0', "O'Brien’s “ferry”", '\u2028\u2029\r\n', '{"a":1}', ''),
    fc.lorem({ maxCount: 8 }),
  )
  .map((one) => one.toWellFormed());
const name = fc.stringMatching(/^[a-z0-9]{4,8}$/);
const time = fc.integer({ min: start - 1e9, max: start + 1e9 });
const future = fc.integer({ min: start + 1, max: start + 1e12 });
const address = name.map((one) => `https://bell.example/${one}`);
const count = fc.nat({ max: 9 });

const guildOf = (id: string): fc.Arbitrary<GuildItem> =>
  fc.record({ kind: fc.constant('guild' as const), id: fc.constant(id), leftAt: time });

const pauseOf = fc.record(
  { at: time, by: fc.constantFrom('person', 'rights', 'gone'), missing: fc.array(text, { maxLength: 2 }) },
  { requiredKeys: ['at', 'by'] },
);

const digestOf = (id: string): fc.Arbitrary<DigestItem> =>
  fc.record(
    {
      kind: fc.constant('digest' as const),
      id: fc.constant(id),
      guildId: fc.constantFrom('100', '200'),
      channelId: name,
      name: text,
      times: fc.uniqueArray(fc.constantFrom('08:00', '12:30', '23:59'), { minLength: 1 }),
      days: fc.uniqueArray(fc.nat({ max: 6 })),
      timezone: fc.constantFrom('Europe/London', 'UTC'),
      topics: fc.array(text, { maxLength: 3 }),
      sources: fc.array(text, { maxLength: 2 }),
      words: fc.array(text, { maxLength: 2 }),
      exceptWords: fc.array(text, { maxLength: 2 }),
      stories: fc.integer({ min: 1, max: 7 }),
      style: fc.constantFrom('cards', 'lines', 'threads'),
      skipEmpty: fc.boolean(),
      chart: fc.boolean(),
      publish: fc.boolean(),
      mentionRoleId: name,
      createdBy: name,
      createdAt: time,
      nextRunAt: time,
      pause: pauseOf,
    },
    {
      requiredKeys: [
        'kind',
        'id',
        'guildId',
        'channelId',
        'name',
        'times',
        'days',
        'timezone',
        'topics',
        'sources',
        'words',
        'exceptWords',
        'stories',
        'style',
        'skipEmpty',
        'chart',
        'publish',
        'createdBy',
        'createdAt',
        'nextRunAt',
      ],
    },
  );

const deliveryOf = ({ id, guildId }: DigestItem, articleIds: readonly string[]): fc.Arbitrary<DeliveryItem> =>
  fc.record(
    {
      kind: fc.constant('delivery' as const),
      digestId: fc.constant(id),
      slot: time,
      channelId: name,
      guildId: fc.constant(guildId),
      isAsked: fc.boolean(),
      state: fc.constantFrom('pending', 'posted', 'empty', 'skipped', 'failed', 'uncertain'),
      attempts: count,
      payload: text,
      record: text,
      articleIds: fc.array(fc.constantFrom('gone', ...articleIds), { maxLength: 4 }),
      firstTriedAt: time,
      notBefore: time,
      messageId: name,
      reason: text,
      settledAt: time,
      afterwards: fc.constantFrom('due', 'done', 'the channel is gone'),
      alert: fc.constant('due' as const),
    },
    {
      requiredKeys: [
        'kind',
        'digestId',
        'slot',
        'channelId',
        'guildId',
        'isAsked',
        'state',
        'attempts',
        'articleIds',
      ],
    },
  );

const feedOf = (id: string): fc.Arbitrary<FeedItem> =>
  fc.record(
    {
      kind: fc.constant('feed' as const),
      id: fc.constant(id),
      address: address,
      scope: fc.constantFrom('public', 'guild:100'),
      title: text,
      siteUrl: address,
      language: fc.constantFrom('en', 'de'),
      addedAt: time,
      state: fc.record(
        {
          etag: text,
          newestEntryAt: time,
          stoppedAt: time,
          failure: fc.record({
            reason: fc.constantFrom('gone', 'too-slow'),
            since: time,
            lastAt: time,
            count,
          }),
        },
        { requiredKeys: [] },
      ),
      followers: fc.array(
        fc.record(
          {
            guildId: fc.constant('100'),
            addedBy: name,
            addedAt: time,
            mutedAt: time,
            groups: fc.array(text, { maxLength: 2 }),
          },
          { requiredKeys: ['guildId', 'addedBy', 'addedAt', 'groups'] },
        ),
        { minLength: 1, maxLength: 1 },
      ),
    },
    { requiredKeys: ['kind', 'id', 'address', 'scope', 'title', 'addedAt', 'state', 'followers'] },
  );

const entryOf = (feedIds: readonly string[]): fc.Arbitrary<EntryItem> =>
  fc.record(
    {
      kind: fc.constant('entry' as const),
      feedId: fc.constantFrom(...feedIds),
      guid: text,
      url: address,
      contentHash: name,
      firstSeenAt: time,
      payload: text,
      turn: time,
      attempts: count,
      reason: text,
    },
    { requiredKeys: ['kind', 'feedId', 'contentHash', 'firstSeenAt', 'turn', 'attempts'] },
  );

const textOf = (id: string, version: number) =>
  fc.record(
    {
      kind: fc.constant('text' as const),
      id: fc.constant(id),
      version: fc.constant(version),
      storedAt: time,
      title: text,
      standfirst: text,
      text,
      raw: text,
      runs: fc.array(
        fc.record(
          { cleanStart: count, cleanEnd: count, rawStart: count, rawEnd: count, repaired: text },
          { requiredKeys: ['cleanStart', 'cleanEnd', 'rawStart', 'rawEnd'] },
        ),
        { maxLength: 3 },
      ),
      removals: fc.array(fc.record({ step: name, reason: text, text }), { maxLength: 2 }),
      pullQuotes: fc.array(text, { maxLength: 2 }),
    },
    {
      requiredKeys: [
        'kind',
        'id',
        'version',
        'storedAt',
        'title',
        'text',
        'raw',
        'runs',
        'removals',
        'pullQuotes',
      ],
    },
  );

const factsOf = (id: string, version: number, feedIds: readonly string[]) =>
  fc.record(
    {
      kind: fc.constant('article' as const),
      id: fc.constant(id),
      scope: fc.constantFrom(
        'public' as const,
        'guild:100' as const,
        'guild:200' as const,
        'person:300' as const,
      ),
      version: fc.constant(version),
      source: text,
      url: address,
      author: text,
      publishedAt: time,
      storedAt: time,
      expiresAt: future,
      topics: fc.uniqueArray(text, { maxLength: 3 }),
      feeds: fc.subarray([...feedIds]).map((ids) => ids.toSorted()),
      grouping: fc.record(
        {
          version: fc.integer({ min: 1, max: version }),
          story: name,
          copyOf: name,
          isStub: fc.boolean(),
          arrivedAt: time,
        },
        { requiredKeys: ['version', 'story', 'isStub'] },
      ),
      noted: fc.record({
        edition: fc.integer({ min: 1, max: 3 }),
        speakers: fc
          .subarray(['Ina Poe', 'Ines Marlow', 'Otto Lind'])
          // A speaker has one role in a scope, as the article noted last says.
          .map((names) =>
            names.map((one) => (one === 'Ina Poe' ? { name: one, role: 'mayor' } : { name: one })),
          ),
      }),
    },
    {
      requiredKeys: [
        'kind',
        'id',
        'scope',
        'version',
        'source',
        'publishedAt',
        'storedAt',
        'topics',
        'feeds',
      ],
    },
  );

const articleOf = (id: string, feedIds: readonly string[]): fc.Arbitrary<ArticleItem> =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((versions) =>
      fc
        .tuple(
          factsOf(id, versions, feedIds),
          fc.tuple(...Array.from({ length: versions }, (_, index) => textOf(id, index + 1))),
        )
        .map(([facts, texts]) => ({ kind: 'article', facts, texts })),
    );

const value: fc.Arbitrary<ValueItem> = fc.record(
  {
    kind: fc.constant('value' as const),
    namespace: name,
    key: text,
    value: text.map((one) => JSON.stringify({ value: one })),
    // By the machine's own clock, which tests cannot set.
    expiresAt: fc.integer({ min: 1e14, max: 2e14 }),
  },
  { requiredKeys: ['kind', 'namespace', 'key', 'value'] },
);

const ids = fc.uniqueArray(name, { minLength: 5, maxLength: 40 });

const many = <T, U>(of: readonly T[], make: (one: T) => fc.Arbitrary<U>): fc.Arbitrary<readonly U[]> =>
  fc.tuple(...of.map(make));

/** All that a store could hold, in the order in which it is loaded. */
export const randomItems: fc.Arbitrary<readonly StoreItem[]> = fc
  .tuple(ids, ids, ids)
  .chain(([articleIds, digestIds, feedIds]) =>
    many(digestIds, digestOf).chain((digests) =>
      fc.tuple(
        many(['300', '400'], guildOf),
        fc.constant(digests),
        fc
          .array(
            fc.constantFrom(...digests).chain((digest) => deliveryOf(digest, articleIds)),
            { minLength: 9, maxLength: 60 },
          )
          .map((all) => [...new Map(all.map((one) => [`${one.digestId} ${one.slot}`, one])).values()]),
        many(feedIds, feedOf),
        fc.uniqueArray(entryOf(feedIds), {
          minLength: 9,
          maxLength: 60,
          selector: ({ feedId, guid, url, contentHash }) => JSON.stringify([feedId, guid, url, contentHash]),
        }),
        many(articleIds, (id) => articleOf(id, feedIds)),
        fc.uniqueArray(value, {
          minLength: 2,
          maxLength: 30,
          selector: ({ namespace, key }) => JSON.stringify([namespace, key]),
        }),
      ),
    ),
  )
  .map((parts) => parts.flat());
