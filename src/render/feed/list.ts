import type { FollowedFeed } from '../../domain/feed.ts';
import type { Block, Piece, Reply } from '../../domain/reply.ts';
import { blockPage, type PageRoom } from '../block-pages.ts';
import { counted } from '../pages.ts';
import { code, heading, joined, small, text, time } from '../pieces.ts';
import {
  conditionOf,
  conditionPieces,
  type FeedCondition,
  failureWords,
  feedName,
  rateWords,
} from './words.ts';

/** At most ten feeds, and no more than a message holds. */
const pageRoom: PageRoom = { entries: 10, length: 3_500 };

const order: readonly FeedCondition[] = ['stopped', 'failing', 'silent', 'waiting', 'working', 'muted'];

/** Those that need somebody first, then by title. */
export function inOrder(feeds: readonly FollowedFeed[]): readonly FollowedFeed[] {
  const rank = (followed: FollowedFeed) => order.indexOf(conditionOf(followed));
  return [...feeds].sort(
    (one, other) => rank(one) - rank(other) || one.feed.title.localeCompare(other.feed.title, 'en'),
  );
}

/** "23 feeds", "2 failing", …; how many there are of each condition that is not "working". */
export function conditionCounts(feeds: readonly FollowedFeed[]): readonly string[] {
  const conditions = feeds.map(conditionOf);
  const counts = order.map((one) => ({ one, count: conditions.filter((other) => other === one).length }));
  return [
    counted(feeds.length, 'feed'),
    ...counts.filter(({ count }) => count > 0).map(({ one, count }) => `${count} ${one}`),
  ];
}

function adviceOf(followed: FollowedFeed): Block[] {
  const { failure } = followed.feed.state;
  const condition = conditionOf(followed);
  if (failure === undefined || condition === 'muted') return [];
  return [small(failureWords(failure).advice)];
}

function feedLines(followed: FollowedFeed, number: number): Block[] {
  const { feed, articleCount } = followed;
  const { newestEntryAt, usualGapMs } = feed.state;
  const newest: Piece[] =
    newestEntryAt === undefined ? ['no entry yet'] : ['newest ', time(newestEntryAt, 'R')];
  const facts = [
    counted(articleCount, 'article'),
    ...(usualGapMs === undefined ? [] : [rateWords(usualGapMs)]),
    ...(feed.scope === 'public' ? [] : ['this server’s alone']),
  ];
  return [
    text(`${number}) `, feedName(feed), ' · ', ...conditionPieces(followed)),
    small(...newest, ' · ', ...joined(facts, ' · ')),
    ...adviceOf(followed),
  ];
}

/** `/feed list`: a page of it, which counts from 0. A page that is not there any more is the last one. */
export function renderFeedList(feeds: readonly FollowedFeed[], wanted: number): Reply {
  if (feeds.length === 0)
    return {
      blocks: [
        text(
          'No feeds in this server yet. ',
          code('/feed add'),
          ' follows one, ',
          code('/feed import'),
          ' a list.',
        ),
      ],
    };
  const page = blockPage(
    inOrder(feeds).map((followed, index) => feedLines(followed, index + 1)),
    pageRoom,
    wanted,
    (number) => `feed:page:${number}`,
  );
  const counts = [...conditionCounts(feeds), ...page.counts];
  return {
    blocks: [heading('Feeds'), small(...joined(counts, ' · ')), ...page.lines, ...page.buttons],
  };
}
