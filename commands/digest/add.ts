import { randomBytes } from 'node:crypto';
import type { App } from '../../src/app.ts';
import { nextRun } from '../../src/digest/schedule/next-run.ts';
import type { CommandRequest } from '../../src/domain/command.ts';
import { type Digest, usualDigest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { checkChannel, notifiesRole } from './channel.ts';
import { choicesOf } from './choices.ts';
import { keptReply } from './kept.ts';
import { usualName } from './name.ts';

/** So many digests are more than a server reads; each costs work every time it comes. */
const mostDigests = 50;

/** `/digest add`: checks the channel's rights, the times and all that is named before anything is stored. */
export async function addDigest(request: CommandRequest, guildId: string, app: App): Promise<Reply> {
  const channel = request.channels.channel;
  if (channel === undefined) throw new Error('Discord sent /digest add without its required channel');
  const { times, ...choices } = await choicesOf(request, guildId, app);
  if (times === undefined) throw new UserError({ code: 'badTime', asked: '', why: 'when' });
  const now = app.clock.now();
  const chosen = { ...usualDigest, ...choices, times };
  const digest: Digest = {
    ...chosen,
    id: randomBytes(16).toString('base64url'),
    guildId,
    channelId: channel.id,
    name: choices.name ?? usualName(choices),
    createdBy: request.reader.personId,
    createdAt: now,
    nextRunAt: nextRun(chosen, now),
  };
  checkChannel(digest, channel, app);
  const { length } = await app.digests.list(guildId);
  if (length >= mostDigests) throw new UserError({ code: 'tooManyDigests', most: mostDigests });
  await app.digests.add(digest);
  app.log.info('digest.added', { digestId: digest.id, guildId });
  const hasAlerts = (await app.settings.get(guildId))?.alertsChannelId !== undefined;
  const notifies = notifiesRole(digest, app);
  const namesZone = choices.timezone !== undefined;
  return keptReply(digest, { isNew: true, namesZone, hasAlerts, notifies, now });
}
