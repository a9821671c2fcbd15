import { compact, type Fields } from '../json.ts';
import { messageView } from '../message-view.ts';
import { may, permission } from '../permissions.ts';
import { channelView, gatewayGuildView, guildView, partialMemberView } from '../views.ts';
import {
  type Channel,
  channelType,
  type Guild,
  type Message,
  messageFlag,
  type World,
  type WorldEvent,
} from '../world.ts';
import { intent } from './protocol.ts';

/** An event as the gateway tells it, and who hears it. */
export interface Dispatch {
  readonly name: string;
  readonly data: Fields;
  /** The intent a session must have; none for interactions. */
  readonly intent?: number;
  /** Decides the shard; what has no guild goes to the first one. */
  readonly guildId?: string;
}

/** Discord leaves guild and member out of ephemeral messages, and sends them as it does direct ones. */
function placeOf(world: World, message: Message, channel: Channel): Guild | undefined {
  if ((message.flags & messageFlag.ephemeral) !== 0 || channel.guildId === undefined) return undefined;
  return world.guilds.get(channel.guildId);
}

type MessageChange = 'CREATE' | 'UPDATE' | 'DELETE';

/** Of a deleted message only the place is told. */
function messageData(world: World, change: MessageChange, message: Message, channel: Channel): Fields {
  if (change === 'DELETE') return { id: message.id, channel_id: message.channelId };
  return { ...messageView(world, message), channel_type: channel.type };
}

function messageDispatch(world: World, change: MessageChange, message: Message): Dispatch | undefined {
  const channel = world.channels.get(message.channelId);
  if (channel === undefined) return undefined;
  const isSeen = channel.guildId === undefined || may(world, channel, world.bot.id, permission.viewChannel);
  if (!isSeen) return undefined;
  const name = `MESSAGE_${change}`;
  const data = messageData(world, change, message, channel);
  const guild = placeOf(world, message, channel);
  if (guild === undefined) return { name, data, intent: intent.directMessages };
  const member = change === 'DELETE' ? undefined : partialMemberView(guild, message.author.id);
  return {
    name,
    data: compact({ ...data, guild_id: guild.id, member }),
    intent: intent.guildMessages,
    guildId: guild.id,
  };
}

/** Direct message channels are opened in silence. */
function channelDispatch(
  world: World,
  change: 'CREATE' | 'UPDATE' | 'DELETE',
  channel: Channel,
): Dispatch | undefined {
  const { guildId, type } = channel;
  if (guildId === undefined) return undefined;
  const kind = type === channelType.publicThread ? 'THREAD' : 'CHANNEL';
  return { name: `${kind}_${change}`, data: channelView(world, channel), intent: intent.guilds, guildId };
}

export function guildCreate(world: World, guild: Guild): Dispatch {
  return {
    name: 'GUILD_CREATE',
    data: gatewayGuildView(world, guild),
    intent: intent.guilds,
    guildId: guild.id,
  };
}

/** What the gateway tells of an event; most of a request's traffic it does not tell. */
export function dispatchOf(world: World, event: WorldEvent): Dispatch | undefined {
  switch (event.type) {
    case 'message.created':
      return messageDispatch(world, 'CREATE', event.message);
    case 'message.edited':
      return messageDispatch(world, 'UPDATE', event.message);
    case 'message.deleted':
      return messageDispatch(world, 'DELETE', event.message);
    case 'interaction.created': {
      const guildId = world.channels.get(event.interaction.channelId)?.guildId;
      const heard = { name: 'INTERACTION_CREATE', data: event.interaction.payload };
      return guildId === undefined ? heard : { ...heard, guildId };
    }
    case 'channel.created':
      return channelDispatch(world, 'CREATE', event.channel);
    case 'channel.updated':
      return channelDispatch(world, 'UPDATE', event.channel);
    case 'channel.deleted':
      return channelDispatch(world, 'DELETE', event.channel);
    case 'guild.created':
      return guildCreate(world, event.guild);
    case 'guild.updated':
      return {
        name: 'GUILD_UPDATE',
        data: guildView(event.guild),
        intent: intent.guilds,
        guildId: event.guild.id,
      };
    case 'guild.deleted':
    case 'guild.unavailable': {
      const { id } = event.guild;
      const data = event.type === 'guild.unavailable' ? { id, unavailable: true } : { id };
      return { name: 'GUILD_DELETE', data, intent: intent.guilds, guildId: id };
    }
    default:
      return undefined;
  }
}
