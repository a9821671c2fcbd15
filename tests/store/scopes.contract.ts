import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { DigestStore } from '../../src/domain/digest-store.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { GuildStore } from '../../src/domain/guild-store.ts';
import type { RequestTurns } from '../../src/domain/request-turns.ts';
import { ownScopeOf, type Reader, type Scope, scopesOf } from '../../src/domain/scope.ts';
import type { SpeakerIndex } from '../../src/domain/speaker-index.ts';
import type { StoryStore } from '../../src/domain/story-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newArticle, newDigest, type StoreBench, start } from './bench.ts';
import { newFeed, subscriptionTo } from './feed-bench.ts';

/** Who asks. In a direct message there is no guild; whoever takes the person's id for one finds nothing either. */
interface Asker {
  readonly scopes: readonly Scope[];
  readonly guildId: string;
}

const askerOf = (reader: Reader): Asker => ({
  scopes: scopesOf(reader),
  guildId: reader.guildId ?? reader.personId,
});

/** One question, and what it is answered to whom the text does not belong. */
interface Probe<Port> {
  readonly ask: (port: Port, asker: Asker) => Promise<unknown>;
  readonly nothing: unknown;
}

/**
 * What a method is, seen from somebody who may not see everything: `writes` gives nothing back of what is stored; `inside`
 * is asked by the bot for its own work, or by an id that was looked up in a guild before.
 */
type Kind = 'writes' | 'inside';

/** Every method of a port: a new one does not compile before somebody thinks of who may see what it gives. */
type Probes<Port> = { readonly [Method in keyof Port]: Kind | Readonly<Record<string, Probe<Port>>> };

const articleId = 'secret'.padEnd(22, '_');
const digestId = 'digest-secret';
const storyId = 'story'.padEnd(22, '_');
const ownFeed = newFeed({ id: 'feed-own'.padEnd(22, '_'), scope: 'guild:1' });
const openFeed = newFeed({ id: 'feed-open'.padEnd(22, '_') });

const words = 'lighthouse sale';
const one = (
  ask: Probe<ArticleStore>['ask'],
  nothing: unknown,
): Readonly<Record<string, Probe<ArticleStore>>> => ({
  asked: { ask, nothing },
});

const articles: Probes<ArticleStore> = {
  put: 'writes',
  putAll: 'writes',
  get: one((port, { scopes }) => port.get(articleId, scopes), undefined),
  texts: one(async (port, { scopes }) => [...(await port.texts([articleId], scopes))], []),
  versions: one((port, { scopes }) => port.versions(articleId, scopes), []),
  getByUrl: one((port, { scopes }) => port.getByUrl('https://bell.example/plan', scopes), undefined),
  latest: {
    all: { ask: (port, { scopes }) => port.latest({ scopes, limit: 9 }), nothing: [] },
    'of a topic': {
      ask: (port, { scopes }) => port.latest({ scopes, topic: 'plans', limit: 9 }),
      nothing: [],
    },
    'of a source': {
      ask: (port, { scopes }) => port.latest({ scopes, source: 'Board', limit: 9 }),
      nothing: [],
    },
    'of both': {
      ask: (port, { scopes }) => port.latest({ scopes, topic: 'plans', source: 'Board', limit: 9 }),
      nothing: [],
    },
  },
  search: {
    'all words': {
      ask: (port, { scopes }) => port.search({ scopes, words, match: 'all', limit: 9 }),
      nothing: [],
    },
    'any word': {
      ask: (port, { scopes }) => port.search({ scopes, words, match: 'any', limit: 9 }),
      nothing: [],
    },
    'of a topic': {
      ask: (port, { scopes }) => port.search({ scopes, words, match: 'any', topic: 'plans', limit: 9 }),
      nothing: [],
    },
  },
  holding: {
    'in title or body': {
      ask: async (port, { scopes }) => [
        ...(await port.holding({ scopes, phrases: ['lighthouse'], limit: 9 })),
      ],
      nothing: [],
    },
    'in the title': {
      ask: async (port, { scopes }) => [
        ...(await port.holding({ scopes, phrases: ['lighthouse'], inTitle: true, limit: 9 })),
      ],
      nothing: [],
    },
    'a phrase': {
      ask: async (port, { scopes }) => [
        ...(await port.holding({ scopes, phrases: ['up for sale'], limit: 9 })),
      ],
      nothing: [],
    },
  },
  titles: {
    typed: { ask: (port, { scopes }) => port.titles({ scopes, typed: 'light', limit: 9 }), nothing: [] },
    'with nothing typed': {
      ask: (port, { scopes }) => port.titles({ scopes, typed: '', limit: 9 }),
      nothing: [],
    },
  },
  topics: one((port, { scopes }) => port.topics(scopes), []),
  sources: one((port, { scopes }) => port.sources(scopes), []),
  count: one((port, { scopes }) => port.count(scopes), 0),
  remove: 'writes',
  removeScope: 'writes',
  prune: 'writes',
};

