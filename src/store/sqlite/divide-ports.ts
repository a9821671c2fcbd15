import type { Ports } from './ports.ts';

type Side = 'reads' | 'writes';
type Sides<Port> = { readonly [Method in keyof Port]: Side };

/** Which methods write. Each has its place here; one that stood on the wrong side would fail, as reading handles refuse. */
const sides: { readonly [Name in keyof Ports]: Sides<Ports[Name]> } = {
  articles: {
    put: 'writes',
    putAll: 'writes',
    get: 'reads',
    texts: 'reads',
    versions: 'reads',
    getByUrl: 'reads',
    latest: 'reads',
    search: 'reads',
    holding: 'reads',
    titles: 'reads',
    topics: 'reads',
    sources: 'reads',
    count: 'reads',
    remove: 'writes',
    removeScope: 'writes',
    prune: 'writes',
  },
  digests: {
    add: 'writes',
    get: 'reads',
    list: 'reads',
    update: 'writes',
    remove: 'writes',
    removeGuild: 'writes',
    pauseChannel: 'writes',
    due: 'reads',
    moveOn: 'writes',
    planNow: 'writes',
    reopen: 'writes',
    claim: 'writes',
    extend: 'writes',
    freeze: 'writes',
    begin: 'writes',
    settle: 'writes',
    release: 'writes',
    claimAfterwards: 'writes',
    finish: 'writes',
    releaseAfterwards: 'writes',
    alertsDue: 'reads',
    alerted: 'writes',
    deliveries: 'reads',
    openDeliveries: 'reads',
    pruneDeliveries: 'writes',
  },
  feeds: {
    follow: 'writes',
    unfollow: 'writes',
    mute: 'writes',
    list: 'reads',
    get: 'reads',
    count: 'reads',
    removeGuild: 'writes',
    followers: 'reads',
    mutes: 'reads',
    mutedArticles: 'reads',
    active: 'reads',
    update: 'writes',
    note: 'writes',
    claimEntries: 'writes',
    settleEntry: 'writes',
  },
  speakers: { note: 'writes', unnoted: 'reads', names: 'reads', articles: 'reads' },
  stories: {
    get: 'reads',
    latest: 'reads',
    ofArticles: 'reads',
    homes: 'reads',
    fresh: 'reads',
    arrived: 'reads',
    grouped: 'reads',
    lastArrival: 'reads',
    group: 'writes',
  },
  guilds: { known: 'reads', leave: 'writes', comeBack: 'writes', left: 'reads' },
  forgetting: { forgetGuild: 'writes', forgetPerson: 'writes' },
  state: { read: 'reads', write: 'writes', remove: 'writes', clear: 'writes' },
};

/** Has a method of a port called elsewhere. */
export type Send = (port: keyof Ports, method: string, asked: readonly unknown[]) => Promise<unknown>;

function divide<Port extends object>(
  port: Port,
  of: Sides<Port>,
  send: (...call: [string, unknown[]]) => unknown,
) {
  const sideOf = new Map<string | symbol, unknown>(Object.entries(of));
  return new Proxy(port, {
    get: (target, method) =>
      typeof method === 'string' && sideOf.get(method) === 'writes'
        ? (...asked: unknown[]) => send(method, asked)
        : Reflect.get(target, method),
  });
}

/** The same ports, with everything that writes sent away. */
export function dividePorts(here: Ports, send: Send): Ports {
  return {
    articles: divide(here.articles, sides.articles, (...call) => send('articles', ...call)),
    digests: divide(here.digests, sides.digests, (...call) => send('digests', ...call)),
    feeds: divide(here.feeds, sides.feeds, (...call) => send('feeds', ...call)),
    speakers: divide(here.speakers, sides.speakers, (...call) => send('speakers', ...call)),
    stories: divide(here.stories, sides.stories, (...call) => send('stories', ...call)),
    guilds: divide(here.guilds, sides.guilds, (...call) => send('guilds', ...call)),
    forgetting: divide(here.forgetting, sides.forgetting, (...call) => send('forgetting', ...call)),
    state: divide(here.state, sides.state, (...call) => send('state', ...call)),
  };
}
