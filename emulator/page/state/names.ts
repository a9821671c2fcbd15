import type { Component } from '../../component.ts';
import { componentType } from '../../component.ts';
import { fieldsOf, listOf, textOf } from '../../json.ts';
import type { SelectRow } from '../draw-context.ts';
import type { ChannelView, GuildView, Snapshot, UserView } from '../protocol.ts';

export function shownName({ global_name: globalName, username }: UserView): string {
  return globalName ?? username;
}

export function channelOf({ channels }: Snapshot, id: string): ChannelView | undefined {
  return channels.find((channel) => channel.id === id);
}

function guildOf(snapshot: Snapshot, channelId: string): GuildView | undefined {
  const guildId = channelOf(snapshot, channelId)?.guildId;
  return snapshot.guilds.find(({ id }) => id === guildId);
}

/** Who can be named in a channel: the members of its guild, or the two sides of a direct one. */
function peopleIn(snapshot: Snapshot, channelId: string): readonly UserView[] {
  return guildOf(snapshot, channelId)?.members ?? [snapshot.person, snapshot.bot];
}

/** The channels that can be named in a channel. */
function channelsBeside(snapshot: Snapshot, channelId: string): readonly ChannelView[] {
  const guildId = channelOf(snapshot, channelId)?.guildId;
  return guildId === undefined ? [] : snapshot.channels.filter((channel) => channel.guildId === guildId);
}

export function userName(snapshot: Snapshot, id: string): string | undefined {
  const known = [snapshot.bot, ...snapshot.people, ...snapshot.guilds.flatMap(({ members }) => members)];
  const user = known.find((one) => one.id === id);
  return user === undefined ? undefined : shownName(user);
}

export function roleName({ guilds }: Snapshot, id: string): string | undefined {
  return guilds.flatMap(({ roles }) => roles).find((role) => role.id === id)?.name;
}

export interface NamedRow {
  readonly value: string;
  readonly label: string;
}

export function userRows(snapshot: Snapshot, channelId: string): readonly NamedRow[] {
  return peopleIn(snapshot, channelId).map((user) => ({ value: user.id, label: `@${shownName(user)}` }));
}

export function roleRows(snapshot: Snapshot, channelId: string): readonly NamedRow[] {
  const roles = guildOf(snapshot, channelId)?.roles ?? [];
  return roles.map(({ id, name }) => ({ value: id, label: `@${name.replace(/^@/, '')}` }));
}

/** Of certain types only, where there are any named. */
export function channelRows(
  snapshot: Snapshot,
  channelId: string,
  types: readonly number[],
): readonly NamedRow[] {
  return channelsBeside(snapshot, channelId)
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

function optionRow(option: unknown): SelectRow {
  const { value, label, description, default: isChosen } = fieldsOf(option);
  return {
    value: String(value),
    label: String(label),
    isChosen: isChosen === true,
    ...(textOf(description) === undefined ? {} : { description: String(description) }),
  };
}

/** What a select in a channel offers. */
export function selectRows(snapshot: Snapshot, channelId: string, select: Component): readonly SelectRow[] {
  const named = (rows: readonly NamedRow[]) => rows.map((row) => ({ ...row, isChosen: false }));
  switch (select.type) {
    case componentType.userSelect:
      return named(userRows(snapshot, channelId));
    case componentType.roleSelect:
      return named(roleRows(snapshot, channelId));
    case componentType.mentionableSelect:
      return named([...userRows(snapshot, channelId), ...roleRows(snapshot, channelId)]);
    case componentType.channelSelect:
      return named(channelRows(snapshot, channelId, listOf(select.channel_types).map(Number)));
    default:
      return (select.options ?? []).map(optionRow);
  }
}