const speakers: Probes<SpeakerIndex> = {
  note: 'writes',
  unnoted: 'inside',
  names: {
    'with words': {
      ask: (port, { scopes }) => port.names({ scopes, words: ['ina'], match: 'begun', limit: 9 }),
      nothing: [],
    },
    whole: {
      ask: (port, { scopes }) => port.names({ scopes, words: ['poe'], match: 'whole', limit: 9 }),
      nothing: [],
    },
    'without words': {
      ask: (port, { scopes }) => port.names({ scopes, words: [], match: 'begun', limit: 9 }),
      nothing: [],
    },
  },
  articles: {
    asked: {
      ask: (port, { scopes }) => port.articles({ scopes, names: ['Ina Poe'], limit: 9 }),
      nothing: [],
    },
  },
};

const digests: Probes<DigestStore> = {
  add: 'writes',
  get: { asked: { ask: (port, { guildId }) => port.get(digestId, guildId), nothing: undefined } },
  list: { asked: { ask: (port, { guildId }) => port.list(guildId), nothing: [] } },
  update: {
    'of another': {
      ask: (port, { guildId }) => port.update(newDigest({ id: digestId, guildId, name: 'Mine' })),
      nothing: false,
    },
  },
  planNow: 'inside',
  deliveries: 'inside',
  openDeliveries: 'inside',
  plan: 'inside',
  reopen: 'inside',
  claim: 'inside',
  extend: 'inside',
  freeze: 'inside',
  begin: 'inside',
  settle: 'inside',
  release: 'inside',
  claimAfterwards: 'inside',
  finish: 'inside',
  releaseAfterwards: 'inside',
  alertsDue: 'inside',
  alerted: 'inside',
  pruneDeliveries: 'inside',
  pauseChannel: {
    'of another': {
      ask: (port, { guildId }) => port.pauseChannel(guildId, '200', { at: start, by: 'gone' }),
      nothing: 0,
    },
  },
  removeGuild: 'writes',
  remove: { 'of another': { ask: (port, { guildId }) => port.remove(digestId, guildId), nothing: false } },
};

const feeds: Probes<FeedStore> = {
  follow: {
    'a guild’s own': {
      ask: (port, { guildId }) =>
        port.follow(ownFeed, subscriptionTo(ownFeed, guildId)).catch((error: Error) => error.message),
      nothing: `feed ${ownFeed.id} belongs to another scope`,
    },
  },
  list: { asked: { ask: (port, { guildId }) => port.list(guildId), nothing: [] } },
  get: {
    'a guild’s own': { ask: (port, { guildId }) => port.get(guildId, ownFeed.id), nothing: undefined },
    'one of everybody': { ask: (port, { guildId }) => port.get(guildId, openFeed.id), nothing: undefined },
  },
  count: { asked: { ask: (port, { guildId }) => port.count(guildId), nothing: 0 } },
  mute: {
    'of another': { ask: (port, { guildId }) => port.mute(guildId, openFeed.id, start), nothing: false },
  },
  mutes: { asked: { ask: (port, { guildId }) => port.mutes(guildId), nothing: false } },
  mutedArticles: {
    asked: { ask: (port, { guildId }) => port.mutedArticles(guildId, [articleId]), nothing: [] },
  },
  followers: 'inside',
  active: 'inside',
  update: 'inside',
  note: 'inside',
  claimEntries: 'inside',
  settleEntry: 'inside',
  removeGuild: 'writes',
  unfollow: {
    'of another': { ask: (port, { guildId }) => port.unfollow(guildId, openFeed.id), nothing: false },
  },
};

const stories: Probes<StoryStore> = {
  get: {
    'by an article': { ask: (port, { scopes }) => port.get(articleId, scopes), nothing: undefined },
    // A person's articles are in no story but their own.
    'by its id': {
      ask: async (port, { scopes }) =>
        (await port.get(storyId, scopes)) ?? (await port.get(articleId, scopes)),
      nothing: undefined,
    },
  },
  latest: {
    all: { ask: (port, { scopes }) => port.latest({ scopes, limit: 9 }), nothing: [] },
    'of a topic': {
      ask: (port, { scopes }) => port.latest({ scopes, topic: 'plans', limit: 9 }),
      nothing: [],
    },
  },
  ofArticles: {
    asked: {
      ask: async (port, { scopes }) => [...(await port.ofArticles([articleId], scopes))],
      nothing: [],
    },
  },
  homes: {
    asked: { ask: async (port, { scopes }) => [...(await port.homes([articleId], scopes))], nothing: [] },
  },
  fresh: {
    asked: {
      ask: (port, { scopes }) => port.fresh({ scopes, since: 0, storedSince: 0, limit: 9 }),
      nothing: [],
    },
  },
  arrived: 'inside',
  grouped: 'inside',
  lastArrival: 'inside',
  group: 'writes',
};

const guilds: Probes<GuildStore> = { known: 'inside', leave: 'writes', comeBack: 'writes', left: 'inside' };

const requestTurns: Probes<RequestTurns> = { take: 'inside' };

type Answers = Readonly<Record<string, unknown>>;
type Ask = (store: Store, asker: Asker) => Promise<{ readonly answers: Answers; readonly nothing: Answers }>;

