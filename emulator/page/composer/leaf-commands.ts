import { commandType } from '../../command-type.ts';
import { optionType } from '../../option-type.ts';
import type { CommandView, OptionView } from '../protocol.ts';

/** A command that can be run: a subcommand, or a command that has none. */
export interface LeafCommand {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  /** "/digest add" */
  readonly label: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

function subcommandsOf(name: string, options: readonly OptionView[], group?: string): readonly LeafCommand[] {
  return options.flatMap((option) => {
    if (option.type === optionType.subcommandGroup) return subcommandsOf(name, option.options, option.name);
    if (option.type !== optionType.subcommand) return [];
    const label = ['/', name, group === undefined ? '' : ` ${group}`, ` ${option.name}`].join('');
    const { description, options: inner } = option;
    const inGroup = group === undefined ? {} : { group };
    return [{ name, ...inGroup, subcommand: option.name, label, description, options: inner }];
  });
}

/** What can be typed after a slash, in the order the bot registered it. */
export function leafCommands(commands: readonly CommandView[]): readonly LeafCommand[] {
  return commands
    .filter(({ type }) => type === commandType.slash)
    .flatMap(({ name, description, options }) => {
      const inner = subcommandsOf(name, options);
      return inner.length > 0 ? inner : [{ name, label: `/${name}`, description, options }];
    });
}

/** How well a command's name fits what is typed; the smaller the better, `undefined` for not at all. */
function rank({ label }: LeafCommand, typed: string): number | undefined {
  const name = label.slice(1);
  if (name.startsWith(typed)) return 0;
  if (name.split(' ').some((word) => word.startsWith(typed))) return 1;
  return name.includes(typed) ? 2 : undefined;
}

/**
 * The commands that fit a half-typed one, the best first; where no name does, those whose description has it. `typed`
 * is without the slash.
 */
export function matchCommands(leaves: readonly LeafCommand[], typed: string): readonly LeafCommand[] {
  const wanted = typed.toLowerCase().trimEnd();
  const named = leaves.flatMap((leaf) => {
    const fit = rank(leaf, wanted);
    return fit === undefined ? [] : [{ leaf, fit }];
  });
  if (named.length === 0) return leaves.filter((leaf) => leaf.description.toLowerCase().includes(wanted));
  return named.sort((one, other) => one.fit - other.fit).map(({ leaf }) => leaf);
}

/** A command written out in a line, with the values of its options by name. */
export interface TypedCall {
  readonly leaf: LeafCommand;
  readonly values: Readonly<Record<string, string>>;
}

function valuesOf({ options }: LeafCommand, words: string): Readonly<Record<string, string>> {
  const known = options.map(({ name }) => name);
  const starts = [...words.matchAll(/(?<=^|\s)([\p{L}\p{N}_'-]+):/gu)].filter(([, name = '']) =>
    known.includes(name.toLowerCase()),
  );
  const before = words.slice(0, starts[0]?.index ?? words.length).trim();
  const named = starts.map((start, index) => {
    const value = words.slice(start.index + start[0].length, starts[index + 1]?.index ?? words.length);
    return [(start[1] ?? '').toLowerCase(), value.trim()] as const;
  });
  const first = options.find(({ type }) => type !== optionType.attachment);
  return Object.fromEntries([
    ...(before !== '' && first !== undefined ? [[first.name, before]] : []),
    ...named,
  ]);
}

/** Reads "/digest add channel:general time:8am"; words without an option's name go to the first one. */
export function readTypedCall(leaves: readonly LeafCommand[], line: string): TypedCall | undefined {
  const leaf = leaves
    .filter(({ label }) => line.toLowerCase().startsWith(`${label} `))
    .sort((one, other) => other.label.length - one.label.length)[0];
  return leaf === undefined ? undefined : { leaf, values: valuesOf(leaf, line.slice(leaf.label.length)) };
}
