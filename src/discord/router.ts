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
import type { MessageRequest } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import { type Reader, type Scope, scopesOf } from '../domain/scope.ts';
import { faultReply, problemReply } from '../render/catalogue.ts';
import { createInOrder } from './in-order.ts';
import { type Payload, payloadOf } from './payload.ts';
import { type ProgressPace, repliesOf, showReplies } from './progress.ts';
import { repliedStory } from './replied-story.ts';
import { commandRequest, completionRequest, isBetweenUs, messageRequest, pressRequest } from './requests.ts';
import { createSeen } from './seen.ts';
import { showTyping } from './typing.ts';
import { unspoken } from './unspoken.ts';

export interface RouterParts {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly answerMessage: MessageAnswer;
  /** The last check before anything is sent. */
  readonly keepLaw: (reply: Reply, scopes: readonly Scope[]) => Promise<Reply>;
  /** How often a message that shows progress is edited; every two seconds when left out. */
  readonly pace?: ProgressPace;
  /** How often it is shown again that an answer is being worked on; just before it would vanish when left out. */
  readonly typingMs?: number;
}

/** Who asks, by what, and the words of theirs that no log may have. */
interface Asking {
  readonly name: string;
  readonly reader: Reader;
  readonly said: readonly string[];
}

/** Turns what Discord dispatches into requests, and replies into what Discord takes. */
export interface Router {
  onInteraction(interaction: Interaction): Promise<void>;
  onMessage(message: Message): Promise<void>;
  /** Waits until what is being answered is answered; long work ends at its next step. */
  settled(): Promise<void>;
}

/** A reply at once, after an acknowledgement, or by editing the message that was pressed on. */
type Manner = 'now' | 'defer' | 'in-place';

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/** The asker cannot be answered any more, and nothing of ours is broken. */
const unreachableCodes = new Set<string | number>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook, // its fifteen minutes are over
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
]);

function isRefusedForm(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
}

/** Eight characters that the person sees and the log has. */
const newReference = (): string => randomBytes(4).toString('hex');

/** What a button is for: the log has no use for what it is about. */
const verbOf = (customId: string): string => customId.split(':', 2).join(':');