/** Asks a port every question: what it answers, and what it would answer to a stranger, by "method, question". */
const asking =
  <Port>(portOf: (store: Store) => Port, probes: Probes<Port>): Ask =>
  async (store, asker) => {
    const answers: Record<string, unknown> = {};
    const nothing: Record<string, unknown> = {};
    for (const [method, questions] of Object.entries<Probes<Port>[keyof Port]>(probes)) {
      if (typeof questions === 'string') continue;
      for (const [question, probe] of Object.entries(questions)) {
        answers[`${method}, ${question}`] = await probe.ask(portOf(store), asker);
        nothing[`${method}, ${question}`] = probe.nothing;
      }
    }
    return { answers, nothing };
  };

type PortName = {
  [Name in keyof Store]: Store[Name] extends (...given: never) => unknown ? never : Name;
}[keyof Store];

/** Every port, and who can own what it holds: a new port does not compile before it has its place here. */
const ports: { readonly [Name in PortName]: { readonly ask: Ask; readonly of: 'everyone' | 'guilds' } } = {
  articles: { ask: asking((store) => store.articles, articles), of: 'everyone' },
  speakers: { ask: asking((store) => store.speakers, speakers), of: 'everyone' },
  digests: { ask: asking((store) => store.digests, digests), of: 'guilds' },
  feeds: { ask: asking((store) => store.feeds, feeds), of: 'guilds' },
  stories: { ask: asking((store) => store.stories, stories), of: 'everyone' },
  guilds: { ask: asking((store) => store.guilds, guilds), of: 'guilds' },
  requestTurns: { ask: asking((store) => store.requestTurns, requestTurns), of: 'guilds' },
};

const secret = (scope: Scope): NewArticle =>
  newArticle({
    id: articleId,
    scope,
    title: 'Lighthouse up for sale',
    text: 'The board means to sell the lighthouse.',
    source: 'Board',
    url: 'https://bell.example/plan',
    topics: ['plans'],
  });

const near: readonly Scope[] = ['guild:11', 'guild:', 'person:77', 'person:', 'guild:7', 'person:1'];

/** Everyone to whom a text of an owner does not belong. */
const strangersTo: Readonly<Record<string, Readonly<Record<string, Asker>>>> = {
  'guild 1': {
    'another guild': askerOf({ personId: '8', guildId: '2' }),
    'a member, in another guild': askerOf({ personId: '7', guildId: '2' }),
    'a member, in a direct message': askerOf({ personId: '7' }),
    'somebody in a direct message': askerOf({ personId: '8' }),
    'nobody at all': { scopes: [], guildId: '' },
    'ids that look alike': { scopes: near, guildId: '11' },
  },
  'person 7': {
    'the person, in a guild': askerOf({ personId: '7', guildId: '1' }),
    'somebody in a guild': askerOf({ personId: '8', guildId: '1' }),
    'somebody in a direct message': askerOf({ personId: '8' }),
    'nobody at all': { scopes: [], guildId: '' },
    'ids that look alike': { scopes: near, guildId: '7' },
  },
};

const owners: readonly (readonly [string, Reader])[] = [
  ['guild 1', { personId: '7', guildId: '1' }],
  ['person 7', { personId: '7' }],
];

/** Whose text any engine shows to whom: every method of every port, tried by everyone who may not see it. */
export function scopesContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
  });
  afterEach(() => bench.clean());

  async function furnish(owner: Reader): Promise<void> {
    await store.articles.put(secret(ownScopeOf(owner)));
    await store.speakers.note(articleId, [{ name: 'Ina Poe', words: 'ina poe' }], 1);
    const grouping = {
      articleId,
      version: 1,
      story: storyId,
      arrivedAt: start,
      moved: new Map(),
      taken: new Map(),
    };
    await store.stories.group([grouping]);
    if (owner.guildId === undefined) return;
    await store.digests.add(newDigest({ id: digestId, guildId: owner.guildId }));
    for (const feed of [ownFeed, openFeed])
      await store.feeds.follow(feed, subscriptionTo(feed, owner.guildId));
    await store.feeds.note(openFeed.id, [{ contentHash: 'x', payload: '{}' }], start);
    for (const { id } of await store.feeds.claimEntries(1000, 9))
      await store.feeds.settleEntry(id, { kind: 'taken', articleId });
    await store.feeds.mute(owner.guildId, openFeed.id, start);
  }

  const askAll = (asker: Asker, owner: Reader) =>
    Promise.all(
      Object.values(ports)
        .filter((port) => port.of === 'everyone' || owner.guildId !== undefined)
        .map((port) => port.ask(store, asker)),
    );

  describe.each(owners)('what belongs to %s', (name, owner) => {
    it.each(Object.entries(strangersTo[name] ?? {}))('is not there for %s', async (_, stranger) => {
      await furnish(owner);
      for (const { answers, nothing } of await askAll(stranger, owner)) expect(answers).toEqual(nothing);
    });

    it('is there for its owner, whatever is asked', async () => {
      await furnish(owner);
      for (const { answers, nothing } of await askAll(askerOf(owner), owner))
        for (const [question, answer] of Object.entries(answers))
          expect([question, answer]).not.toEqual([question, nothing[question]]);
    });
  });
}
