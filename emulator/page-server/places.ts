import { dmChannel } from '../build-world.ts';
import { fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type {
  ChannelView,
  ChoiceView,
  CommandView,
  GuildView,
  OptionView,
  PersonView,
  Places,
} from '../page/protocol.ts';
import { offeredCommands } from '../people/find-command.ts';
import { mayWrite } from '../people/speak.ts';
import { guildPermissions, may, permission } from '../permissions.ts';
import type { Channel, CommandRecord, User, World } from '../world.ts';
import { userView } from './message-view.ts';

export function choiceView(choice: unknown): ChoiceView {
  const { name, value } = fieldsOf(choice);
  return { name: String(name), value: typeof value === 'number' ? value : String(value) };
}

function bounds(rules: Readonly<Record<string, unknown>>) {
  const minValue = numberOf(rules.min_value);
  const maxValue = numberOf(rules.max_value);
  const minLength = numberOf(rules.min_length);
  const maxLength = numberOf(rules.max_length);
  return {
    ...(minValue === undefined ? {} : { minValue }),
    ...(maxValue === undefined ? {} : { maxValue }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function optionView(option: unknown): OptionView {
  const rules = fieldsOf(option);
  return {
    type: Number(rules.type),
    name: String(rules.name),
    description: textOf(rules.description) ?? '',
    required: rules.required === true,
    autocomplete: rules.autocomplete === true,
    choices: listOf(rules.choices).map(choiceView),
    channelTypes: listOf(rules.channel_types).map(Number),
    options: listOf(rules.options).map(optionView),
    ...bounds(rules),
  };
}

function commandView({ id, type, name, description, options }: CommandRecord): CommandView {
  return { id, type, name, description: textOf(description) ?? '', options: listOf(options).map(optionView) };
}

/** Whether a person has a channel in their list. */
export function sees(world: World, channel: Channel, personId: string): boolean {
  if (channel.guildId === undefined) return channel.recipientId === personId;
  return may(world, channel, personId, permission.viewChannel);
}

function channelView(world: World, channel: Channel, user: User): ChannelView {
  const { id, type, name, guildId, parentId } = channel;
  const seat = { world, user, channel, locale: 'en-GB' };
  return {
    id,
    type,
    name: channel.recipientId === undefined ? name : world.bot.globalName,
    mayWrite: mayWrite(seat),
    commandIds: offeredCommands(seat).map((command) => command.id),
    ...(guildId === undefined ? {} : { guildId }),
    ...(parentId === undefined ? {} : { parentId }),
  };
}

function guildViews(world: World, personId: string): readonly GuildView[] {
  return [...world.guilds.values()]
    .filter(({ members }) => members.has(personId))
    .map(({ id, name, roles, members }) => ({
      id,
      name,
      roles: [...roles.values()].map((role) => ({ id: role.id, name: role.name })),
      members: [...members.keys()].flatMap((memberId) => world.users.get(memberId) ?? []).map(userView),
    }));
}

/** The guilds, channels and commands that a person's client knows. */
export function placesOf(world: World, user: User): Places {
  dmChannel(world, user.id); // the box to write to the bot is there from the start
  const channels = [...world.channels.values()].filter((channel) => sees(world, channel, user.id));
  return {
    guilds: guildViews(world, user.id),
    channels: channels.map((channel) => channelView(world, channel, user)),
    commands: [...world.commands.values()].map(commandView),
  };
}

export function personView(world: World, user: User): PersonView {
  const isAdministrator = [...world.guilds.values()].some(
    (guild) =>
      guild.members.has(user.id) && (guildPermissions(guild, user.id) & permission.administrator) !== 0n,
  );
  return { ...userView(user), isAdministrator };
}
