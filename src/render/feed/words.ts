import type { Feed, FeedFailure, FeedFailureReason, FollowedFeed } from '../../domain/feed.ts';
import type { Piece } from '../../domain/reply.ts';
import { cut } from '../cut.ts';
import { linked, strong, time } from '../pieces.ts';

/** What failed, to stand after "…: ", and what a person can do about it, a sentence. */
export interface FailureWords {
  readonly what: string;
  readonly advice: string;
}

const passing = 'Usually that passes by itself.';

const words: Readonly<Record<Exclude<FeedFailureReason, 'status'>, FailureWords>> = {
  'refused-address': {
    what: 'that is not an address I ask: only http and https, on the web’s usual ports',
    advice: 'Copy the address as a browser shows it.',
  },
  private: {
    what: 'its address leads into a private network',
    advice: 'I read the public web only; whoever runs this bot can allow single addresses.',
  },
  unreachable: {
    what: 'its server does not answer',
    advice: 'Open the address in a browser. If it fails there too, wait, or look whether the site has moved.',
  },
  'too-slow': { what: 'its server takes too long to answer', advice: passing },
  'too-large': {
    what: 'it sends more than I read',
    advice: 'Look on the site for a feed of one section.',
  },
  redirects: {
    what: 'its address leads on and on',
    advice: 'Open it in a browser, and give me the address where it ends.',
  },
  gone: {
    what: 'its publisher has ended it (410)',
    advice: 'Look on the publisher’s site for a new address; else remove it.',
  },
  'no-feed': {
    what: 'there is no feed at this address, and the page names none',
    advice: 'Look on the site for a link called RSS, Atom or feed, and give me that.',
  },
  unreadable: {
    what: 'what it sends is not a feed I can read',
    advice: 'Only its publisher can mend that; test it again later.',
  },
};

const loginStatuses = new Set([401, 402, 403, 407]);

function statusWords(status: number | undefined): FailureWords {
  if (status === undefined) return { what: 'its server refuses', advice: passing };
  if (loginStatuses.has(status))
    return {
      what: `it asks for a login or refuses programs (${status})`,
      advice: 'I cannot log in: ask the publisher for an open address.',
    };
  if (status === 404)
    return {
      what: 'it is not there (404)',
      advice: 'Look on the publisher’s site for where it is now.',
    };
  if (status === 410) return words.gone;
  if (status === 429)
    return { what: 'its server finds that I ask too often (429)', advice: 'I wait longer now; it passes.' };
  if (status === 451)
    return {
      what: 'its server may not show it, for legal reasons (451)',
      advice: 'Look on the publisher’s site for another feed.',
    };
  if (status >= 500) return { what: `its server has trouble of its own (${status})`, advice: passing };
  return {
    what: `its server answers with ${status} instead of a feed`,
    advice: 'Open the address in a browser, and look whether the feed has moved.',
  };
}

/** The one table of what can be wrong with a feed, for every place that speaks of it. */
export function failureWords({ reason, status }: Pick<FeedFailure, 'reason' | 'status'>): FailureWords {
  return reason === 'status' ? statusWords(status) : words[reason];
}

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** By how long a span is: how often something comes in it. */
const spans = [
  ['an hour', hourMs, 2],
  ['a day', dayMs, 0.75],
  ['a week', 7 * dayMs, 0.75],
  ['a month', 30 * dayMs, 0.75],
] as const;

/** How often a feed publishes, of the usual time between entries: "about 12 a day". */
export function rateWords(usualGapMs: number): string {
  const gap = Math.max(usualGapMs, 60_000);
  for (const [span, spanMs, least] of spans) {
    const count = spanMs / gap;
    if (count >= least) return `about ${count < 1.5 ? 'one' : Math.round(count)} ${span}`;
  }
  return 'less than one a month';
}

/** 'waiting': followed, and not read yet. */
export type FeedCondition = 'stopped' | 'failing' | 'silent' | 'waiting' | 'working' | 'muted';

/** How a followed feed is; what is muted is not asked, so its failures say nothing. */
export function conditionOf({ feed: { state }, subscription }: FollowedFeed): FeedCondition {
  if (state.stoppedAt !== undefined) return 'stopped';
  if (subscription.mutedAt !== undefined) return 'muted';
  if (state.failure !== undefined) return 'failing';
  if (state.bodyHash === undefined) return 'waiting';
  return state.told === 'silent' ? 'silent' : 'working';
}

/** "failing since … : its server does not answer". */
export function conditionPieces(followed: FollowedFeed): Piece[] {
  const { feed, subscription } = followed;
  const { failure, stoppedAt } = feed.state;
  const why = failure === undefined ? '' : `: ${failureWords(failure).what}`;
  switch (conditionOf(followed)) {
    case 'stopped':
      return [strong('stopped'), ' ', time(stoppedAt ?? 0, 'R'), why];
    case 'failing':
      return [strong('failing'), ' since ', time(failure?.since ?? 0, 'R'), why];
    case 'silent':
      return [strong('silent')];
    case 'muted':
      return [strong('muted'), ' ', time(subscription.mutedAt ?? 0, 'R')];
    case 'waiting':
      return ['not read yet'];
    case 'working':
      return ['working'];
  }
}

const longestTitle = 80;
const longestLink = 300;

/** An address to link to, unless it would fill the message by itself. */
export const linkable = (url: string | undefined): string | undefined =>
  url !== undefined && url.length <= longestLink ? url : undefined;

/** A feed's name, linked to its site, or to itself where its address is nobody's secret. */
export function feedName({
  title,
  siteUrl,
  address,
  scope,
}: Pick<Feed, 'title' | 'siteUrl' | 'address' | 'scope'>): Piece {
  return linked(
    linkable(siteUrl ?? (scope === 'public' ? address : undefined)),
    titleWords({ title, address }),
  );
}

/** A feed's title in a line, its site's name where it has none. */
export function titleWords({ title, address }: Pick<Feed, 'title' | 'address'>): string {
  const words = cut(title, longestTitle);
  return words === '' ? hostOf(address) : words;
}

/** The part of an address that carries no secret. */
export function hostOf(address: string): string {
  return URL.parse(address)?.hostname ?? 'a feed';
}
