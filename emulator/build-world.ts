import { everyPermission, permission, usualPermissions } from './permissions.ts';
import { setOverwrite } from './rights.ts';
import { threadsOf } from './threads.ts';
import {
  type Channel,
  channelFlag,
  channelType,
  type Guild,
  type Role,
  type User,
  type World,
} from './world.ts';

/** Adds places and people to a world, and tells of what a bot would hear. */

export interface NewPerson {
  readonly username: string;
  readonly globalName?: string;
}

export function addPerson(world: World, { username, globalName = username }: NewPerson): User {
  const user: User = { id: world.newId(), username, globalName, isBot: false };
  world.users.set(user.id, user);
  return user;
}

export function addRole(
  world: World,
  guild: Guild,
  name: string,
  permissions: bigint,
  isMentionable = false,
): Role {
  const role: Role = { id: world.newId(), name, permissions, isMentionable };
  guild.roles.set(role.id, role);
  world.tell({ type: 'role.created', guild, role });
  return role;
}

function addMember(world: World, guild: Guild, userId: string, roleIds: readonly string[] = []): void {
  guild.members.set(userId, { userId, roleIds, joinedAt: world.now() });
}

/** A guild with the bot in it; the role of everyone has the guild's id. */
export function addGuild(world: World, name: string, ownerId: string): Guild {
  const id = world.newId();
  const everyone: Role = { id, name: '@everyone', permissions: usualPermissions, isMentionable: false };
  const guild: Guild = {
    id,
    name,
    ownerId,
    locale: 'en-GB',
    roles: new Map([[id, everyone]]),
    members: new Map(),
  };
  world.guilds.set(id, guild);
  addMember(world, guild, world.bot.id);
  addMember(world, guild, ownerId);
  world.tell({ type: 'guild.created', guild });
  return guild;
}

export function addChannel(
  world: World,
  guild: Guild,
  name: string,
  type: keyof typeof channelType = 'text',
): Channel {
  const channel: Channel = {
    id: world.newId(),
    type: channelType[type],
    name,
    guildId: guild.id,
    overwrites: new Map(),
  };
  world.channels.set(channel.id, channel);
  world.tell({ type: 'channel.created', channel });
  return channel;
}

/** A forum; with a tag that every post must have, if it is strict. */
export function addForum(
  world: World,
  guild: Guild,
  name: string,
  tagNames: readonly string[] = [],
  isTagRequired = false,
): Channel {
  const channel: Channel = {
    id: world.newId(),
    type: channelType.forum,
    name,
    guildId: guild.id,
    tags: tagNames.map((tagName) => ({ id: world.newId(), name: tagName })),
    flags: isTagRequired ? channelFlag.requireTag : 0,
    overwrites: new Map(),
  };
  world.channels.set(channel.id, channel);
  world.tell({ type: 'channel.created', channel });
  return channel;
}

function forget(world: World, { id }: Channel): void {
  world.channels.delete(id);
  for (const messageId of world.timelines.get(id) ?? []) world.messages.delete(messageId);
  world.timelines.delete(id);
}

/** Takes a channel away; its messages and its threads go with it, the latter without a word of their own. */
export function removeChannel(world: World, channel: Channel): void {
  const threads = threadsOf(world, { ...channel, parentId: channel.id });
  for (const gone of [channel, ...threads]) forget(world, gone);
  world.tell({ type: 'channel.deleted', channel });
}

export function renameGuild(world: World, guild: Guild, name: string): Guild {
  const renamed: Guild = { ...guild, name };
  world.guilds.set(guild.id, renamed);
  world.tell({ type: 'guild.updated', guild: renamed });
  return renamed;
}

/** Shows the bot out of a guild: it is in it no more, and neither are the guild's own commands. */
export function removeBot(world: World, guild: Guild): void {
  guild.members.delete(world.bot.id);
  for (const { id, guild_id: guildId } of world.commands.values())
    if (guildId === guild.id) world.commands.delete(id);
  world.tell({ type: 'guild.deleted', guild });
}

/** Lets the bot into a guild again. */
export function returnBot(world: World, guild: Guild): void {
  addMember(world, guild, world.bot.id);
  world.tell({ type: 'guild.created', guild });
}

/** Discord has trouble with a guild: the bot is in it still, and hears nothing of it until it is told of it again. */
export function strikeOutage(world: World, guild: Guild): void {
  world.tell({ type: 'guild.unavailable', guild });
}

/** The direct message channel between a person and the bot; there is but one. */
export function dmChannel(world: World, personId: string): Channel {
  const existing = [...world.channels.values()].find(({ recipientId }) => recipientId === personId);
  if (existing !== undefined) return existing;
  const channel: Channel = {
    id: world.newId(),
    type: channelType.dm,
    name: '',
    recipientId: personId,
    overwrites: new Map(),
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Lets the bot do in a channel exactly what `permissions` says. */
export function setBotPermissions(world: World, channelId: string, permissions: bigint): void {
  setOverwrite(world, channelId, {
    id: world.bot.id,
    kind: 'member',
    allow: permissions,
    deny: everyPermission & ~permissions,
  });
}

export interface FirstWorld {
  readonly guild: Guild;
  readonly channels: Readonly<Record<'general' | 'newsroom' | 'announcements' | 'locked' | 'forum', Channel>>;
  /** Administrator and owner of the guild. */
  readonly admin: User;
  /** A member like any other. */
  readonly member: User;
}

/** One guild, five channels (the bot may not look into the locked one), two people. */
export function furnish(world: World): FirstWorld {
  const admin = addPerson(world, { username: 'avery', globalName: 'Avery' });
  const member = addPerson(world, { username: 'robin', globalName: 'Robin' });
  const guild = addGuild(world, 'Harbour Square', admin.id);
  addMember(world, guild, member.id);
  addRole(world, guild, 'editors', permission.manageGuild, true);
  const channels = {
    general: addChannel(world, guild, 'general'),
    newsroom: addChannel(world, guild, 'newsroom'),
    announcements: addChannel(world, guild, 'announcements', 'announcement'),
    locked: addChannel(world, guild, 'locked'),
    forum: addForum(world, guild, 'reading-room', ['Daily', 'Weekly']),
  };
  setBotPermissions(world, channels.locked.id, 0n);
  return { guild, channels, admin, member };
}
