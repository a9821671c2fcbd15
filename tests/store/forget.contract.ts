import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { FeedLook } from '../../src/domain/feed.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { guildSettings, proposedFeeds, toldAlerts } from '../../src/store/guild-state.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, idsOf, newArticle, newDigest, type StoreBench, start } from './bench.ts';
import { newFeed, noted, subscriptionTo } from './feed-bench.ts';

const guildId = '771771771771771771';
const otherGuild = '553553553553553553';
const personId = '994994994994994994';

/**
 * Words that stand nowhere else. Indexes may keep of a word what it does not share with the one before it: here all but
 * the first two letters.
 */
const marks = [...'abcdefghijklmnopqrstuvw'].map((letter, index) => `q${letter}xmark${index + 10}z`);
const [title, old, body, raw, standfirst, author, source, topic, path, speaker, role, removed] = marks;
const [feedTitle, feedPath, guid, payload, post, digestName, reason, story] = marks.slice(12);
const [word, record, right] = marks.slice(20);

function marked(scope: Scope, given: Partial<NewArticle> = {}): NewArticle {
  const text = `The ${body} stood at the quay, said ${speaker}.`;
  return newArticle({
    scope,
    title: `A ${title} at sea`,
    text,
    raw: `${raw} ${text}`,
    standfirst: `Of the ${standfirst}`,
    author: `${author}`,
    source: `${source}`,
    topics: [`${topic}`],
    url: `https://bell.example/${path}`,
    removals: [{ step: 'furniture', reason: 'a menu', text: `${removed}` }],
    ...given,
  });
}

/** Stores an article of two versions that quotes somebody. */
async function putMarked(store: Store, scope: Scope): Promise<NewArticle> {
  const article = marked(scope);
  await store.articles.put({ ...article, text: `The ${old} was there before.` });
  await store.articles.put(article);
  await store.speakers.note(article.id, [{ name: `${speaker}`, words: `${speaker}`, role: `${role}` }], 1);
  await store.stories.group([
    {
      articleId: article.id,
      version: 2,
      story: `${story}`,
      arrivedAt: start,
      moved: new Map(),
      taken: new Map(),
    },
  ]);
  return article;
}

const proposal: FeedLook = {
  steps: [],
  found: {
    address: `https://bell.example/${feedPath}?key=1`,
    scope: `guild:${guildId}`,
    title: `${feedTitle}`,
    entryCount: 0,
    newest: [],
  },
  others: [],
};

/** Gives a guild something in every part of the store. */
async function furnishGuild(store: Store, deliveryCount = 3): Promise<void> {
  const article = await putMarked(store, `guild:${guildId}`);
  const digest = newDigest({
    guildId,
    channelId: '881881881881',
    createdBy: personId,
    name: `${digestName}`,
    sources: [`${source}`],
    words: [`${word}`],
    exceptWords: [`${word}`],
    mentionRoleId: '771',
  });
  await store.digests.add(digest);
  for (let count = 0; count < deliveryCount; count += 1) await store.digests.planNow(digest, start + count);
  for (const delivery of await store.digests.claim('bot', 1000, 3)) {
    const frozen = { payload: JSON.stringify({ post }), articleIds: [article.id], record: `"${record}"` };
    await store.digests.freeze(delivery, frozen);
    const pause = { by: 'rights', missing: [`${right}`] } as const;
    if (delivery.slot > start)
      await store.digests.settle(delivery, 'bot', {
        state: 'failed',
        reason: `${reason}`,
        pause,
        alert: true,
      });
  }
  const own = newFeed({
    scope: `guild:${guildId}`,
    title: `${feedTitle}`,
    address: `https://bell.example/${feedPath}`,
  });
  await store.feeds.follow(own, subscriptionTo(own, guildId, { addedBy: personId, groups: [`${reason}`] }));
  await store.feeds.note(
    own.id,
    [noted('x', { guid: `${guid}`, url: `https://bell.example/${path}`, payload: `"${payload}"` })],
    start,
  );
  await store.feeds.note(own.id, [noted('y', { payload: `"${payload}"` })], start);
  for (const { id } of await store.feeds.claimEntries(1000, 1))
    await store.feeds.settleEntry(id, { kind: 'taken', articleId: article.id });
  const shared = newFeed();
  for (const each of [guildId, otherGuild])
    await store.feeds.follow(shared, subscriptionTo(shared, each, { addedBy: personId }));
  await guildSettings(store).set(guildId, { alertsChannelId: '881881881881' });
  await proposedFeeds(store).set(`${guildId}:661`, proposal, dayMs);
  await toldAlerts(store).set(`${guildId}:nonce`, true, dayMs);
  await store.guilds.leave(guildId, start);
}

