import { expect } from 'vitest';
import type { Scope } from '../../src/domain/scope.ts';
import { guildSettings } from '../../src/store/guild-state.ts';
import type { Store } from '../../src/store/store.ts';
import { idsOf } from './bench.ts';

/**
 * Rows as earlier versions have written them, in the SQL of their time: frozen, as those versions are. Where both engines
 * had a table of one form, they have the rows in common.
 */
const at = 1_767_312_000_000;

const digestRows = `
insert into digest (id, guild_id, channel_id, name, time, days, timezone, topics, stories, style, skip_empty,
                    created_by, created_at, next_run_at, paused_at)
  values ('old-digest', '100', '200', 'Old news', '08:00', '[1,2]', 'Europe/London', '["islands"]', 5, 'cards', 1,
          '300', ${at}, ${at}, null),
         ('old-resting', '100', '200', 'Old rest', '18:30', '[0]', 'UTC', '[]', 3, 'lines', 0, '300', ${at + 1}, ${at}, ${at});
insert into delivery (digest_id, slot, channel_id, guild_id, nonce, reference, state, attempts, payload, message_id)
  values ('old-digest', 1, '200', '100', 'nonce-1', 'abc', 'posted', 1, '{}', '900'),
         ('old-digest', 2, '200', '100', 'nonce-2', 'abd', 'pending', 0, '{"old":1}', null),
         ('old-resting', 3, '200', '100', 'nonce-3', 'abe', 'pending', 0, null, null);
insert into delivery_article (digest_id, slot, position, article_id) values ('old-digest', 1, 0, 'old-article');
`;

const settings = `'{"value":{"alertsChannelId":"5"}}'`;

const textFields = 'id, version, stored_at, title, standfirst, body, raw, runs, removals, pull_quotes';
const texts = `
  ('old-article', 1, ${at}, 'Lamps of the quay', null, 'The lamps burn at noon.', 'raw', '[]', '[]', '[]'),
  ('old-article', 2, ${at}, 'Lamps of the quay', 'By night', 'The lamps burn at night.', 'raw',
   '[{"cleanStart":0,"cleanEnd":3,"rawStart":0,"rawEnd":3}]', '[{"step":"menu","reason":"a menu","text":"x"}]', '["y"]')`;
const facts = `'old-article', 'guild:100', 2, 'The Brannoch Bell', 'https://bell.example/lamps', 'Ailsa Reid',
   ${at}, ${at}, null, '["islands"]'`;

const feedRows = (articleRow: string): string => `
insert into feed (id, address, scope, title, site_url, language, added_at, state)
  values ('old-feed', 'https://bell.example/feed', 'guild:100', 'Bell', null, 'en', ${at}, '{"etag":"x"}');
insert into subscription (guild_id, feed_id, added_by, added_at, muted_at, groups)
  values ('100', 'old-feed', '300', ${at}, null, '["Coast"]');
insert into feed_entry (feed_id, guid, url, content_hash, first_seen_at, payload, turn)
  values ('old-feed', 'g1', 'https://bell.example/lamps', 'h1', ${at}, null, 1),
         ('old-feed', 'g2', null, 'h2', ${at}, '{"old":true}', 2);
insert into feed_article (feed_id, article_id) values ('old-feed', ${articleRow});
`;

/** What each migration of SQLite makes room for, by the form it leads to. */
export const sqliteRows: Readonly<Record<number, string>> = {
  1: `begin;
insert into article_text (${textFields}) values ${texts};
insert into article (row_id, id, scope, version, source, url, author, published_at, stored_at, expires_at, topics)
  values (${at / 1000}, ${facts});
${digestRows}
insert into key_value (namespace, key, value) values ('guild-settings', '100', ${settings});
commit;`,
  2: `insert into speaker (speaker_id, scope, name, words, role) values (7, 'guild:100', 'Ina Poe', 'ina poe', 'the mayor');
insert into article_speaker (speaker_id, row_id) values (7, ${at / 1000});
update article set noted = 1;`,
  3: feedRows(`'old-article'`),
  4: `insert into story_article (article_id, version, scope, story, copy_of, is_stub, arrived_at)
  values ('old-article', 2, 'guild:100', 'old-story', null, 0, ${at});
delete from arrived_article;`,
};

