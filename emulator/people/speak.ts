import { storeFile, type Upload, uploadLimitBytes } from '../attachments.ts';
import { isVisibleTo } from '../message-view.ts';
import { createMessage, deleteMessage, editMessage, emptyDraft, messagesOf } from '../messages.ts';
import { rightToWrite } from '../permissions.ts';
import { compareIds } from '../snowflake.ts';
import { reopen, threadBar } from '../threads.ts';
import { until } from '../until.ts';
import { lengthOf } from '../validate/read.ts';
import { channelType, type Message } from '../world.ts';
import { requireMessage } from './components.ts';
import { ClientRefusal, personMay, requireView, type Seat } from './seat.ts';

/** What a person writes. */
export interface Words {
  readonly content?: string;
  readonly files?: readonly Upload[];
  readonly replyTo?: Message;
}

/** A message that was sent, and what the bot says to it. */
export interface Said {
  readonly message: Message;
  /** The bot's first message after it that answers it, or no other message. */
  reply(withinMs?: number): Promise<Message>;
}

const longestContent = 2000;
const replyMs = 15_000;

/** Whether a person may write in a channel; in a forum itself nobody does. */
export function mayWrite(seat: Seat): boolean {
  const { world, channel, user } = seat;
  if (channel.type === channelType.forum || !personMay(seat, rightToWrite(channel))) return false;
  return threadBar(world, channel.id, user.id) === undefined;
}

function checkWords(seat: Seat, { content = '', files = [] }: Words): void {
  requireView(seat);
  if (!mayWrite(seat))
    throw new ClientRefusal(`${seat.user.username} may not write in #${seat.channel.name}`);
  if (content.trim() === '' && files.length === 0) throw new ClientRefusal('there is nothing to send');
  if (lengthOf(content) > longestContent)
    throw new ClientRefusal(`a message has at most ${longestContent} characters, not ${lengthOf(content)}`);
  const large = files.find(({ bytes }) => bytes.byteLength > uploadLimitBytes);
  if (large !== undefined)
    throw new ClientRefusal(`${large.filename} is larger than ${uploadLimitBytes / 1024 / 1024} MiB`);
}

/** The messages of the channel that this person sees, oldest first. */
export function messagesSeen({ world, channel, user }: Seat): readonly Message[] {
  return messagesOf(world, channel.id).filter((message) => isVisibleTo(message, user.id));
}

/** The bot's first message after another one (`undefined`: from now on) that this person sees. */
export function nextOfBot(
  seat: Seat,
  isWanted: (message: Message) => boolean = () => true,
  afterId = seat.world.timelines.get(seat.channel.id)?.at(-1) ?? '0',
  withinMs = replyMs,
): Promise<Message> {
  const { world } = seat;
  const isNew = (message: Message) =>
    compareIds(message.id, afterId) > 0 && message.author.id === world.bot.id && isWanted(message);
  return until(world, () => messagesSeen(seat).find(isNew), {
    withinMs,
    complaint: () => `${world.bot.username} wrote nothing within ${withinMs} ms`,
  });
}

export function say(seat: Seat, words: Words): Said {
  checkWords(seat, words);
  const { world, channel, user } = seat;
  const { content = '', files = [], replyTo } = words;
  const attachments = files.map((file) => storeFile(world, channel.id, file));
  const draft = {
    ...emptyDraft(0),
    content,
    attachments,
    ...(replyTo === undefined ? {} : { replyTo: requireMessage(seat, replyTo).id }),
  };
  reopen(world, channel.id);
  const message = createMessage(world, channel, draft, { author: user });
  const answers = (other: Message) =>
    other.interactionId === undefined && (other.replyTo ?? message.id) === message.id;
  return { message, reply: (withinMs) => nextOfBot(seat, answers, message.id, withinMs) };
}

function requireOwn(seat: Seat, message: Message): Message {
  const current = requireMessage(seat, message);
  if (current.author.id !== seat.user.id)
    throw new ClientRefusal(`the message is not ${seat.user.username}'s`);
  return current;
}

export function rewrite(seat: Seat, message: Message, content: string): Message {
  const current = requireOwn(seat, message);
  checkWords(seat, { content });
  return editMessage(seat.world, current, {
    ...emptyDraft(current.flags),
    content,
    attachments: current.attachments,
  });
}

export function takeBack(seat: Seat, message: Message): void {
  deleteMessage(seat.world, requireOwn(seat, message));
}
