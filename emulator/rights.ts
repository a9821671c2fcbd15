import type { Channel, Guild, Overwrite, Role, World } from './world.ts';

/** Rights that change while everything runs, and what a bot hears of it. */

type NewOverwrite = Pick<Overwrite, 'id' | 'kind'> & Partial<Pick<Overwrite, 'allow' | 'deny'>>;

/** Allows and denies a role or a member something in a channel, in place of what was said of them there. */
export function setOverwrite(world: World, channelId: string, wanted: NewOverwrite): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new Error(`there is no channel ${channelId}`);
  channel.overwrites.set(wanted.id, { allow: 0n, deny: 0n, ...wanted });
  world.tell({ type: 'channel.updated', channel });
  return channel;
}

/** Leaves a role or a member to what the guild says of them. */
export function clearOverwrite(world: World, channelId: string, id: string): void {
  const channel = world.channels.get(channelId);
  if (channel?.overwrites.delete(id) === true) world.tell({ type: 'channel.updated', channel });
}

function currentGuild(world: World, { id }: Guild): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw new Error(`there is no guild ${id}`);
  return guild;
}

export function changeRole(
  world: World,
  ofGuild: Guild,
  roleId: string,
  change: Partial<Pick<Role, 'permissions' | 'isMentionable'>>,
): Role {
  const guild = currentGuild(world, ofGuild);
  const role = guild.roles.get(roleId);
  if (role === undefined) throw new Error(`there is no role ${roleId}`);
  const changed: Role = { ...role, ...change };
  guild.roles.set(roleId, changed);
  world.tell({ type: 'role.updated', guild, role: changed });
  return changed;
}

/** Takes a role away from the guild, and so from its members. */
export function removeRole(world: World, ofGuild: Guild, roleId: string): void {
  const guild = currentGuild(world, ofGuild);
  const role = guild.roles.get(roleId);
  if (role === undefined) return;
  guild.roles.delete(roleId);
  for (const { userId, roleIds } of [...guild.members.values()])
    if (roleIds.includes(roleId))
      setMemberRoles(
        world,
        guild,
        userId,
        roleIds.filter((id) => id !== roleId),
      );
  world.tell({ type: 'role.deleted', guild, role });
}

export function setMemberRoles(
  world: World,
  ofGuild: Guild,
  userId: string,
  roleIds: readonly string[],
): void {
  const guild = currentGuild(world, ofGuild);
  const member = guild.members.get(userId);
  if (member === undefined) throw new Error(`${userId} is no member of ${guild.name}`);
  guild.members.set(userId, { ...member, roleIds });
  world.tell({ type: 'member.updated', guild, userId });
}
