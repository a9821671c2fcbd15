import { compact, type Fields } from '../json.ts';
import { messageView } from '../message-view.ts';
import { isThread, may, permission } from '../permissions.ts';
import {
  channelView,
  gatewayGuildView,
  guildView,
  memberView,
  partialMemberView,
  roleView,
} from '../views.ts';
import {
  type Channel,
  type Guild,
  type Message,
  messageFlag,
  type Role,
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

/** Of a deleted message only the place is told. */
function messageData(world: World, change: Change, message: Message, channel: Channel): Fields {
  if (change === 'DELETE') return { id: message.id, channel_id: message.channelId };
  return { ...messageView(world, message), channel_type: channel.type };
}

function messageDispatch(world: World, change: Change, message: Message): Dispatch | undefined {
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

type Change = 'CREATE' | 'UPDATE' | 'DELETE';

function threadData(world: World, change: Change, channel: Channel): Fields {
  const { id, type, guildId, parentId } = channel;
  if (change === 'DELETE') return { id, type, guild_id: guildId, parent_id: parentId };
  return { ...channelView(world, channel), ...(change === 'CREATE' ? { newly_created: true } : {}) };
}

/** Direct message channels are opened in silence; of a thread hears who may see it. */
function channelDispatch(world: World, change: Change, channel: Channel): Dispatch | undefined {
  const { guildId } = channel;
  if (guildId === undefined) return undefined;
  const heard = { intent: intent.guilds, guildId };
  if (!isThread(channel)) return { name: `CHANNEL_${change}`, data: channelView(world, channel), ...heard };
  if (!may(world, channel, world.bot.id, permission.viewChannel)) return undefined;
  return { name: `THREAD_${change}`, data: threadData(world, change, channel), ...heard };
}

function roleDispatch(change: Change, { id: guildId, roles }: Guild, role: Role): Dispatch {
  const data =
    change === 'DELETE'
      ? { guild_id: guildId, role_id: role.id }
      : { guild_id: guildId, role: roleView(role, [...roles.keys()].indexOf(role.id)) };
  return { name: `GUILD_ROLE_${change}`, data, intent: intent.guilds, guildId };
}

/** Without the intent for members a bot hears of itself alone. */
function memberDispatch(world: World, guild: Guild, userId: string): Dispatch | undefined {
  if (userId !== world.bot.id) return undefined;
  const data = { ...memberView(world, guild, userId), guild_id: guild.id };
  return { name: 'GUILD_MEMBER_UPDATE', data, guildId: guild.id };
}

/** The bot is the only one whose typing is told here. */
function typingDispatch(world: World, channelId: string): Dispatch {
  const { guildId } = world.channels.get(channelId) ?? {};
  const timestamp = Math.floor(world.now() / 1000);
  const data = { channel_id: channelId, user_id: world.bot.id, timestamp };
  const guild = world.guilds.get(guildId ?? '');
  if (guild === undefined) return { name: 'TYPING_START', data, intent: intent.directTyping };
  return {
    name: 'TYPING_START',
    data: compact({ ...data, guild_id: guild.id, member: memberView(world, guild, world.bot.id) }),
    intent: intent.guildTyping,
    guildId: guild.id,
  };
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
    case 'role.created':
      return roleDispatch('CREATE', event.guild, event.role);
    case 'role.updated':
      return roleDispatch('UPDATE', event.guild, event.role);
    case 'role.deleted':
      return roleDispatch('DELETE', event.guild, event.role);
    case 'member.updated':
      return memberDispatch(world, event.guild, event.userId);
    case 'typing':
      return typingDispatch(world, event.channelId);
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
