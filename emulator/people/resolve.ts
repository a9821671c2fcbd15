import { compact, type Fields } from '../json.ts';
import { wholeMessageView } from '../message-view.ts';
import { may, permission, permissionsIn } from '../permissions.ts';
import { channelView, partialMemberView, roleView, userView } from '../views.ts';
import type { Attachment, Channel, Message, Role, User } from '../world.ts';
import { guildOf, type Seat } from './seat.ts';

/** What the ids in an interaction's data stand for. */
export interface Resolved {
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  readonly channels: readonly Channel[];
  readonly attachments: readonly Attachment[];
  readonly messages: readonly Message[];
}

export const nothingResolved: Resolved = {
  users: [],
  roles: [],
  channels: [],
  attachments: [],
  messages: [],
};

export function joinResolved(parts: readonly Partial<Resolved>[]): Resolved {
  return {
    users: parts.flatMap(({ users = [] }) => users),
    roles: parts.flatMap(({ roles = [] }) => roles),
    channels: parts.flatMap(({ channels = [] }) => channels),
    attachments: parts.flatMap(({ attachments = [] }) => attachments),
    messages: parts.flatMap(({ messages = [] }) => messages),
  };
}

const bare = (text: string) => text.replace(/^(?:<@[!&]?|<#|[@#])/, '').replace(/>$/, '');

/** A person of this place by id, mention or name. */
export function findUser(seat: Seat, asked: string): User | undefined {
  const { world, user } = seat;
  const guild = guildOf(seat);
  const ids = guild === undefined ? [user.id, world.bot.id] : [...guild.members.keys()];
  const known = ids.flatMap((id) => world.users.get(id) ?? []);
  const wanted = bare(asked);
  return known.find(({ id, username, globalName }) => [id, username, globalName].includes(wanted));
}

export function findRole(seat: Seat, asked: string): Role | undefined {
  const wanted = bare(asked);
  const roles = [...(guildOf(seat)?.roles.values() ?? [])];
  return roles.find(({ id, name }) => id === wanted || bare(name) === wanted);
}

/** A channel of this guild that the person sees. */
export function findChannel(seat: Seat, asked: string): Channel | undefined {
  const { world, user, channel: here } = seat;
  if (here.guildId === undefined) return undefined;
  const wanted = bare(asked);
  return [...world.channels.values()].find(
    (channel) =>
      channel.guildId === here.guildId &&
      (channel.id === wanted || channel.name === wanted) &&
      may(world, channel, user.id, permission.viewChannel),
  );
}

function memberPart(seat: Seat, user: User): Fields | undefined {
  const guild = guildOf(seat);
  const member = guild === undefined ? undefined : partialMemberView(guild, user.id);
  if (member === undefined) return undefined;
  const { mute: _mute, deaf: _deaf, ...rest } = member;
  return { ...rest, permissions: permissionsIn(seat.world, seat.channel, user.id).toString() };
}

/** A chosen channel comes with the rights in it, the person's and the bot's. */
function channelPart({ world, user }: Seat, channel: Channel): Fields {
  const { permission_overwrites: _overwrites, ...view } = channelView(world, channel);
  return {
    ...view,
    permissions: permissionsIn(world, channel, user.id).toString(),
    app_permissions: permissionsIn(world, channel, world.bot.id).toString(),
  };
}

function table<T extends { readonly id: string }>(
  items: readonly T[],
  view: (item: T) => Fields | undefined,
): Fields | undefined {
  const rows = items.flatMap((item) => {
    const shown = view(item);
    return shown === undefined ? [] : [[item.id, shown] as const];
  });
  return rows.length === 0 ? undefined : Object.fromEntries(rows);
}

/** `data.resolved`, or nothing where there is nothing to resolve. */
export function resolvedView(seat: Seat, resolved: Resolved): Fields | undefined {
  const view = compact({
    users: table(resolved.users, userView),
    members: table(resolved.users, (user) => memberPart(seat, user)),
    roles: table(resolved.roles, (role) => roleView(role, 0)),
    channels: table(resolved.channels, (channel) => channelPart(seat, channel)),
    attachments: table(resolved.attachments, (attachment) => ({ ...attachment, ephemeral: true })),
    messages: table(resolved.messages, (message) => wholeMessageView(seat.world, message)),
  });
  return Object.keys(view).length === 0 ? undefined : view;
}
