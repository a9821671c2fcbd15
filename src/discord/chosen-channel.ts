import {
  type APIInteractionDataResolvedChannel,
  ChannelType,
  type GuildBasedChannel,
  PermissionsBitField,
} from 'discord.js';
import { z } from 'zod';
import type { ChosenChannel } from '../domain/command.ts';
import { kindOf, lackingToPost } from './channel-rights.ts';

/** Discord tells the bot's own rights in a channel that a person chooses. */
const withOwnRights = z.object({ app_permissions: z.string().regex(/^\d{1,30}$/) });

/** The rights as the interaction tells them, else as the client knows them; `null` where neither does. */
function ownRights(
  channel: GuildBasedChannel | APIInteractionDataResolvedChannel,
): Readonly<PermissionsBitField> | null {
  if ('appPermissions' in channel) {
    const me = channel.guild.members.me;
    return channel.appPermissions ?? (me === null ? null : channel.permissionsFor(me));
  }
  const { data } = withOwnRights.safeParse(channel);
  return data === undefined ? null : new PermissionsBitField(BigInt(data.app_permissions));
}

/** A channel as a person chose it, and whether the bot can post there; rights that are not known are named as missing. */
export function chosenChannel(channel: GuildBasedChannel | APIInteractionDataResolvedChannel): ChosenChannel {
  const kind = kindOf(channel.type);
  return {
    id: channel.id,
    name: channel.name ?? channel.id,
    takesMessages: kind !== 'none' && kind !== 'forum',
    isForum: kind === 'forum',
    isAnnouncement: channel.type === ChannelType.GuildAnnouncement,
    missingPermissions: lackingToPost(channel, 'message', ownRights(channel)),
  };
}
