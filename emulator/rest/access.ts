import { refusal } from '../api-error.ts';
import { may, permission, rightToWrite } from '../permissions.ts';
import { threadBar } from '../threads.ts';
import { type Channel, channelType, type Guild, type Message, messageFlag, type World } from '../world.ts';

/** The channel, if there is one and the bot may look into it. */
export function channelFor(world: World, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw refusal('unknownChannel');
  if (channel.guildId !== undefined && !may(world, channel, world.bot.id, permission.viewChannel))
    throw refusal('missingAccess');
  return channel;
}

export function requireRight(world: World, channel: Channel, bit: bigint): void {
  if (channel.guildId !== undefined && !may(world, channel, world.bot.id, bit))
    throw refusal('missingPermissions');
}

/** A locked thread is closed to the bot unless it manages threads. */
function requireUnlocked(world: World, channel: Channel): void {
  const bar = threadBar(world, channel.id, world.bot.id);
  if (bar !== undefined) throw refusal(bar === 'archived' ? 'threadArchived' : 'threadLocked');
}

/** In an archived thread nothing but the deletion of messages is done, until a new one opens it again. */
export function requireOpen(world: World, channel: Channel): void {
  if (channel.thread?.isArchived === true) throw refusal('threadArchived');
  requireUnlocked(world, channel);
}

/** A channel the bot may write in. */
export function writableChannel(world: World, channelId: string): Channel {
  const channel = channelFor(world, channelId);
  if (channel.type === channelType.forum) throw refusal('notText');
  requireRight(world, channel, rightToWrite(channel));
  requireUnlocked(world, channel);
  if (channel.recipientId !== undefined && world.closedToDms.has(channel.recipientId))
    throw refusal('cannotDm');
  return channel;
}

/** A message of a channel; ephemeral ones are nowhere in it. */
export function messageIn(world: World, channel: Channel, messageId: string): Message {
  const message = world.messages.get(messageId);
  if (
    message === undefined ||
    message.channelId !== channel.id ||
    (message.flags & messageFlag.ephemeral) !== 0
  )
    throw refusal('unknownMessage');
  return message;
}

export function guildFor(world: World, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw refusal('unknownGuild');
  if (!guild.members.has(world.bot.id)) throw refusal('missingAccess');
  return guild;
}

export function requireOwnApplication(world: World, applicationId: string): void {
  if (applicationId !== world.applicationId) throw refusal('unknownApplication');
}
