import { type Component, componentType } from '../component.ts';
import { fieldsOf, listOf } from '../json.ts';
import { findChannel, findRole, findUser, joinResolved, type Resolved } from './resolve.ts';
import { ClientRefusal, type Seat } from './seat.ts';

export interface Chosen {
  readonly values: readonly string[];
  readonly resolved: Resolved;
}

interface Row {
  readonly value: string;
  readonly resolved: Partial<Resolved>;
}

/** One row of a select with listed options, by its label or its value. */
function pickOption(select: Component, wanted: string): Row | undefined {
  const options = (select.options ?? []).map(fieldsOf);
  const found =
    options.find(({ value }) => value === wanted) ?? options.find(({ label }) => label === wanted);
  return found === undefined ? undefined : { value: String(found.value), resolved: {} };
}

function pickUser(seat: Seat, wanted: string): Row | undefined {
  const user = findUser(seat, wanted);
  return user === undefined ? undefined : { value: user.id, resolved: { users: [user] } };
}

function pickRole(seat: Seat, wanted: string): Row | undefined {
  const role = findRole(seat, wanted);
  return role === undefined ? undefined : { value: role.id, resolved: { roles: [role] } };
}

function pickChannel(seat: Seat, select: Component, wanted: string): Row | undefined {
  const channel = findChannel(seat, wanted);
  const types = listOf(select.channel_types);
  if (channel === undefined || (types.length > 0 && !types.includes(channel.type))) return undefined;
  return { value: channel.id, resolved: { channels: [channel] } };
}

function pick(seat: Seat, select: Component, wanted: string): Row | undefined {
  switch (select.type) {
    case componentType.userSelect:
      return pickUser(seat, wanted);
    case componentType.roleSelect:
      return pickRole(seat, wanted);
    case componentType.mentionableSelect:
      return pickUser(seat, wanted) ?? pickRole(seat, wanted);
    case componentType.channelSelect:
      return pickChannel(seat, select, wanted);
    default:
      return pickOption(select, wanted);
  }
}

/** Checks a choice against what the select offers and how many it takes. */
export function choose(seat: Seat, select: Component, wanted: readonly string[], least = 1): Chosen {
  const { custom_id: customId = '', min_values: min = least, max_values: max = 1 } = select;
  if (wanted.length < min || wanted.length > max)
    throw new ClientRefusal(`"${customId}" takes ${min} to ${max} choices, not ${wanted.length}`);
  const rows = wanted.map((one) => {
    const row = pick(seat, select, one);
    if (row === undefined) throw new ClientRefusal(`"${customId}" does not offer "${one}"`);
    return row;
  });
  return {
    values: rows.map(({ value }) => value),
    resolved: joinResolved(rows.map(({ resolved }) => resolved)),
  };
}