/** What is left of the words and ids after a guild or a person is forgotten. */
const traces = marks.map((mark) => mark.slice(2));
const tracesIn = (dump: string, ids: readonly string[]): readonly string[] =>
  [...traces, ...ids].filter((trace) => dump.includes(trace));

/** How a guild and a person are forgotten by any engine. */
export function forgetContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
  });
  afterEach(() => bench.clean());

  const stories = async (scopes: readonly Scope[]) =>
    idsOf(await store.articles.search({ scopes, words: 'harbour', match: 'all', limit: 999 }));

  describe('a guild that is forgotten', () => {
    it('leaves no word and no id in any row or index', async () => {
      await furnishGuild(store, 120);
      const ids = [guildId, '881881881881', '661'];
      expect(tracesIn(await bench.dump(), ids)).toEqual([...traces, ...ids]);
      expect(await store.forgetGuild(guildId)).toEqual({ articles: 1, digests: 1, subscriptions: 2 });
      expect(tracesIn(await bench.dump(), ids)).toEqual([]);
    });

    it('is forgotten again without harm', async () => {
      await furnishGuild(store);
      await store.forgetGuild(guildId);
      const before = await bench.dump();
      expect(await store.forgetGuild(guildId)).toEqual({ articles: 0, digests: 0, subscriptions: 0 });
      expect(await bench.dump()).toBe(before);
    });

    it('takes nothing of others along', async () => {
      const open = newArticle();
      const theirs = newArticle({ scope: `guild:${otherGuild}` });
      for (const article of [open, theirs]) await store.articles.put(article);
      await store.digests.add(newDigest({ guildId: otherGuild }));
      // Ids that begin or end as the forgotten one's.
      for (const id of [otherGuild, `${guildId}1`, `1${guildId}`])
        await guildSettings(store).set(id, { alertsChannelId: '5' });
      await furnishGuild(store);
      await store.forgetGuild(guildId);
      const scopes = ['public', `guild:${otherGuild}`] as const;
      expect((await stories(scopes)).sort()).toEqual([open.id, theirs.id].sort());
      expect(await store.articles.titles({ scopes, typed: 'harb', limit: 9 })).toHaveLength(2);
      expect(await store.digests.list(otherGuild)).toHaveLength(1);
      expect(await store.feeds.list(otherGuild)).toHaveLength(1);
      expect(await guildSettings(store).get(`${guildId}1`)).toEqual({ alertsChannelId: '5' });
      expect(await guildSettings(store).get(`1${guildId}`)).toEqual({ alertsChannelId: '5' });
      expect(await store.guilds.known()).toEqual([`1${guildId}`, otherGuild, `${guildId}1`]);
    });

    it('is forgotten whole at the next try, wherever the first was cut off', async () => {
      const steps = [
        () => store.digests.removeGuild(guildId),
        () => store.feeds.removeGuild(guildId),
        () => store.articles.removeScope(`guild:${guildId}`),
      ];
      for (let count = 1; count <= steps.length; count += 1) {
        await furnishGuild(store);
        for (const step of steps.slice(0, count)) await step();
        expect(tracesIn(await bench.dump(), [guildId])).toContain(guildId);
        await store.forgetGuild(guildId);
        expect(tracesIn(await bench.dump(), [guildId])).toEqual([]);
      }
    });
  });

  describe('a person who is forgotten', () => {
    it('leaves no word and no id in any row or index, though guilds keep what they made there', async () => {
      await furnishGuild(store);
      await store.forgetGuild(guildId);
      const scope = `person:${personId}` as const;
      await putMarked(store, scope);
      await store.digests.add(newDigest({ guildId: otherGuild, createdBy: personId }));
      const [feed] = await store.feeds.list(otherGuild);
      expect(feed?.subscription.addedBy).toBe(personId);
      expect(tracesIn(await bench.dump(), [personId])).toContain(personId);
      expect(await store.forgetPerson(personId)).toEqual({ articles: 1, digests: 1, subscriptions: 1 });
      expect(tracesIn(await bench.dump(), [personId])).toEqual([]);
      expect(await store.forgetPerson(personId)).toEqual({ articles: 0, digests: 0, subscriptions: 0 });
      expect((await store.digests.list(otherGuild)).map(({ createdBy }) => createdBy)).toEqual(['']);
      expect((await store.feeds.list(otherGuild)).map(({ subscription }) => subscription.addedBy)).toEqual([
        '',
      ]);
    });
  });

  describe('a guild that the bot has left', () => {
    const none = () => start + 99 * dayMs;

    it('is noted once, with the time, and not any more when the bot is back', async () => {
      const { guilds } = store;
      expect(await guilds.leave(guildId, start)).toBe(true);
      expect(await guilds.leave(guildId, start + dayMs)).toBe(false);
      expect(await guilds.leave(otherGuild, start - 1)).toBe(true);
      expect(await guilds.left(start, 9)).toEqual([otherGuild, guildId]);
      expect(await guilds.left(start, 1)).toEqual([otherGuild]);
      expect(await guilds.left(start - 2, 9)).toEqual([]);
      expect(await guilds.known()).toEqual([]);
      expect(await guilds.comeBack(guildId)).toBe(true);
      expect(await guilds.comeBack(guildId)).toBe(false);
      expect(await guilds.left(start, 9)).toEqual([otherGuild]);
    });

    it('gets no digest, neither planned nor under way, until the bot is back', async () => {
      const digest = newDigest({ guildId });
      await store.digests.add(digest);
      await store.digests.planNow(digest, start);
      await store.guilds.leave(guildId, start);
      expect(await store.digests.claim('bot', 1000, 9)).toEqual([]);
      expect(await store.digests.plan(start, none)).toBe(0);
      await store.guilds.comeBack(guildId);
      expect(await store.digests.claim('bot', 1000, 9)).toHaveLength(1);
      expect(await store.digests.plan(start, none)).toBe(1);
    });

    it('has no feed asked for its sake, and hears nothing of those that others follow', async () => {
      const [alone, shared] = [newFeed(), newFeed()];
      await store.feeds.follow(alone, subscriptionTo(alone, guildId));
      for (const each of [guildId, otherGuild])
        await store.feeds.follow(shared, subscriptionTo(shared, each));
      for (const { id } of [alone, shared]) await store.feeds.note(id, [noted(`of ${id}`)], start);
      await store.guilds.leave(guildId, start);
      expect(idsOf(await store.feeds.active())).toEqual([shared.id]);
      expect(await store.feeds.followers(shared.id)).toEqual([otherGuild]);
      expect((await store.feeds.claimEntries(1000, 9)).map(({ feedId }) => feedId)).toEqual([shared.id]);
      await store.guilds.comeBack(guildId);
      expect(idsOf(await store.feeds.active())).toEqual([alone.id, shared.id]);
      expect((await store.feeds.claimEntries(1000, 9)).map(({ feedId }) => feedId)).toEqual([alone.id]);
    });

    it('is known by whatever is kept of it', async () => {
      await store.articles.put(newArticle({ scope: 'guild:11' }));
      await store.articles.put(newArticle({ scope: 'person:12' }));
      await store.digests.add(newDigest({ guildId: '13' }));
      const feed = newFeed();
      await store.feeds.follow(feed, subscriptionTo(feed, '14'));
      await guildSettings(store).set('15', {});
      expect(await store.guilds.known()).toEqual(['11', '13', '14', '15']);
    });
  });
}
