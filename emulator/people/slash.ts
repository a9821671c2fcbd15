import { storeFile, type Upload, uploadLimitBytes } from '../attachments.ts';
import { commandType } from '../command-type.ts';
import { compact, type Fields } from '../json.ts';
import { optionType } from '../option-type.ts';
import type { CommandRecord } from '../world.ts';
import { findCommand, findLeaf, type Leaf, type OptionRule } from './find-command.ts';
import { type FilledOption, fillOption, type OptionValue } from './option-values.ts';
import { joinResolved, type Resolved, resolvedView } from './resolve.ts';
import { ClientRefusal, type Seat } from './seat.ts';

/** A slash command as a person types it. */
export interface SlashCall {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  /** People, roles and channels by name or id; choices by name or value. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly files?: Readonly<Record<string, Upload>>;
}

/** A slash command whose option is half typed. */
export interface HalfTyped extends SlashCall {
  readonly option: string;
  readonly typed: string;
}

/** What an interaction with a slash command says. */
export interface SlashData {
  readonly label: string;
  readonly data: Fields;
}

interface Filled {
  readonly options: readonly Fields[];
  readonly resolved: Resolved;
}

function open(seat: Seat, call: SlashCall) {
  const command = findCommand(seat, call.name, commandType.slash);
  const names = [call.group, call.subcommand].filter((name) => name !== undefined);
  return { command, leaf: findLeaf(command, names), label: [`/${call.name}`, ...names].join(' ') };
}

function checkNames(call: SlashCall, label: string, { options }: Leaf): void {
  const known = new Set(options.map(({ name }) => name));
  const given = [...Object.keys(call.options ?? {}), ...Object.keys(call.files ?? {})];
  const strange = given.find((name) => !known.has(name));
  if (strange !== undefined) throw new ClientRefusal(`${label} has no option called "${strange}"`);
}

function attach(seat: Seat, rule: OptionRule, upload: Upload): FilledOption {
  if (rule.type !== optionType.attachment) throw new ClientRefusal(`the option "${rule.name}" takes no file`);
  if (upload.bytes.byteLength > uploadLimitBytes)
    throw new ClientRefusal(`${upload.filename} is larger than ${uploadLimitBytes / 1024 / 1024} MiB`);
  const attachment = storeFile(seat.world, seat.channel.id, upload);
  return { value: attachment.id, resolved: { attachments: [attachment] } };
}

function filled(
  seat: Seat,
  call: SlashCall,
  label: string,
  rule: OptionRule,
): readonly [Fields, FilledOption][] {
  const file = call.files?.[rule.name];
  const given = call.options?.[rule.name];
  if (file === undefined && given === undefined) {
    if (rule.required === true) throw new ClientRefusal(`${label} needs the option "${rule.name}"`);
    return [];
  }
  const option = file === undefined ? fillOption(seat, rule, given ?? '') : attach(seat, rule, file);
  return [[{ name: rule.name, type: rule.type, value: option.value }, option]];
}

function fillAll(seat: Seat, call: SlashCall, label: string, leaf: Leaf): Filled {
  checkNames(call, label, leaf);
  const rows = leaf.options.flatMap((rule) => filled(seat, call, label, rule));
  return {
    options: rows.map(([fields]) => fields),
    resolved: joinResolved(rows.map(([, { resolved }]) => resolved)),
  };
}

/** Options stand within their subcommand, and that in its group. */
function nest({ path }: Leaf, options: readonly Fields[]): readonly Fields[] {
  return path.reduceRight<readonly Fields[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    options,
  );
}

function dataOf(seat: Seat, command: CommandRecord, leaf: Leaf, { options, resolved }: Filled): Fields {
  return compact({
    id: command.id,
    name: command.name,
    type: command.type,
    guild_id: command.guild_id,
    options: nest(leaf, options),
    resolved: resolvedView(seat, resolved),
  });
}

/** What a client sends for a slash command, after checking it against what is registered. */
export function slashData(seat: Seat, call: SlashCall): SlashData {
  const { command, leaf, label } = open(seat, call);
  return { label, data: dataOf(seat, command, leaf, fillAll(seat, call, label, leaf)) };
}

/** What a client sends while an option is typed: the other options that stand so far, and the half-typed one as it is. */
export function completionData(seat: Seat, half: HalfTyped): SlashData {
  const { command, leaf, label } = open(seat, half);
  checkNames(half, label, leaf);
  const rule = leaf.options.find(({ name }) => name === half.option);
  if (rule === undefined) throw new ClientRefusal(`${label} has no option called "${half.option}"`);
  if (rule.autocomplete !== true)
    throw new ClientRefusal(`the option "${rule.name}" of ${label} completes nothing`);
  const others = leaf.options.filter(
    ({ name, type }) => name !== half.option && type !== optionType.attachment,
  );
  const rows = others.flatMap((other) => filled(seat, half, label, { ...other, required: false }));
  const focused = { name: rule.name, type: rule.type, value: half.typed, focused: true };
  const resolved = joinResolved(rows.map(([, option]) => option.resolved));
  return {
    label,
    data: dataOf(seat, command, leaf, { options: [...rows.map(([fields]) => fields), focused], resolved }),
  };
}
