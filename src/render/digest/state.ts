import type { Delivery, Digest, Pause } from '../../domain/digest.ts';
import type { ChannelAccess } from '../../domain/poster.ts';
import type { Piece } from '../../domain/reply.ts';
import { strong, time } from '../pieces.ts';

/** "failed, the channel takes no messages"; "posted, not published: Discord limits how often". */
export function outcomeWords({
  state,
  reason,
  afterwards,
}: Pick<Delivery, 'state' | 'reason' | 'afterwards'>): string {
  const isUndone = afterwards !== undefined && afterwards !== 'due' && afterwards !== 'done';
  return [state, ...(reason === undefined ? [] : [reason]), ...(isUndone ? [afterwards] : [])].join(', ');
}

const needs = (missing: readonly string[]): string => `I need ${missing.join(', ')} there`;

/** "paused two hours ago: I need Send Messages there". */
export function pausePieces({ at, by, missing = [] }: Pause): Piece[] {
  const since: Piece[] = [strong('paused'), ' ', time(at, 'R')];
  switch (by) {
    case 'person':
      return [...since, ' by a person'];
    case 'gone':
      return [...since, ': its channel is gone'];
    case 'rights':
      return [...since, missing.length === 0 ? ': I lack rights there' : `: ${needs(missing)}`];
  }
}

/** What keeps a channel from being posted in, as far as it is known; `undefined`: nothing. */
export function obstacleWords({ kind, missing, wantsTag }: ChannelAccess): string | undefined {
  if (kind === 'gone') return 'its channel is gone';
  if (kind === 'none') return 'its channel takes no messages';
  if (wantsTag === true) return 'its forum takes no post without a tag';
  return missing.length === 0 ? undefined : needs(missing);
}

/** How a digest is: its pause, or what its next post will fail for, and when it comes next. */
export function conditionOfDigest({ pause, nextRunAt }: Digest, access: ChannelAccess): Piece[] {
  if (pause !== undefined) return pausePieces(pause);
  const obstacle = obstacleWords(access);
  const next: Piece[] = ['next ', time(nextRunAt, 'R')];
  return obstacle === undefined ? next : [strong('cannot be posted'), `: ${obstacle} · `, ...next];
}
