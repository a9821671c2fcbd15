import { commandType } from '../command-type.ts';
import { fieldsOf, listOf } from '../json.ts';
import { optionType } from '../option-type.ts';
import { permission } from '../permissions.ts';
import { type CommandRecord, channelType } from '../world.ts';
import { ClientRefusal, guildOf, meets, personMay, requireView, type Seat } from './seat.ts';

/** Discord's numbers of the places a command may be used in. */
const context = { guild: 0, botDm: 1 } as const;

export function contextOf({ channel }: Seat): number {
  return channel.guildId === undefined ? context.botDm : context.guild;
}

/** A guild that the bot has left keeps its people and loses its commands; nothing is asked in a forum itself. */
function isOffered(seat: Seat, command: CommandRecord): boolean {
  if (seat.channel.type === channelType.forum) return false;
  const guild = guildOf(seat);
  if (guild !== undefined && !guild.members.has(seat.world.bot.id)) return false;
  if (command.guild_id !== undefined) return command.guild_id === seat.channel.guildId;
  const { contexts } = command;
  return !Array.isArray(contexts) || contexts.includes(contextOf(seat));
}

const shown = {
  [commandType.slash]: '/',
  [commandType.user]: 'user command ',
  [commandType.message]: 'message command ',
};

/** The command of a name as this person's client offers it here; a guild's own goes before a global one. */
export function findCommand(seat: Seat, name: string, type: 1 | 2 | 3): CommandRecord {
  requireView(seat);
  const title = `${shown[type]}${name}`;
  if (!personMay(seat, permission.useApplicationCommands))
    throw new ClientRefusal(`${seat.user.username} may not use application commands here`);
  const named = [...seat.world.commands.values()].filter(
    (command) => command.type === type && command.name === name && isOffered(seat, command),
  );
  const command = named.find(({ guild_id: guildId }) => guildId !== undefined) ?? named[0];
  if (command === undefined) throw new ClientRefusal(`there is no ${title} here`);
  if (!meets(seat, command.default_member_permissions))
    throw new ClientRefusal(`${seat.user.username} may not use ${title}`);
  return command;
}

/** The commands this person's client lists here; a guild's own stands in the place of a global one of its name. */
export function offeredCommands(seat: Seat): readonly CommandRecord[] {
  if (!personMay(seat, permission.viewChannel) || !personMay(seat, permission.useApplicationCommands))
    return [];
  const offered = [...seat.world.commands.values()].filter(
    (command) => isOffered(seat, command) && meets(seat, command.default_member_permissions),
  );
  const isOwn = ({ guild_id: guildId }: CommandRecord) => guildId !== undefined;
  return offered.filter(
    ({ type, name, guild_id: guildId }) =>
      guildId !== undefined || !offered.some((own) => isOwn(own) && own.type === type && own.name === name),
  );
}

/** One option as it was registered. */
export interface OptionRule {
  readonly type: number;
  readonly name: string;
  readonly [rule: string]: unknown;
}

export interface Leaf {
  /** The groups and subcommands on the way, outermost first. */
  readonly path: readonly OptionRule[];
  readonly options: readonly OptionRule[];
}

const nesting: readonly number[] = [optionType.subcommand, optionType.subcommandGroup];

function optionRules(parent: { readonly [key: string]: unknown }): readonly OptionRule[] {
  return listOf(parent.options).map((option) => {
    const fields = fieldsOf(option);
    return { ...fields, type: Number(fields.type), name: String(fields.name) };
  });
}

/** The subcommand that names lead to, or the command itself where it has none. */
export function findLeaf(command: CommandRecord, names: readonly string[]): Leaf {
  const path: OptionRule[] = [];
  let options = optionRules(command);
  for (const name of names) {
    const next = options.find((option) => option.name === name && nesting.includes(option.type));
    if (next === undefined) throw new ClientRefusal(`/${command.name} has no subcommand called "${name}"`);
    path.push(next);
    options = optionRules(next);
  }
  if (options.some(({ type }) => nesting.includes(type)))
    throw new ClientRefusal(`/${[command.name, ...names].join(' ')} needs a subcommand`);
  return { path, options };
}
