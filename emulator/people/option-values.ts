import { fieldsOf, listOf, numberOf } from '../json.ts';
import { optionType } from '../option-type.ts';
import { lengthOf } from '../validate/read.ts';
import type { OptionRule } from './find-command.ts';
import { findChannel, findRole, findUser, type Resolved } from './resolve.ts';
import { ClientRefusal, type Seat } from './seat.ts';

export type OptionValue = string | number | boolean;

export interface FilledOption {
  readonly value: OptionValue;
  readonly resolved: Partial<Resolved>;
}

type Filler = (seat: Seat, rule: OptionRule, given: OptionValue) => FilledOption;

const longestText = 6000;

function refuse({ name }: OptionRule, why: string): never {
  throw new ClientRefusal(`the option "${name}" ${why}`);
}

/** A choice is picked by its name or its value. */
function pickChoice(rule: OptionRule, given: OptionValue): OptionValue | undefined {
  const choices = listOf(rule.choices).map(fieldsOf);
  if (choices.length === 0) return given;
  const chosen = choices.find(({ value }) => value === given) ?? choices.find(({ name }) => name === given);
  const value = chosen?.value;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return refuse(rule, `offers ${choices.map(({ name }) => `"${name}"`).join(', ')}, not "${given}"`);
}

const fillText: Filler = (_, rule, given) => {
  const value = pickChoice(rule, given);
  if (typeof value !== 'string') return refuse(rule, 'takes a text');
  const length = lengthOf(value);
  const min = numberOf(rule.min_length) ?? 0;
  const max = numberOf(rule.max_length) ?? longestText;
  if (length < min) refuse(rule, `takes at least ${min} characters, not ${length}`);
  if (length > max) refuse(rule, `takes at most ${max} characters, not ${length}`);
  return { value, resolved: {} };
};

/** People type numbers and yes or no as text too. */
function typedNumber(given: OptionValue): OptionValue {
  return typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
}

const fillNumber: Filler = (_, rule, given) => {
  const hasChoices = listOf(rule.choices).length > 0;
  const value = hasChoices ? pickChoice(rule, given) : typedNumber(given);
  const isWhole = rule.type === optionType.integer;
  if (typeof value !== 'number' || !(isWhole ? Number.isSafeInteger(value) : Number.isFinite(value)))
    return refuse(rule, `takes a ${isWhole ? 'whole ' : ''}number`);
  const min = numberOf(rule.min_value) ?? Number.MIN_SAFE_INTEGER;
  const max = numberOf(rule.max_value) ?? Number.MAX_SAFE_INTEGER;
  if (value < min) refuse(rule, `takes at least ${min}, not ${value}`);
  if (value > max) refuse(rule, `takes at most ${max}, not ${value}`);
  return { value, resolved: {} };
};

/** Discord's client writes "True" and "False". */
const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const fillBoolean: Filler = (_, rule, given) => {
  const value = booleans.get(String(given).toLowerCase());
  return value === undefined ? refuse(rule, 'takes true or false') : { value, resolved: {} };
};

const fillUser: Filler = (seat, rule, given) => {
  const user = findUser(seat, String(given));
  if (user === undefined) return refuse(rule, `takes a person; nobody here is called "${given}"`);
  return { value: user.id, resolved: { users: [user] } };
};

const fillRole: Filler = (seat, rule, given) => {
  const role = findRole(seat, String(given));
  if (role === undefined) return refuse(rule, `takes a role; there is none called "${given}"`);
  return { value: role.id, resolved: { roles: [role] } };
};

const fillChannel: Filler = (seat, rule, given) => {
  const channel = findChannel(seat, String(given));
  if (channel === undefined) return refuse(rule, `takes a channel; there is none called "${given}"`);
  const types = listOf(rule.channel_types);
  if (types.length > 0 && !types.includes(channel.type))
    return refuse(rule, `does not take channels like #${channel.name}`);
  return { value: channel.id, resolved: { channels: [channel] } };
};

const fillMentionable: Filler = (seat, rule, given) =>
  findUser(seat, String(given)) === undefined ? fillRole(seat, rule, given) : fillUser(seat, rule, given);

const fillers = new Map<number, Filler>([
  [optionType.string, fillText],
  [optionType.integer, fillNumber],
  [optionType.number, fillNumber],
  [optionType.boolean, fillBoolean],
  [optionType.user, fillUser],
  [optionType.role, fillRole],
  [optionType.channel, fillChannel],
  [optionType.mentionable, fillMentionable],
]);

/** One option as a person's client sends it; refuses what the client would not send. */
export function fillOption(seat: Seat, rule: OptionRule, given: OptionValue): FilledOption {
  const fill = fillers.get(rule.type);
  return fill === undefined ? refuse(rule, 'takes a file') : fill(seat, rule, given);
}
