import type { App } from '../src/app.ts';
import type { CommandRequest } from '../src/domain/command.ts';
import type { Delivery, Digest } from '../src/domain/digest.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Block, Piece, Reply } from '../src/domain/reply.ts';
import { outcomeWords } from '../src/render/digest-state.ts';
import { code, heading, small, strong, text, time } from '../src/render/pieces.ts';
import { scheduleWords } from '../src/render/render-digest.ts';
import { textOption } from './story-option.ts';

const channelOf = ({ channelId }: Pick<Digest, 'channelId'>): Piece => ({ kind: 'channel', id: channelId });

/** The digest that is named, or the only one. */
async function chosenDigest({ options }: CommandRequest, guildId: string, app: App): Promise<Digest> {
  const asked = textOption(options, 'digest');
  const digests = await app.digests.list(guildId);
  const found =
    asked === undefined && digests.length === 1
      ? digests[0]
      : digests.find(({ id, name }) => id === asked || name === asked);
  if (found === undefined) throw new UserError({ code: 'noSuchDigest', asked: asked ?? '' });
  return found;
}

function digestLines(digest: Digest, last: Delivery | undefined): Block[] {
  const ended: Piece[] = last === undefined ? [] : [` · last: ${outcomeWords(last)}`];
  return [
    text(strong(digest.name), ' in ', channelOf(digest), `: ${scheduleWords(digest)}`),
    small('Next ', time(digest.nextRunAt, 'F'), ...ended),
  ];
}

/** `/digest list`: each digest with its next run and how the last one ended. */
export async function listDigests(guildId: string, app: App): Promise<Reply> {
  const digests = await app.digests.list(guildId);
  if (digests.length === 0)
    return { blocks: [text('No digests in this server yet. ', code('/digest add'), ' makes one.')] };
  const last = await Promise.all(digests.map(async ({ id }) => (await app.digests.deliveries(id, 1))[0]));
  return {
    blocks: [heading('Digests'), ...digests.flatMap((digest, index) => digestLines(digest, last[index]))],
  };
}

/** `/digest run`: one delivery outside the schedule, by the same way as all others. */
export async function runDigest(request: CommandRequest, guildId: string, app: App): Promise<Reply> {
  const digest = await chosenDigest(request, guildId, app);
  const slot = app.clock.now();
  await app.digests.planNow(digest, slot);
  await app.deliverNow();
  const delivery = (await app.digests.deliveries(digest.id, 10)).find((one) => one.slot === slot);
  return { blocks: [text(...said(delivery))] };
}

function said(delivery: Delivery | undefined): Piece[] {
  if (delivery === undefined) return ['The digest is gone.'];
  switch (delivery.state) {
    case 'posted':
      return ['Posted in ', channelOf(delivery), '.'];
    case 'empty':
      return ['Nothing new since the last digests: nothing was posted.'];
    case 'pending':
    case 'claimed':
      return [
        'Not posted yet',
        delivery.reason === undefined ? '' : ` (${delivery.reason})`,
        '; I go on trying.',
      ];
    default:
      return [`Not posted: ${delivery.reason ?? delivery.state}.`];
  }
}

/** `/digest remove`. */
export async function removeDigest(request: CommandRequest, guildId: string, app: App): Promise<Reply> {
  const digest = await chosenDigest(request, guildId, app);
  await app.digests.remove(digest.id, guildId);
  app.log.info('digest.removed', { digestId: digest.id, guildId });
  return { blocks: [text('Ended: ', strong(digest.name), ' in ', channelOf(digest), '.')] };
}
