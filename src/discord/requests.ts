import {
  type Attachment,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type CommandInteractionOption,
  InteractionContextType,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type {
  AttachedFile,
  CommandRequest,
  CompletionRequest,
  MessageRequest,
  OptionValue,
  PressRequest,
} from '../domain/command.ts';
import type { Reader } from '../domain/scope.ts';
import { chosenChannel } from './chosen-channel.ts';

interface Asker {
  readonly user: { readonly id: string };
  readonly guildId: string | null;
  /** The asker's own, in the channel; absent with a message. */
  readonly memberPermissions?: Readonly<PermissionsBitField> | null;
}

function readerOf({ user, guildId, memberPermissions }: Asker): Reader {
  if (guildId === null) return { personId: user.id };
  const mayManage = memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
  return { personId: user.id, guildId, mayManage };
}

function attachedFile({ name, url, size, contentType }: Attachment): AttachedFile {
  return { name, url, sizeBytes: size, ...(contentType === null ? {} : { contentType }) };
}

interface SplitOptions {
  readonly subcommand?: string;
  readonly options: readonly CommandInteractionOption[];
}

/** Discord nests a subcommand's options under it. */
function splitOptions(given: readonly CommandInteractionOption[]): SplitOptions {
  const [first] = given;
  return first?.options === undefined || first.value !== undefined
    ? { options: given }
    : { subcommand: first.name, options: first.options };
}

function plainValues(options: readonly CommandInteractionOption[]): Readonly<Record<string, OptionValue>> {
  const plain = options.filter(({ attachment, channel }) => attachment == null && channel == null);
  return Object.fromEntries(plain.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

export function commandRequest(interaction: ChatInputCommandInteraction, now: number): CommandRequest {
  const { subcommand, options } = splitOptions(interaction.options.data);
  const files = options.flatMap(({ name, attachment }) =>
    attachment == null ? [] : [[name, attachedFile(attachment)]],
  );
  const channels = options.flatMap(({ name, channel }) =>
    channel == null ? [] : [[name, chosenChannel(channel)]],
  );
  return {
    id: interaction.id,
    name: interaction.commandName,
    ...(subcommand === undefined ? {} : { subcommand }),
    options: plainValues(options),
    files: Object.fromEntries(files),
    channels: Object.fromEntries(channels),
    reader: readerOf(interaction),
    channelId: interaction.channelId,
    locale: interaction.locale,
    receivedAt: now,
  };
}

export function completionRequest(interaction: AutocompleteInteraction): CompletionRequest {
  const { subcommand, options } = splitOptions(interaction.options.data);
  const focused = interaction.options.getFocused(true);
  return {
    name: interaction.commandName,
    ...(subcommand === undefined ? {} : { subcommand }),
    option: focused.name,
    typed: String(focused.value),
    options: plainValues(options),
    reader: readerOf(interaction),
  };
}

/** A press names its command, its verb and arguments in its custom id: "summary:open:ID". */
export function pressRequest(
  interaction: MessageComponentInteraction,
  now: number,
): { readonly command: string; readonly request: PressRequest } {
  const [command = '', verb = '', ...rest] = interaction.customId.split(':');
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  const request = {
    id: interaction.id,
    verb,
    arguments: rest,
    values,
    isPrivate: isBetweenUs(interaction) || interaction.message.flags.has(MessageFlags.Ephemeral),
    reader: readerOf(interaction),
    channelId: interaction.channelId,
    receivedAt: now,
  };
  return { command, request };
}

/** Whether only the two of them, the person and the bot, see the place; there nothing need be ephemeral. */
export function isBetweenUs({
  context,
  guildId,
}: {
  context: InteractionContextType | null;
  guildId: string | null;
}): boolean {
  return guildId === null && (context === InteractionContextType.BotDM || context === null);
}

/**
 * A message to the bot: every direct message, and in a guild one that mentions it, by name or by answering a message of
 * its with the mention left on.
 */
export function messageRequest(
  message: Message,
  client: Client<true>,
  now: number,
): MessageRequest | undefined {
  if (message.author.bot || message.system) return undefined;
  const named = message.content.replace(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ');
  const isNamed = !message.inGuild() || named !== message.content;
  const { users, repliedUser } = message.mentions; // whom it replies to it has without the mention too
  if (!isNamed && !(users.has(client.user.id) && repliedUser?.id === client.user.id)) return undefined;
  return {
    id: message.id,
    text: named.trim(),
    files: message.attachments.map(attachedFile),
    reader: readerOf({ user: message.author, guildId: message.guildId }),
    channelId: message.channelId,
    receivedAt: now,
    ...(isNamed ? {} : { isOnlyReply: true }),
  };
}
