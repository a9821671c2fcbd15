import { refusal } from '../../api-error.ts';
import { attachmentsAfter } from '../../attachments.ts';
import { messageView } from '../../message-view.ts';
import { createMessage, deleteMessage, editMessage, messagesOf } from '../../messages.ts';
import { may, permission } from '../../permissions.ts';
import { compareIds } from '../../snowflake.ts';
import { reopen, threadBar } from '../../threads.ts';
import { formError, readForm } from '../../validate/form.ts';
import { type MessageDraft, readMessage, settableFlags } from '../../validate/message.ts';
import { readInteger } from '../../validate/read.ts';
import { type Channel, channelType, type Message, messageFlag, type World } from '../../world.ts';
import { channelFor, messageIn, requireOpen, requireRight, writableChannel } from '../access.ts';
import { type ApiAnswer, type ApiRequest, noContent, ok, param, type Route } from '../request.ts';
import { tooMany } from '../too-many.ts';

/** The message an enforced nonce of the author stands for already, in whichever channel. Once that one is deleted Discord answers "Unknown Message". */
function firstOfNonce(world: World, key: string): Message | undefined {
  const first = world.nonces.get(key);
  if (first === undefined || world.now() - first.at > world.nonceWindowMs) return undefined;
  const message = world.messages.get(first.messageId);
  if (message === undefined) throw refusal('unknownMessage');
  return message;
}

/** What a message holds asks for rights of its own. */
export function requireRights(world: World, channel: Channel, draft: MessageDraft): void {
  if (draft.embeds.length > 0) requireRight(world, channel, permission.embedLinks);
  if (draft.attachments.length > 0) requireRight(world, channel, permission.attachFiles);
  if (draft.replyTo !== undefined) requireRight(world, channel, permission.readMessageHistory);
}

/** A reply to what is not here is refused, or no reply, as the request wishes. */
function withReplySettled(world: World, { id }: Channel, draft: MessageDraft): MessageDraft {
  const { replyTo, ...rest } = draft;
  if (replyTo === undefined || world.messages.get(replyTo)?.channelId === id) return draft;
  if (draft.isReplyOptional === true) return rest;
  throw formError(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

function create(request: ApiRequest): ApiAnswer {
  const { world, body } = request;
  const channel = writableChannel(world, param(request, 'channelId'));
  const attachments = attachmentsAfter(world, channel.id, request);
  const asked = readMessage(body, { attachments, settableFlags: settableFlags.message });
  requireRights(world, channel, asked);
  const draft = withReplySettled(world, channel, asked);
  const key = `${world.bot.id}:${String(draft.nonce)}`;
  const isEnforced = draft.isNonceEnforced && draft.nonce !== undefined;
  const first = isEnforced ? firstOfNonce(world, key) : undefined;
  if (first !== undefined) return ok(messageView(world, first));
  reopen(world, channel.id);
  const message = createMessage(world, channel, draft, { author: world.bot });
  if (isEnforced) world.nonces.set(key, { messageId: message.id, at: message.at });
  return ok(messageView(world, message));
}

function page(all: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = readForm(query.get('limit'), (root) => readInteger(root, { min: 1, max: 100 })) ?? 50;
  const newestFirst = all.toReversed();
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  if (before != null) return newestFirst.filter(({ id }) => compareIds(id, before) < 0).slice(0, limit);
  if (after != null) return newestFirst.filter(({ id }) => compareIds(id, after) > 0).slice(-limit);
  if (around == null) return newestFirst.slice(0, limit);
  const newer = newestFirst.filter(({ id }) => compareIds(id, around) > 0).slice(-Math.floor(limit / 2));
  const rest = newestFirst.filter(({ id }) => compareIds(id, around) <= 0);
  return [...newer, ...rest.slice(0, limit - newer.length)];
}

/** Without the right to read back, Discord gives an empty history rather than an error. */
function history(request: ApiRequest): ApiAnswer {
  const { world, query } = request;
  const channel = channelFor(world, param(request, 'channelId'));
  if (!may(world, channel, world.bot.id, permission.readMessageHistory)) return ok([]);
  const all = messagesOf(world, channel.id).filter(({ flags }) => (flags & messageFlag.ephemeral) === 0);
  return ok(page(all, query).map((message) => messageView(world, message)));
}

function target(request: ApiRequest): { channel: Channel; message: Message } {
  const channel = channelFor(request.world, param(request, 'channelId'));
  return { channel, message: messageIn(request.world, channel, param(request, 'messageId')) };
}

function fetchOne(request: ApiRequest): ApiAnswer {
  const { channel, message } = target(request);
  requireRight(request.world, channel, permission.readMessageHistory);
  return ok(messageView(request.world, message));
}

function edit(request: ApiRequest): ApiAnswer {
  const { world, body } = request;
  const { channel, message } = target(request);
  if (message.author.id !== world.bot.id) throw refusal('notYourMessage');
  requireOpen(world, channel);
  const attachments = attachmentsAfter(world, channel.id, request, message.attachments);
  const draft = readMessage(body, { existing: message, attachments, settableFlags: settableFlags.edit });
  return ok(messageView(world, editMessage(world, message, draft)));
}

function remove(request: ApiRequest): ApiAnswer {
  const { world } = request;
  const { channel, message } = target(request);
  if (message.author.id !== world.bot.id) requireRight(world, channel, permission.manageMessages);
  if (threadBar(world, channel.id, world.bot.id) === 'archived') throw refusal('threadArchived');
  deleteMessage(world, message);
  return noContent;
}

const hourMs = 3_600_000;

/** Counts one message more as published; gives the refusal when there were too many in the hour before. */
function countPublishing(world: World, { id }: Channel): ApiAnswer | undefined {
  const at = world.now();
  const lately = (world.publishings.get(id) ?? []).filter((before) => at - before < hourMs);
  const [oldest = at] = lately;
  if (lately.length >= world.publishingsPerHour) {
    const retryAfter = (oldest + hourMs - at) / 1000;
    return tooMany({ retryAfter, retryAfterHeader: Math.ceil(retryAfter), scope: 'shared' });
  }
  world.publishings.set(id, [...lately, at]);
  return undefined;
}

/** Sends a message of an announcement channel to the channels that follow it. */
function crosspost(request: ApiRequest): ApiAnswer {
  const { world } = request;
  const { channel, message } = target(request);
  if (channel.type !== channelType.announcement) throw refusal('wrongChannelType');
  const isOwn = message.author.id === world.bot.id;
  requireRight(world, channel, isOwn ? permission.sendMessages : permission.manageMessages);
  if ((message.flags & messageFlag.crossposted) !== 0) throw refusal('alreadyCrossposted');
  const limited = countPublishing(world, channel);
  if (limited !== undefined) return limited;
  const crossposted: Message = { ...message, flags: message.flags | messageFlag.crossposted };
  world.messages.set(message.id, crossposted);
  world.tell({ type: 'message.edited', message: crossposted });
  return ok(messageView(world, crossposted));
}

const list = '/channels/:channelId/messages';
const one = `${list}/:messageId`;

export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: list, handle: create },
  { method: 'GET', path: list, handle: history },
  { method: 'GET', path: one, handle: fetchOne },
  { method: 'PATCH', path: one, handle: edit },
  { method: 'DELETE', path: one, handle: remove },
  { method: 'POST', path: `${one}/crosspost`, handle: crosspost },
];
