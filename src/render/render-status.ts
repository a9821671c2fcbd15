import type { Headline } from '../domain/article.ts';
import type { Delivery, Digest } from '../domain/digest.ts';
import type { FollowedFeed } from '../domain/feed.ts';
import type { Block, Piece, Reply } from '../domain/reply.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { conditionCounts, inOrder } from './feed-list.ts';
import { conditionOf, conditionPieces, feedName } from './feed-words.ts';
import { withinLimits } from './limits.ts';
import { counted } from './pages.ts';
import { code, heading, joined, small, strong, text, time } from './pieces.ts';

/** What a guild has besides its articles. */
interface GuildStatus {
  readonly feeds: readonly FollowedFeed[];
  readonly digests: readonly { readonly digest: Digest; readonly last?: Delivery | undefined }[];
  readonly settings?: GuildSettings | undefined;
}

export interface Status {
  readonly articleCount: number;
  readonly newest?: Headline | undefined;
  /** Absent in a direct message. */
  readonly guild?: GuildStatus | undefined;
}

const mostTroubled = 5;
const mostDigests = 10;

/** How a delivery ended: "failed, the channel takes no messages". */
export const outcomeWords = ({ state, reason }: Delivery): string =>
  reason === undefined ? state : `${state}, ${reason}`;

/** Where alerts go, or how they come to go somewhere. */
export function alertsLine(settings: GuildSettings | undefined): Block {
  const id = settings?.alertsChannelId;
  return id === undefined
    ? text(
        'Alerts: off. ',
        code('/settings alerts'),
        ' sets a channel that is told when a feed stops or falls silent.',
      )
    : text('Alerts go to ', { kind: 'channel', id }, '.');
}

function articlesLine({ articleCount, newest }: Status): Block {
  const age: Piece[] = newest === undefined ? [] : [', the newest ', time(newest.publishedAt, 'R')];
  return text(strong('Articles'), `: ${articleCount} stored`, ...age, '.');
}

function feedLines(feeds: readonly FollowedFeed[]): Block[] {
  if (feeds.length === 0) return [text(strong('Feeds'), ': none yet. ', code('/feed add'), ' follows one.')];
  const troubled = inOrder(feeds).filter((followed) =>
    ['stopped', 'failing', 'silent'].includes(conditionOf(followed)),
  );
  const more = troubled.length - mostTroubled;
  return [
    text(strong('Feeds'), ': ', ...joined(conditionCounts(feeds), ' · ')),
    ...troubled
      .slice(0, mostTroubled)
      .map((followed) => text('• ', feedName(followed.feed), ' · ', ...conditionPieces(followed))),
    ...(more > 0 ? [small(`And ${more} more: `, code('/feed list'))] : []),
  ];
}

function digestLine({ digest, last }: GuildStatus['digests'][number]): Block {
  const ended = last === undefined ? [] : [` · last: ${outcomeWords(last)}`];
  const place: Piece = { kind: 'channel', id: digest.channelId };
  return text('• ', strong(digest.name), ' in ', place, ' · next ', time(digest.nextRunAt, 'R'), ...ended);
}

function digestLines(digests: GuildStatus['digests']): Block[] {
  if (digests.length === 0)
    return [text(strong('Digests'), ': none yet. ', code('/digest add'), ' makes one.')];
  return [
    text(strong('Digests'), `: ${counted(digests.length, 'digest')}`),
    ...digests.slice(0, mostDigests).map(digestLine),
  ];
}

/** `/status`: what is stored, how the feeds are, how the digests went. */
export function renderStatus(status: Status): Reply {
  const { guild } = status;
  return withinLimits({
    blocks: [
      heading('Status'),
      articlesLine(status),
      ...(guild === undefined
        ? []
        : [...feedLines(guild.feeds), ...digestLines(guild.digests), alertsLine(guild.settings)]),
    ],
  });
}