export function createRouter(parts: RouterParts): Router {
  const { app, keepLaw } = parts;
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]));
  const seen = createSeen();
  const inOrder = createInOrder();
  const running = new Set<Promise<void>>();
  let isStopping = false;

  /** Replies to a person: what was asked for, and where that ends early, their problem in words or a fault's reference. */
  async function* repliesTo(
    event: string,
    { name, reader, said }: Asking,
    run: () => Promise<Reply> | AsyncIterable<Reply>,
  ): AsyncGenerator<Reply, void> {
    const startedAt = app.clock.now();
    try {
      for await (const reply of repliesOf(run())) {
        yield await keepLaw(reply, scopesOf(reader));
        if (isStopping) break; // long work ends at its next step, and shows how far it came
      }
      app.log.info(event, { name, ms: app.clock.now() - startedAt });
    } catch (error) {
      if (error instanceof UserError) {
        app.log.info(event, { name, problem: error.problem.code, ms: app.clock.now() - startedAt });
        yield await keepLaw(problemReply(error.problem), scopesOf(reader));
        return;
      }
      const reference = newReference();
      app.log.error(`${event}.failed`, { name, reference }, unspoken(error, said));
      yield faultReply(reference);
    }
  }

  /** Sends a reply; when Discord refuses its form, that is a fault of ours and the person gets its reference. */
  async function send(name: string, reply: Reply, by: (payload: Payload) => Promise<unknown>): Promise<void> {
    try {
      await by(payloadOf(reply));
    } catch (error) {
      if (!isRefusedForm(error)) throw error;
      const reference = newReference();
      app.log.error('reply.refused', { name, reference }, error);
      await by(payloadOf(faultReply(reference)));
    }
  }

  /** Answers with one message, edited as replies come. */
  async function answer(
    interaction: Answerable,
    { name, isPrivate, manner }: { name: string; isPrivate: boolean; manner: Manner },
    replies: AsyncIterable<Reply>,
  ): Promise<void> {
    const flags = isPrivate ? MessageFlags.Ephemeral : undefined;
    if (manner === 'in-place' && interaction.isMessageComponent()) await interaction.deferUpdate();
    else if (manner !== 'now') await interaction.deferReply(flags === undefined ? {} : { flags });
    const show = (reply: Reply) =>
      send(name, reply, (payload) =>
        interaction.deferred || interaction.replied
          ? interaction.editReply(payload)
          : interaction.reply({ ...payload, flags: payload.flags | (flags ?? 0) }),
      );
    await showReplies(replies, show, parts.pace);
  }

  async function onCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = commands.get(interaction.commandName);
    const request = commandRequest(interaction, app.clock.now());
    const isPrivate = command?.visibility(request) !== 'public' && !isBetweenUs(interaction);
    const said = Object.values(request.options).map(String);
    const replies = repliesTo('command.answered', { ...request, said }, () => {
      if (command === undefined) throw new Error(`no command is called ${request.name}`);
      return command.run(request, app);
    });
    await answer(
      interaction,
      { name: request.name, isPrivate, manner: command?.acknowledge ?? 'now' },
      replies,
    );
  }

  async function onPress(interaction: MessageComponentInteraction): Promise<void> {
    const { command: name, request } = pressRequest(interaction, app.clock.now());
    const command = commands.get(name);
    const isPrivate = request.verb !== 'share' && !isBetweenUs(interaction);
    const isInPlace = request.isPrivate === true && command?.inPlace?.includes(request.verb) === true;
    const { reader } = request;
    const said = [...request.arguments, ...request.values];
    const replies = repliesTo('press.answered', { name, reader, said }, () => {
      if (command?.press === undefined) throw new UserError({ code: 'notStoredAnyMore' });
      return command.press(request, app);
    });
    await answer(interaction, { name, isPrivate, manner: isInPlace ? 'in-place' : 'defer' }, replies);
  }

  async function onCompletion(interaction: AutocompleteInteraction): Promise<void> {
    const request = completionRequest(interaction);
    const choices = await commands
      .get(request.name)
      ?.complete?.(request, app)
      .catch((error: unknown) => Promise.reject(unspoken(error, [request.typed])));
    await interaction.respond([...(choices ?? [])]);
  }

  /** Answers with a message of its own, and shows until then that it is at work where that takes a while. */
  async function onAsked(message: Message, request: MessageRequest): Promise<void> {
    const asking = { name: 'message', reader: request.reader, said: [request.text] };
    let stopTyping: (() => void) | undefined;
    const isWorking = () => {
      stopTyping ??= showTyping(message, app.log, parts.typingMs);
    };
    const replies = repliesTo('message.answered', asking, async function* () {
      const story = await repliedStory(message);
      const asked = story === undefined ? request : { ...request, repliedStory: story };
      const reply = await parts.answerMessage(asked, app, isWorking).finally(() => stopTyping?.());
      if (reply !== undefined) yield reply;
    });
    // The message's own id as nonce: a try repeated after a lost answer gives the first message again.
    const once = { nonce: message.id, enforceNonce: true, failIfNotExists: false };
    for await (const reply of replies)
      await send('message', reply, (payload) => message.reply({ ...payload, ...once }));
  }

  /** An interaction's last edge: Discord may have dropped it meanwhile, or have had our answer already. */
  async function guarded(name: string, work: () => Promise<void>): Promise<void> {
    const task = work().catch((error: unknown) => {
      const code = error instanceof DiscordAPIError ? error.code : undefined;
      if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return;
      if (code !== undefined && unreachableCodes.has(code)) app.log.warn('asker.unreachable', { name, code });
      else app.log.error('asker.unanswered', { name }, error);
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
        await guarded(verbOf(interaction.customId), () => onPress(interaction));
      else if (interaction.isAutocomplete())
        await guarded(interaction.commandName, () => onCompletion(interaction));
    },
    async onMessage(message) {
      const request = messageRequest(message, message.client, app.clock.now());
      if (request === undefined || !seen.isFirst(message.id)) return;
      // In their order: a question after a link is about that page, and "forget me" forgets the file before it.
      const { personId } = request.reader;
      await guarded('message', () => inOrder(personId, () => onAsked(message, request)));
    },
    async settled() {
      isStopping = true;
      await Promise.all(running);
    },
  };
}
