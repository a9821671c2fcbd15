import { dmChannel } from '../build-world.ts';
import { commandType } from '../command-type.ts';
import { interactionType } from '../interactions.ts';
import { compact, type Fields } from '../json.ts';
import { until } from '../until.ts';
import type { Channel, Message, Role, User, World } from '../world.ts';
import { type Answer, createAnswer } from './answer.ts';
import { chooseIn, press, requireMessage } from './components.ts';
import { findCommand } from './find-command.ts';
import { interact } from './interact.ts';
import { type ModalValues, submit } from './modal.ts';
import { type ChannelRights, closeThread, deleteChannel, setRights, startThread } from './moderate.ts';
import { findUser, nothingResolved, type Resolved, resolvedView } from './resolve.ts';
import { ClientRefusal, type Seat } from './seat.ts';
import { completionData, type HalfTyped, type SlashCall, slashData } from './slash.ts';
import { messagesSeen, nextOfBot, rewrite, type Said, say, takeBack, type Words } from './speak.ts';

/** What a person can do in one channel; what their client would refuse throws a `ClientRefusal`. */
export interface PersonHere {
  run(call: SlashCall): Answer;
  /** The rows offered for a half-typed option. */
  complete(half: HalfTyped, withinMs?: number): Promise<readonly Fields[]>;
  press(message: Message, button: string): Answer;
  choose(message: Message, customId: string, values: readonly string[]): Answer;
  /** Sends the form that an answer brought. */
  submit(answer: Answer, values: ModalValues): Promise<Answer>;
  useOnMessage(command: string, message: Message): Answer;
  useOnUser(command: string, person: string): Answer;
  say(words: string | Words): Said;
  edit(message: Message, content: string): Message;
  remove(message: Message): void;
  startThread(message: Message, name: string): Channel;
  /** Archives the thread this is, and locks it if that is wished. */
  closeThread(isLocked?: boolean): Channel;
  setRights(who: User | Role, rights: ChannelRights): void;
  deleteChannel(): void;
  /** The messages here that this person sees, oldest first. */
  messages(): readonly Message[];
  /** The next message of the bot here, from now on. */
  next(withinMs?: number): Promise<Message>;
  /** The message once it is no longer as it was: edited since, or it fails when it is deleted. */
  changed(message: Message, withinMs?: number): Promise<Message>;
}

export interface Person {
  readonly user: User;
  in(channel: Channel): PersonHere;
  inDm(): PersonHere;
}

const changeMs = 15_000;

function useOn(seat: Seat, name: string, type: 2 | 3, targetId: string, resolved: Partial<Resolved>): Answer {
  const command = findCommand(seat, name, type);
  const data = compact({
    id: command.id,
    name,
    type,
    guild_id: command.guild_id,
    target_id: targetId,
    resolved: resolvedView(seat, { ...nothingResolved, ...resolved }),
  });
  const interaction = interact(seat, { type: interactionType.command, data, label: name });
  return createAnswer(seat.world, interaction);
}

function useOnUser(seat: Seat, name: string, asked: string): Answer {
  const user = findUser(seat, asked);
  if (user === undefined) throw new ClientRefusal(`nobody here is called "${asked}"`);
  return useOn(seat, name, commandType.user, user.id, { users: [user] });
}

function useOnMessage(seat: Seat, name: string, message: Message): Answer {
  const target = requireMessage(seat, message);
  return useOn(seat, name, commandType.message, target.id, { messages: [target] });
}

function run(seat: Seat, call: SlashCall): Answer {
  const interaction = interact(seat, { type: interactionType.command, ...slashData(seat, call) });
  return createAnswer(seat.world, interaction);
}

function complete(seat: Seat, half: HalfTyped, withinMs?: number): Promise<readonly Fields[]> {
  const interaction = interact(seat, { type: interactionType.autocomplete, ...completionData(seat, half) });
  return createAnswer(seat.world, interaction).choices(withinMs);
}

function changed({ world }: Seat, message: Message, withinMs = changeMs): Promise<Message> {
  const look = () => {
    const now = world.messages.get(message.id);
    if (now === undefined) throw new Error(`message ${message.id} was deleted`);
    return now === message ? undefined : now;
  };
  return until(world, look, {
    withinMs,
    complaint: () => `message ${message.id} stayed as it is for ${withinMs} ms`,
  });
}

function sit(seat: Seat): PersonHere {
  return {
    run: (call) => run(seat, call),
    complete: (half, withinMs) => complete(seat, half, withinMs),
    press: (message, button) => press(seat, message, button),
    choose: (message, customId, values) => chooseIn(seat, message, customId, values),
    submit: (answer, values) => submit(seat, answer, values),
    useOnMessage: (command, message) => useOnMessage(seat, command, message),
    useOnUser: (command, asked) => useOnUser(seat, command, asked),
    say: (words) => say(seat, typeof words === 'string' ? { content: words } : words),
    edit: (message, content) => rewrite(seat, message, content),
    remove: (message) => takeBack(seat, message),
    startThread: (message, name) => startThread(seat, message, name),
    closeThread: (isLocked) => closeThread(seat, isLocked),
    setRights: (who, rights) => setRights(seat, who, rights),
    deleteChannel: () => deleteChannel(seat),
    messages: () => messagesSeen(seat),
    next: (withinMs) => nextOfBot(seat, undefined, undefined, withinMs),
    changed: (message, withinMs) => changed(seat, message, withinMs),
  };
}

/** A person of the world at their client. */
export function createPerson(world: World, user: User, locale: string): Person {
  return {
    user,
    in: (channel) => sit({ world, user, channel, locale }),
    inDm: () => sit({ world, user, channel: dmChannel(world, user.id), locale }),
  };
}
