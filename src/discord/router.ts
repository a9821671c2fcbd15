import { randomBytes } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { App, Command, MessageAnswer } from '../app.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import { type Reader, type Scope, scopesOf } from '../domain/scope.ts';
import { faultReply, problemReply } from '../render/catalogue.ts';
import { payloadOf } from './payload.ts';
import { commandRequest, completionRequest, isBetweenUs, messageRequest, pressRequest } from './requests.ts';
import { createSeen } from './seen.ts';

export interface RouterParts {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly answerMessage: MessageAnswer;
  /** The last check before anything is sent. */
  readonly keepLaw: (reply: Reply, scopes: readonly Scope[]) => Promise<Reply>;
}

/** Turns what Discord dispatches into requests, and replies into what Discord takes. */
export interface Router {
  onInteraction(interaction: Interaction): Promise<void>;
  onMessage(message: Message): Promise<void>;
  /** Waits until what is being answered is answered. */
  settled(): Promise<void>;
}

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

export function createRouter(parts: RouterParts): Router {
  const { app, keepLaw } = parts;
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]));
  const seen = createSeen();
  const running = new Set<Promise<void>>();

  /** The reply to a person: what was asked for, their problem in words, or a reference to a fault. */
  async function replyTo(
    event: string,
    name: string,
    reader: Reader,
    run: () => Promise<Reply>,
  ): Promise<Reply> {
    const startedAt = app.clock.now();
    try {
      const reply = await keepLaw(await run(), scopesOf(reader));
      app.log.info(event, { name, ms: app.clock.now() - startedAt });
      return reply;
    } catch (error) {
      if (error instanceof UserError) {
        app.log.info(event, { name, problem: error.problem.code, ms: app.clock.now() - startedAt });
        return await keepLaw(problemReply(error.problem), scopesOf(reader));
      }
      const reference = randomBytes(4).toString('hex');
      app.log.error(`${event}.failed`, { name, reference }, error);
      return faultReply(reference);
    }
  }

  async function answer(
    interaction: Answerable,
    isPrivate: boolean,
    isDeferred: boolean,
    make: () => Promise<Reply>,
  ) {
    const flags = isPrivate ? MessageFlags.Ephemeral : undefined;
    if (isDeferred) {
      await interaction.deferReply(flags === undefined ? {} : { flags });
      await interaction.editReply(payloadOf(await make()));
      return;
    }
    const payload = payloadOf(await make());
    await interaction.reply({ ...payload, flags: payload.flags | (flags ?? 0) });
  }

  async function onCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = commands.get(interaction.commandName);
    const request = commandRequest(interaction, interaction.client, app.clock.now());
    const isPrivate = command?.visibility(request) !== 'public' && !isBetweenUs(interaction);
    await answer(interaction, isPrivate, command?.acknowledge === 'defer', () =>
      replyTo('command.answered', request.name, request.reader, async () => {
        if (command === undefined) throw new Error(`no command is called ${request.name}`);
        return await command.run(request, app);
      }),
    );
  }

  async function onPress(interaction: MessageComponentInteraction): Promise<void> {
    const { command: name, request } = pressRequest(interaction, app.clock.now());
    const isPrivate = request.verb !== 'share' && !isBetweenUs(interaction);
    await answer(interaction, isPrivate, true, () =>
      replyTo('press.answered', name, request.reader, async () => {
        const press = commands.get(name)?.press;
        if (press === undefined) throw new UserError({ code: 'notStoredAnyMore' });
        return await press(request, app);
      }),
    );
  }

  async function onCompletion(interaction: AutocompleteInteraction): Promise<void> {
    const request = completionRequest(interaction);
    const choices = (await commands.get(request.name)?.complete?.(request, app)) ?? [];
    await interaction.respond([...choices]);
  }

  /** An interaction's last edge: Discord may have dropped it meanwhile, or have had our answer already. */
  async function guarded(name: string, work: () => Promise<void>): Promise<void> {
    const task = work().catch((error: unknown) => {
      const code = error instanceof DiscordAPIError ? error.code : undefined;
      if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return;
      if (code === RESTJSONErrorCodes.UnknownInteraction) app.log.warn('interaction.expired', { name });
      else app.log.error('interaction.unanswered', { name }, error);
    });
    running.add(task);
    await task;
    running.delete(task);
  }

  return {
    async onInteraction(interaction) {
      if (!seen.isFirst(interaction.id)) return;
      if (interaction.isChatInputCommand())
        await guarded(interaction.commandName, () => onCommand(interaction));
      else if (interaction.isMessageComponent())
        await guarded(interaction.customId, () => onPress(interaction));
      else if (interaction.isAutocomplete())
        await guarded(interaction.commandName, () => onCompletion(interaction));
    },
    async onMessage(message) {
      const request = messageRequest(message, message.client, app.clock.now());
      if (request === undefined || !seen.isFirst(message.id)) return;
      await guarded('message', async () => {
        const reply = await replyTo('message.answered', 'message', request.reader, () =>
          parts.answerMessage(request, app),
        );
        // The message's own id as nonce: a try repeated after a lost answer gives the first message again.
        const once = { nonce: message.id, enforceNonce: true };
        await message.reply({ ...payloadOf(reply), ...once, failIfNotExists: false });
      });
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
