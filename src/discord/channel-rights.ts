import { ChannelType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { ChannelAccess } from '../domain/poster.ts';

/** The rights that posting asks for, by the names that Discord's settings show. */
const rights = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Manage Threads': PermissionFlagsBits.ManageThreads,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

export type Right = keyof typeof rights;

type Kind = Extract<ChannelAccess['kind'], 'messages' | 'announcements' | 'thread' | 'forum' | 'none'>;

/** What can be posted in channels of a type. */
export function kindOf(type: ChannelType): Kind {
  switch (type) {
    case ChannelType.GuildText:
    case ChannelType.GuildVoice:
    case ChannelType.GuildStageVoice:
      return 'messages';
    case ChannelType.GuildAnnouncement:
      return 'announcements';
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return 'thread';
    case ChannelType.GuildForum:
      return 'forum';
    default:
      return 'none';
  }
}

/**
 * What a post cannot do without. Reading the history is not among them: without it a post whose answer was lost cannot
 * be looked for, and is reported as uncertain rather than sent again.
 */
function rightsToPost(kind: Kind, style: 'message' | 'threads'): readonly Right[] {
  const inThreads: readonly Right[] = style === 'threads' ? ['Send Messages in Threads'] : [];
  switch (kind) {
    case 'messages':
    case 'announcements':
      return [
        'View Channel',
        'Send Messages',
        ...(style === 'threads' ? (['Create Public Threads'] as const) : []),
        ...inThreads,
      ];
    case 'thread':
      return ['View Channel', 'Send Messages in Threads'];
    case 'forum':
      return ['View Channel', 'Send Messages', ...inThreads];
    case 'none':
      return [];
  }
}

/** Those that a post in a channel lacks. A locked thread takes the messages of those alone who may unlock it. */
export function lackingToPost(
  channel: { readonly type: ChannelType; readonly locked?: boolean | null | undefined },
  style: 'message' | 'threads',
  granted: Readonly<PermissionsBitField> | null,
): readonly Right[] {
  const wanted = rightsToPost(kindOf(channel.type), style);
  return lacking(channel.locked === true ? [...wanted, 'Manage Threads'] : wanted, granted);
}

/** Those of `wanted` that are not granted. */
export function lacking(
  wanted: readonly Right[],
  granted: Readonly<PermissionsBitField> | null,
): readonly Right[] {
  return wanted.filter((right) => granted?.has(rights[right]) !== true);
}
