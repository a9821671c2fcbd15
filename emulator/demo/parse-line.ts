import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';

/** What a line typed into the demo asks for. Option values are as typed. */
export type Typed =
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly subcommand?: string;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'dm' | 'mention' | 'press'; readonly text: string }
  | { readonly kind: 'wrong'; readonly reason: string };

const subcommandType = 1;

/** Reads a line as a person types it: "/name option:value …", "@bot …", "press: label"; else a direct message, "dm:" or not. */
export function parseLine(line: string, commands: readonly Fields[]): Typed {
  const words = line.trim();
  if (words.startsWith('/')) return parseCommand(words.slice(1), commands);
  const [, verb, text = ''] = /^(dm|press)\s*:\s*(.*)$/is.exec(words) ?? [];
  if (verb !== undefined && text !== '') return { kind: verb.toLowerCase() === 'dm' ? 'dm' : 'press', text };
  if (words.startsWith('@')) return { kind: 'mention', text: words.replace(/^@\S*\s*/, '') };
  if (words === '' || /^(?:dm|press)\s*:$/i.test(words))
    return { kind: 'wrong', reason: 'There is nothing to say. Type / and a command, or words to the bot.' };
  return { kind: 'dm', text: words };
}

function parseCommand(words: string, commands: readonly Fields[]): Typed {
  const [name = '', ...rest] = words.split(/\s+/);
  const command = commands.find((known) => known.name === name.toLowerCase());
  if (command === undefined)
    return { kind: 'wrong', reason: `There is no command /${name}. There are: ${menu(commands)}.` };
  const subcommands = listOf(command.options)
    .map(fieldsOf)
    .filter(({ type }) => type === subcommandType);
  if (subcommands.length === 0)
    return withOptions(String(command.name), undefined, command, words.slice(name.length));
  const wanted = rest[0]?.toLowerCase();
  const subcommand = subcommands.find((known) => known.name === wanted);
  if (subcommand === undefined)
    return {
      kind: 'wrong',
      reason: `/${name} is one of: ${subcommands.map((known) => `/${name} ${known.name}`).join(', ')}.`,
    };
  const after = words
    .slice(name.length)
    .trimStart()
    .slice(wanted?.length ?? 0);
  return withOptions(String(command.name), wanted, subcommand, after);
}

const menu = (commands: readonly Fields[]): string => commands.map(({ name }) => `/${name}`).join(', ');

/** Options are told apart by their own names, so that a value may hold spaces and colons. */
function withOptions(name: string, subcommand: string | undefined, holder: Fields, words: string): Typed {
  const known = listOf(holder.options).map((option) => textOf(fieldsOf(option).name) ?? '');
  const starts = [...words.matchAll(/(?<=^|\s)([\w-]+):/g)].filter(([, option = '']) =>
    known.includes(option.toLowerCase()),
  );
  const before = words.slice(0, starts[0]?.index ?? words.length).trim();
  if (before !== '')
    return {
      kind: 'wrong',
      reason: `“${before}” belongs to no option. Write it as ${known.map((option) => `${option}:…`).join(' ') || 'nothing: there are no options'}.`,
    };
  const options = starts.map((start, index) => {
    const value = words.slice(start.index + start[0].length, starts[index + 1]?.index ?? words.length);
    return [start[1]?.toLowerCase() ?? '', value.trim()] as const;
  });
  return {
    kind: 'command',
    name,
    ...(subcommand === undefined ? {} : { subcommand }),
    options: Object.fromEntries(options),
  };
}
