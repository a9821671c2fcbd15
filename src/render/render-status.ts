import type { Headline } from '../domain/article.ts';
import type { Delivery, Digest } from '../domain/digest.ts';
import type { UntoldAlerts } from '../domain/digest-alert.ts';
import type { FollowedFeed } from '../domain/feed.ts';
import type { ChannelAccess } from '../domain/poster.ts';
import type { Block, Piece, Reply } from '../domain/reply.ts';
import { conditionOfDigest, obstacleWords, outcomeWords } from './digest/state.ts';
import { conditionCounts, inOrder } from './feed/list.ts';
import { conditionOf, conditionPieces, feedName } from './feed/words.ts';
import { withinLimits } from './limits.ts';
import { counted } from './pages.ts';
import { code, heading, joined, small, strong, text, time } from './pieces.ts';

/** What a guild has besides its articles. */
interface GuildStatus {
  readonly feeds: readonly FollowedFeed[];
  readonly digests: readonly {
    readonly digest: Digest;
    readonly last?: Delivery | undefined;
    readonly access: ChannelAccess;
  }[];
  readonly alerts: AlertStatus;
}

/** Where a guild's alerts go, and whether they come there. */
export interface AlertStatus {
  readonly channelId?: string | undefined;
  /** Of that channel. */
  readonly access?: ChannelAccess | undefined;
  readonly untold?: UntoldAlerts | undefined;
}

export interface Status {
  readonly articleCount: number;
  readonly newest?: Headline | undefined;
  /** Absent in a direct message. */
  readonly guild?: GuildStatus | undefined;
}

const mostTroubled = 5;
const mostDigests = 10;

function untoldLine({ count, lastAt, reason }: UntoldAlerts): Block {
  const why = reason === undefined ? 'no channel was chosen for them' : reason;
  return small(
    `${counted(count, 'alert')} of digests reached nobody, the last `,
    time(lastAt, 'R'),
    `: ${why}.`,
  );
}

function alertsLine({ channelId: id, access }: AlertStatus): Block {
  if (id === undefined)
    return text(
      'Alerts: off. ',
      code('/settings alerts'),
      ' sets a channel that is told when a feed or a digest fails.',
    );
  const obstacle = access === undefined ? undefined : obstacleWords(access);
  return obstacle === undefined
    ? text('Alerts go to ', { kind: 'channel', id }, '.')
    : text('Alerts should go to ', { kind: 'channel', id }, `, and cannot: ${obstacle}.`);
}

/** Where alerts go, or how they come to go somewhere, and how many did not. */
export const alertsLines = (alerts: AlertStatus): Block[] => [
  alertsLine(alerts),
  ...(alerts.untold === undefined ? [] : [untoldLine(alerts.untold)]),
];

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

type DigestStatus = GuildStatus['digests'][number];

function digestLine({ digest, last, access }: DigestStatus): Block {
  const ended = last === undefined ? [] : [` · last: ${outcomeWords(last)}`];
  const place: Piece = { kind: 'channel', id: digest.channelId };
  return text(
    '• ',
    strong(digest.name),
    ' in ',
    place,
    ' · ',
    ...conditionOfDigest(digest, access),
    ...ended,
  );
}

/** Paused, about to fail, or failed the last time. */
const isInTrouble = ({ digest, last, access }: DigestStatus): boolean =>
  digest.pause !== undefined ||
  obstacleWords(access) !== undefined ||
  ['failed', 'uncertain', 'skipped'].includes(last?.state ?? '');

function digestLines(digests: GuildStatus['digests']): Block[] {
  if (digests.length === 0)
    return [text(strong('Digests'), ': none yet. ', code('/digest add'), ' makes one.')];
  const troubled = digests.filter(isInTrouble);
  const ordered = [...troubled, ...digests.filter((one) => !isInTrouble(one))];
  const more = ordered.length - mostDigests;
  const trouble = troubled.length === 0 ? '' : ` · ${troubled.length} in trouble or paused`;
  return [
    text(strong('Digests'), `: ${counted(digests.length, 'digest')}${trouble}`),
    ...ordered.slice(0, mostDigests).map(digestLine),
    ...(more > 0 ? [small(`And ${more} more: `, code('/digest list'))] : []),
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
        : [...feedLines(guild.feeds), ...digestLines(guild.digests), ...alertsLines(guild.alerts)]),
    ],
  });
}
