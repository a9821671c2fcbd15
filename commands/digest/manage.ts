import type { App } from '../../src/app.ts';
import { accessFor } from '../../src/digest/access-for.ts';
import { resumedAt } from '../../src/digest/trouble/check-again.ts';
import type { Delivery, Digest } from '../../src/domain/digest.ts';
import type { Block, Button, Piece, Reply } from '../../src/domain/reply.ts';
import { nextPieces } from '../../src/render/digest/words.ts';
import { channel, code, strong, text, time } from '../../src/render/pieces.ts';
import { checkAccess } from './channel.ts';

const named = ({ name, channelId }: Digest): Piece[] => [strong(name), ' in ', channel(channelId)];

const offering = (...buttons: readonly Button[]): Block => ({ kind: 'buttons', buttons });

/** So many runs of a digest are looked through for the one just asked for. */
const runsLookedAt = 10;

/** `/digest run`: one delivery outside the schedule, by the same way as all others; also of one that is paused. */
export async function runDigest(digest: Digest, app: App): Promise<Reply> {
  const slot = app.clock.now();
  await app.digests.planNow(digest, slot);
  await app.deliverNow();
  const runs = await app.digests.deliveries(digest.id, runsLookedAt);
  return { blocks: said(runs.find((one) => one.slot === slot)) };
}

function said(delivery: Delivery | undefined): Block[] {
  if (delivery === undefined) return [text('The digest is gone.')];
  const { digestId, slot, reason } = delivery;
  const why = offering({ label: 'Why?', press: `digest:why:${digestId}:${slot}` });
  switch (delivery.state) {
    case 'posted':
      return [text('Posted in ', channel(delivery.channelId), '.')];
    case 'empty':
      return [text('Nothing new since the last digests: nothing was posted.'), why];
    case 'pending':
    case 'claimed': {
      const because = reason === undefined ? '' : ` (${reason})`;
      return [text('Not posted yet', because, '; I go on trying.')];
    }
    case 'uncertain':
      return [text(`It may have been posted, or not: ${reason ?? 'I could not find out'}.`)];
    default:
      return [text(`Not posted: ${reason ?? delivery.state}.`)];
  }
}

/** `/digest pause`: it rests until it is resumed; pausing it twice changes nothing. */
export async function pauseDigest(digest: Digest, app: App): Promise<Reply> {
  const pause = digest.pause ?? { at: app.clock.now(), by: 'person' };
  const paused: Digest = { ...digest, pause: pause.by === 'gone' ? pause : { at: pause.at, by: 'person' } };
  await app.digests.update(paused);
  app.log.info('digest.paused', { digestId: digest.id, guildId: digest.guildId });
  return {
    blocks: [
      text(...named(digest), ': ', ...nextPieces(paused), '. '),
      text('It comes again when you resume it; ', code('/digest run'), ' still posts one at once.'),
      offering({ label: 'Resume', press: `digest:resume:${digest.id}` }),
    ],
  };
}

/** `/digest resume`: it goes on with its next time from now, once it is known that the channel takes it. */
export async function resumeDigest(digest: Digest, app: App): Promise<Reply> {
  if (digest.pause === undefined)
    return { blocks: [text(...named(digest), ' is not paused. ', ...nextPieces(digest), '.')] };
  checkAccess(digest.channelId, accessFor(digest, digest.channelId, app.poster));
  const resumed = resumedAt(digest, app.clock.now());
  await app.digests.update(resumed);
  app.log.info('digest.resumed', { digestId: digest.id, guildId: digest.guildId });
  const { nextRunAt } = resumed;
  return {
    blocks: [
      text(...named(digest), ' goes on. Next one ', time(nextRunAt, 'F'), ' (', time(nextRunAt, 'R'), ').'),
      offering({ label: 'Pause', press: `digest:pause:${digest.id}` }),
    ],
  };
}

/** `/digest remove`. */
export async function removeDigest(digest: Digest, app: App): Promise<Reply> {
  await app.digests.remove(digest.id, digest.guildId);
  app.log.info('digest.removed', { digestId: digest.id, guildId: digest.guildId });
  return { blocks: [text('Ended: ', ...named(digest), '.')] };
}
