import { type Channel, channelType, type Guild, type World } from './world.ts';

/** The permission bits that the emulator itself asks about. */
export const permission = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** Every bit Discord has given out so far. */
export const everyPermission = (1n << 53n) - 1n;

/** What people and bots may do by default: look, write, attach, read back, write in threads. */
export const usualPermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readMessageHistory |
  permission.createPublicThreads |
  permission.sendMessagesInThreads |
  permission.useApplicationCommands;

/** A member's permissions in the guild, before any channel's overwrites. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  if (guild.ownerId === userId) return everyPermission;
  const roleIds = [guild.id, ...(guild.members.get(userId)?.roleIds ?? [])];
  const all = roleIds.reduce((bits, id) => bits | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return (all & permission.administrator) === 0n ? all : everyPermission;
}

/** Discord's own order: everyone's overwrite, the roles' together, the member's. */
function applyOverwrites(bits: bigint, channel: Channel, guild: Guild, userId: string): bigint {
  const everyone = channel.overwrites.get(guild.id);
  let result = everyone === undefined ? bits : (bits & ~everyone.deny) | everyone.allow;
  const roles = (guild.members.get(userId)?.roleIds ?? []).flatMap((id) => channel.overwrites.get(id) ?? []);
  const denied = roles.reduce((sum, { deny }) => sum | deny, 0n);
  const allowed = roles.reduce((sum, { allow }) => sum | allow, 0n);
  result = (result & ~denied) | allowed;
  const own = channel.overwrites.get(userId);
  return own === undefined ? result : (result & ~own.deny) | own.allow;
}

/** A user's permissions in a channel; in a direct message the usual ones. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (guild === undefined) return usualPermissions;
  if (!guild.members.has(userId)) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === everyPermission) return base;
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  const bits = applyOverwrites(base, parent ?? channel, guild, userId);
  return (bits & permission.viewChannel) === 0n ? 0n : bits;
}

export function may(world: World, channel: Channel, userId: string, bit: bigint): boolean {
  return (permissionsIn(world, channel, userId) & bit) === bit;
}

const threadTypes: readonly number[] = [channelType.publicThread, channelType.announcementThread];

export function isThread({ type }: Channel): boolean {
  return threadTypes.includes(type);
}

/** The right that writing in a channel asks for; a thread does not ask for the one of its channel. */
export function rightToWrite(channel: Channel): bigint {
  return isThread(channel) ? permission.sendMessagesInThreads : permission.sendMessages;
}
