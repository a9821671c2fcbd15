import type { App } from '../../src/app.ts';
import { accessFor } from '../../src/digest/access-for.ts';
import type { ChosenChannel } from '../../src/domain/command.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { ChannelAccess } from '../../src/domain/poster.ts';
import { postableChannel } from '../postable-channel.ts';

/** The kind of a channel, as the interaction tells it of one that is chosen, else as it is remembered. */
function kindOf(chosen: ChosenChannel | undefined, { kind }: ChannelAccess): ChannelAccess['kind'] {
  if (chosen?.isForum === true) return 'forum';
  if (chosen?.isAnnouncement === true) return 'announcements';
  return chosen !== undefined && kind !== 'thread' ? 'messages' : kind;
}

/** Whether a digest's channel can take it as it is wanted; fails with a `UserError` that says what is in the way. */
export function checkChannel(digest: Digest, chosen: ChosenChannel | undefined, app: App): void {
  const { channelId, style, publish } = digest;
  if (chosen !== undefined) postableChannel(chosen, true);
  const access = accessFor(digest, channelId, app.poster);
  const kind = kindOf(chosen, access);
  if (style === 'threads' && (kind === 'forum' || kind === 'thread'))
    throw new UserError({ code: 'noThreadsThere', channelId });
  if (publish && kind !== 'announcements' && kind !== 'unknown')
    throw new UserError({ code: 'notAnnouncement', channelId });
  if (access.wantsTag === true) throw new UserError({ code: 'wantsTag', channelId });
  // What the interaction tells of a chosen channel is newer than what is remembered of it.
  if (chosen === undefined || style === 'threads') checkAccess(channelId, access);
}

/** Whether a digest's post notifies the role that it is to notify, as far as that is known. */
export const notifiesRole = ({ channelId, mentionRoleId }: Digest, app: App): boolean | undefined =>
  mentionRoleId === undefined ? undefined : app.poster.notifies(channelId, mentionRoleId);

/** Whether the bot can post in a channel, as far as is known. */
export function checkAccess(channelId: string, { kind, missing }: ChannelAccess): void {
  if (kind === 'gone') throw new UserError({ code: 'channelGone' });
  if (kind === 'none') throw new UserError({ code: 'cannotHoldMessages', channelId });
  if (missing.length > 0) throw new UserError({ code: 'missingPermissions', channelId, missing });
}