/** The same of PostgreSQL. */
export const postgresRows: Readonly<Record<number, string>> = {
  1: `insert into article (id, scope, version, source, url, author, published_at, stored_at, expires_at, topics, url_key,
                     length, words)
  values (${facts}, '2hUg0oVpqFfWkLUQp1TZre', 9,
   $$'lamp':1A,11 'of':1A 'the':1A,11 'quai':1A 'burn':11 'at':11 'night':11 '^lamps' '^l*' '^la*' '^lam*' '^of' '^o*'
     '^of*' '^the' '^t*' '^th*' '^the*' '^quay' '^q*' '^qu*' '^qua*' '@20455' '%x3SMpJ0eOtjG9FGkHKa1sk'
     '=k-Nr8z6NaHkmA3HdChbNoV' '#zc6CGMGZ_SrjcGa51A3ddD'$$::tsvector);
insert into article_text (${textFields}) values ${texts};
insert into article_note (row_id, edition, published_at) select row_id, 1, published_at from article;
insert into tally (scope, kind, name, count) values ('guild:100', 'source', 'The Brannoch Bell', 1),
  ('guild:100', 'topic', 'islands', 1), ('guild:100', 'day', '20455', 1);
${digestRows}
insert into key_value (namespace, key_key, key, value)
  values ('guild-settings', 'rVc2aGUSblVknssjrh1IiH', '100', ${settings});
insert into speaker (scope, name, name_key, words, role)
  values ('guild:100', 'Ina Poe', 'c1ugSRsBcwHbxuqbvAJYTO', $$'ina' 'poe'$$, 'the mayor');
insert into article_speaker (speaker_id, published_at, row_id)
  select speaker_id, published_at, row_id from speaker, article;
${feedRows(`'old-article'`)}`,
  2: `insert into story_article (row_id, version, scope, story, copy_of, is_stub, arrived_at)
  select row_id, 2, 'guild:100', 'old-story', null, false, ${at} from article;
delete from arrived_article;`,
};

const mine: readonly Scope[] = ['public', 'guild:100'];

/** What of the old rows a store has. */
export interface OldParts {
  readonly speakers: boolean;
  readonly feeds: boolean;
  readonly stories: boolean;
}

async function expectArticle({ articles, speakers }: Store, parts: OldParts): Promise<void> {
  expect(await articles.get('old-article', mine)).toEqual({
    id: 'old-article',
    scope: 'guild:100',
    version: 2,
    title: 'Lamps of the quay',
    standfirst: 'By night',
    text: 'The lamps burn at night.',
    raw: 'raw',
    source: 'The Brannoch Bell',
    url: 'https://bell.example/lamps',
    author: 'Ailsa Reid',
    publishedAt: at,
    storedAt: at,
    topics: ['islands'],
    runs: [{ cleanStart: 0, cleanEnd: 3, rawStart: 0, rawEnd: 3 }],
    removals: [{ step: 'menu', reason: 'a menu', text: 'x' }],
    pullQuotes: ['y'],
  });
  const texts = (await articles.versions('old-article', mine)).map(({ text }) => text);
  expect(texts).toEqual(['The lamps burn at night.', 'The lamps burn at noon.']);
  const query = { scopes: mine, limit: 9 };
  const found = [
    await articles.search({ ...query, words: 'lamp burning nights', match: 'all' }),
    await articles.titles({ ...query, typed: 'qua' }),
    await articles.latest(query),
    await articles.latest({ ...query, topic: 'islands' }),
    await articles.latest({ ...query, source: 'The Brannoch Bell' }),
  ];
  for (const rows of found) expect(idsOf(rows)).toEqual(['old-article']);
  expect(await articles.search({ ...query, words: 'noon', match: 'all' })).toEqual([]);
  expect(await articles.getByUrl('https://bell.example/lamps', mine)).toMatchObject({ id: 'old-article' });
  expect([await articles.topics(mine), await articles.sources(mine), await articles.count(mine)]).toEqual([
    ['islands'],
    ['The Brannoch Bell'],
    1,
  ]);
  expect(await articles.count(['public'])).toBe(0);
  const names = await speakers.names({ ...query, words: ['poe'], match: 'begun' });
  expect(names).toEqual(parts.speakers ? [{ name: 'Ina Poe', role: 'the mayor', articleCount: 1 }] : []);
  expect(await speakers.articles({ ...query, names: ['Ina Poe'] })).toEqual(
    parts.speakers ? ['old-article'] : [],
  );
  expect(idsOf(await speakers.unnoted(1, 9))).toEqual(parts.speakers ? [] : ['old-article']);
}

