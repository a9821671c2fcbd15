import {
  ChannelFlags,
  type Client,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { ChannelAccess } from '../domain/poster.ts';
import { hearChannelNews } from './channel-news.ts';
import { kindOf, lacking, lackingToPost, type Right } from './channel-rights.ts';

/** What the client knows of channels without asking Discord. */
export interface ChannelAccesses {
  /** What `Poster.access` answers. */
  access(channelId: string, style: 'message' | 'threads'): ChannelAccess;
  /** Whether the bot has a right in a channel; `undefined` where it is not known. */
  has(channelId: string, right: Right): boolean | undefined;
  /** What `Poster.notifies` answers. */
  notifies(channelId: string, roleId: string): boolean | undefined;
}

/** So many channels are remembered that are gone: far more than have a digest on its way. */
const goneRemembered = 10_000;

const unknown: ChannelAccess = { kind: 'unknown', missing: [] };

/** What is granted to the bot in a channel; `null` where the client does not know the bot's part in it. */
function granted(channel: GuildBasedChannel): Readonly<PermissionsBitField> | null {
  const me = channel.guild.members.me;
  return me === null ? null : channel.permissionsFor(me);
}

function missingIn(channel: GuildBasedChannel, style: 'message' | 'threads'): readonly Right[] {
  const own = granted(channel);
  return own === null ? [] : lackingToPost(channel, style, own);
}

const wantsTag = (channel: GuildBasedChannel): boolean =>
  channel.isThreadOnly() && channel.flags.has(ChannelFlags.RequireTag);

/**
 * Reads channels and rights from the client's cache. A channel that is not there may be another process's, or a thread
 * that is archived: only one whose end this client has heard of is gone.
 */
export function createChannelAccesses(client: Client): ChannelAccesses {
  const gone = new Set<string>();
  function forget(id: string): void {
    gone.add(id);
    if (gone.size > goneRemembered) for (const oldest of gone) return void gone.delete(oldest);
  }
  hearChannelNews(client, { deleted: (_, channelId) => forget(channelId), changed: () => undefined });

  /** `undefined` too while Discord has trouble with the guild: what is known of it may be old. */
  function known(channelId: string): GuildBasedChannel | undefined {
    const channel = client.channels.cache.get(channelId);
    return channel === undefined || channel.isDMBased() || !channel.guild.available ? undefined : channel;
  }

  return {
    access(channelId, style) {
      if (gone.has(channelId)) return { kind: 'gone', missing: [] };
      const channel = known(channelId);
      return channel === undefined
        ? unknown
        : {
            kind: kindOf(channel.type),
            missing: missingIn(channel, style),
            ...(wantsTag(channel) && { wantsTag: true }),
          };
    },
    has(channelId, right) {
      const channel = known(channelId);
      const own = channel === undefined ? null : granted(channel);
      return own === null ? undefined : lacking([right], own).length === 0;
    },
    notifies(channelId, roleId) {
      const channel = known(channelId);
      const role = channel?.guild.roles.cache.get(roleId);
      const own = channel === undefined ? null : granted(channel);
      return role === undefined || own === null
        ? undefined
        : role.mentionable || own.has(PermissionFlagsBits.MentionEveryone);
    },
  };
}
