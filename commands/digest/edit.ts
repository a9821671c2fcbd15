import { isDeepStrictEqual } from 'node:util';
import type { App } from '../../src/app.ts';
import { nextRun } from '../../src/digest/schedule/next-run.ts';
import type { CommandRequest } from '../../src/domain/command.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { checkChannel, notifiesRole } from './channel.ts';
import { choicesOf } from './choices.ts';
import { chosenDigest } from './chosen-digest.ts';
import { keptReply } from './kept.ts';
import { usualName } from './name.ts';

/** What makes a digest come when it comes. */
const scheduleOf = ({ times, days, timezone }: Digest) => ({ times, days, timezone });

/** With another channel a digest goes on that rested because of its channel; one that a person paused rests still. */
function goesOn({ pause }: Digest, changed: Digest, before: Digest): boolean {
  return pause !== undefined && pause.by !== 'person' && changed.channelId !== before.channelId;
}

/** The digest with what is changed of it; what is due next stays as it is where its schedule does. */
function changedDigest(before: Digest, changed: Digest, now: number): Digest {
  const { pause: _pause, ...going } = changed;
  const isResumed = goesOn(before, changed, before);
  const isSameTime = isDeepStrictEqual(scheduleOf(before), scheduleOf(changed));
  const nextRunAt = isSameTime && !isResumed ? before.nextRunAt : nextRun(changed, now);
  return { ...(isResumed ? going : changed), nextRunAt };
}

/** A name that the bot made of what a digest is on is made anew with that. */
const namedAsBefore = (before: Digest, changed: Digest): Digest =>
  changed.name === before.name && before.name === usualName(before)
    ? { ...changed, name: usualName(changed) }
    : changed;

/** `/digest edit`: only what is named changes; it is checked as for a new digest, before anything is stored. */
export async function editDigest(request: CommandRequest, guildId: string, app: App): Promise<Reply> {
  const before = await chosenDigest(request, guildId, app);
  const channel = request.channels.channel;
  const choices = await choicesOf(request, guildId, app);
  const { mentionRoleId: _mention, ...quiet } = before;
  const base: Digest = request.options['no-mention'] === true ? quiet : before;
  const wanted = namedAsBefore(before, {
    ...base,
    ...choices,
    ...(channel !== undefined && { channelId: channel.id }),
  });
  if (isDeepStrictEqual(wanted, before)) throw new UserError({ code: 'nothingToChange' });
  const now = app.clock.now();
  const touchesChannel =
    channel !== undefined || choices.style !== undefined || choices.publish !== undefined;
  if (touchesChannel) checkChannel(wanted, channel, app);
  const digest = changedDigest(before, wanted, now);
  if (!(await app.digests.update(digest))) throw new UserError({ code: 'noSuchDigest', asked: digest.name });
  app.log.info('digest.changed', { digestId: digest.id, guildId });
  const notifies = notifiesRole(digest, app);
  return keptReply(digest, { isNew: false, namesZone: true, hasAlerts: true, notifies, now });
}