async function expectDigest({ digests }: Store): Promise<void> {
  const plain = { sources: [], words: [], exceptWords: [], chart: false, publish: false };
  const made = { guildId: '100', channelId: '200', createdBy: '300', nextRunAt: at };
  expect(await digests.list('100')).toEqual([
    {
      ...plain,
      ...made,
      id: 'old-digest',
      name: 'Old news',
      times: ['08:00'],
      days: [1, 2],
      timezone: 'Europe/London',
      topics: ['islands'],
      stories: 5,
      style: 'cards',
      skipEmpty: true,
      createdAt: at,
    },
    {
      ...plain,
      ...made,
      id: 'old-resting',
      name: 'Old rest',
      times: ['18:30'],
      days: [0],
      timezone: 'UTC',
      topics: [],
      stories: 3,
      style: 'lines',
      skipEmpty: false,
      createdAt: at + 1,
      pause: { at, by: 'person' },
    },
  ]);
  const [open, posted] = await digests.deliveries('old-digest', 9);
  expect(open).toMatchObject({
    slot: 2,
    state: 'pending',
    isAsked: false,
    nonce: 'nonce-2',
    payload: '{"old":1}',
    articleIds: [],
  });
  expect(posted).toMatchObject({ slot: 1, state: 'posted', messageId: '900', articleIds: ['old-article'] });
  expect(posted?.payload).toBeUndefined();
  expect(await digests.openDeliveries('old-digest')).toEqual([open]);
  expect(await digests.claim('bot', 1000, 9)).toMatchObject([{ digestId: 'old-digest', slot: 2 }]);
  expect(await digests.claimAfterwards('bot', 1000, 9)).toEqual([]);
  expect(await digests.alertsDue(9)).toEqual([]);
  expect(await digests.plan(at, () => at + 1)).toBe(1);
}

async function expectFeed({ feeds }: Store): Promise<void> {
  expect(await feeds.list('100')).toMatchObject([
    {
      feed: { id: 'old-feed', state: { etag: 'x' } },
      subscription: { addedBy: '300', groups: ['Coast'] },
      articleCount: 1,
    },
  ]);
  expect(idsOf(await feeds.active())).toEqual(['old-feed']);
  const known = [
    { guid: 'g1', url: 'https://bell.example/lamps', contentHash: 'h1', payload: '{}' },
    { guid: 'g2', contentHash: 'h2', payload: '{}' },
  ];
  expect(await feeds.note('old-feed', known, at)).toEqual({ fresh: 0, changed: 0 });
  expect(await feeds.claimEntries(1000, 9)).toMatchObject([{ guid: 'g2', payload: '{"old":true}' }]);
}

async function expectStory({ stories }: Store, parts: OldParts): Promise<void> {
  expect(await stories.get('old-article', mine)).toMatchObject({
    articleCount: 1,
    sources: ['The Brannoch Bell'],
  });
  expect((await stories.get('old-story', mine))?.lead.id).toBe(parts.stories ? 'old-article' : undefined);
  expect(await stories.lastArrival('guild:100')).toBe(parts.stories ? at : undefined);
  expect(idsOf(await stories.arrived(9))).toEqual(parts.stories ? [] : ['old-article']);
}

/** Reads back all old rows of a store, and forgets them whole. */
export async function expectOldRows(store: Store, parts: OldParts): Promise<void> {
  await expectArticle(store, parts);
  await expectDigest(store);
  await expectStory(store, parts);
  expect(await guildSettings(store).get('100')).toEqual({ alertsChannelId: '5' });
  if (parts.feeds) await expectFeed(store);
  expect(await store.guilds.known()).toEqual(['100']);
  // A change of it is found, and not any more what it was.
  const article = await store.articles.get('old-article', mine);
  if (article === undefined) throw new Error('the old article is gone');
  expect(await store.articles.put({ ...article, text: 'The lamps are out.' })).toBe('changed');
  const query = { scopes: mine, limit: 9, match: 'all' } as const;
  expect(idsOf(await store.articles.search({ ...query, words: 'lamps out' }))).toEqual(['old-article']);
  expect(await store.articles.search({ ...query, words: 'burn' })).toEqual([]);
  expect(await store.forgetGuild('100')).toEqual({
    articles: 1,
    digests: 2,
    subscriptions: parts.feeds ? 1 : 0,
  });
  expect(await store.guilds.known()).toEqual([]);
}
