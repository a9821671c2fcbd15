import { refusal } from '../../api-error.ts';
import { attachmentsAfter } from '../../attachments.ts';
import { fieldsOf } from '../../json.ts';
import { messageView } from '../../message-view.ts';
import { createMessage } from '../../messages.ts';
import { isThread, may, permission } from '../../permissions.ts';
import { compareIds } from '../../snowflake.ts';
import { addThread, threadsOf } from '../../threads.ts';
import { type Field, fieldAt, isAbsent, readForm } from '../../validate/form.ts';
import { readMessage, settableFlags } from '../../validate/message.ts';
import { readChoice, readFields, readInteger, readList, readText } from '../../validate/read.ts';
import { channelView } from '../../views.ts';
import { type Channel, channelFlag, channelType, type World } from '../../world.ts';
import { channelFor, guildFor, messageIn, requireRight } from '../access.ts';
import { type ApiAnswer, type ApiRequest, ok, param, type Route } from '../request.ts';
import { requireRights } from './messages.ts';

function readThread(root: Field) {
  const autoArchiveDuration = readChoice(fieldAt(root, 'auto_archive_duration'), [60, 1440, 4320, 10_080]);
  readInteger(fieldAt(root, 'rate_limit_per_user'), { min: 0, max: 21_600 });
  return {
    name: readText(fieldAt(root, 'name'), { min: 1, max: 100, required: true }) ?? '',
    ...(autoArchiveDuration === undefined ? {} : { autoArchiveDuration }),
  };
}

function created(world: World, thread: Channel, more: object = {}): ApiAnswer {
  return { status: 201, body: { ...channelView(world, thread), ...more } };
}

/** Where threads other than posts may be started. */
function threadParent(request: ApiRequest): Channel {
  const parent = channelFor(request.world, param(request, 'channelId'));
  if (parent.guildId === undefined || parent.type === channelType.forum || isThread(parent))
    throw refusal('wrongChannelType');
  requireRight(request.world, parent, permission.createPublicThreads);
  return parent;
}

/** A thread on a message has that message's id. */
function startOnMessage(request: ApiRequest): ApiAnswer {
  const { world, body } = request;
  const parent = threadParent(request);
  const message = messageIn(world, parent, param(request, 'messageId'));
  const wanted = readForm(body, readThread);
  if (world.channels.has(message.id)) throw refusal('threadExists');
  return created(world, addThread(world, parent, { ...wanted, ownerId: world.bot.id, message }));
}

/** Without a word on its type Discord makes a private thread, which there are none of here. */
function startAlone(request: ApiRequest): ApiAnswer {
  const { world, body } = request;
  const parent = threadParent(request);
  const type =
    parent.type === channelType.announcement ? channelType.announcementThread : channelType.publicThread;
  const wanted = readForm(body, (root) => {
    readChoice(fieldAt(root, 'type'), [type], true);
    return readThread(root);
  });
  return created(world, addThread(world, parent, { ...wanted, ownerId: world.bot.id }));
}

const mostTags = 5;

function readTags(root: Field): readonly string[] {
  const places = readList(fieldAt(root, 'applied_tags'), { max: mostTags });
  return places.flatMap((place) => readText(place) ?? []);
}

function checkTags({ tags = [], flags = 0 }: Channel, tagIds: readonly string[]): void {
  if (tagIds.some((asked) => !tags.some(({ id }) => id === asked))) throw refusal('unknownTag');
  if ((flags & channelFlag.requireTag) !== 0 && tagIds.length === 0) throw refusal('tagRequired');
}

/** A post: a thread and its first message, which have one id. Nonces say nothing here: twice asked is twice posted. */
function post(request: ApiRequest): ApiAnswer {
  const { world, body, uploads } = request;
  const forum = channelFor(world, param(request, 'channelId'));
  requireRight(world, forum, permission.sendMessages);
  const wanted = readForm(body, (root) => {
    readFields(fieldAt(root, 'message'), true);
    return { ...readThread(root), tagIds: readTags(root) };
  });
  const attachments = attachmentsAfter(world, forum.id, { body: fieldsOf(body).message, uploads });
  const setting = { attachments, settableFlags: settableFlags.message, within: 'message' } as const;
  const { nonce: _nonce, replyTo: _replyTo, ...draft } = readMessage(body, setting);
  requireRights(world, forum, draft);
  checkTags(forum, wanted.tagIds);
  const thread = addThread(world, forum, { ...wanted, ownerId: world.bot.id });
  const message = createMessage(world, thread, draft, { id: thread.id, author: world.bot });
  return created(world, thread, { message: messageView(world, message) });
}

function start(request: ApiRequest): ApiAnswer {
  const channel = request.world.channels.get(param(request, 'channelId'));
  return channel?.type === channelType.forum ? post(request) : startAlone(request);
}

function listOfThreads(world: World, threads: readonly Channel[], hasMore = false): ApiAnswer {
  const shown = threads.map((thread) => channelView(world, thread));
  return ok({ threads: shown, members: [], has_more: hasMore });
}

/** Those that are not archived and that the bot sees, newest first. */
function listActive(request: ApiRequest): ApiAnswer {
  const { world } = request;
  const guild = guildFor(world, param(request, 'guildId'));
  const active = threadsOf(world, { guildId: guild.id }).filter(
    (thread) =>
      thread.thread?.isArchived === false && may(world, thread, world.bot.id, permission.viewChannel),
  );
  return listOfThreads(
    world,
    active.toSorted((one, other) => compareIds(other.id, one.id)),
  );
}

const changedAt = ({ thread }: Channel) => thread?.changedAt ?? 0;

/** A channel's archived threads, the last archived first. */
function listArchived(request: ApiRequest): ApiAnswer {
  const { world, query } = request;
  const parent = channelFor(world, param(request, 'channelId'));
  requireRight(world, parent, permission.readMessageHistory);
  const limit = readForm(query.get('limit'), (root) => readInteger(root, { min: 2, max: 100 })) ?? 50;
  const before = readForm(query.get('before'), (root) => (isAbsent(root) ? undefined : readText(root)));
  const earliest = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before);
  const archived = threadsOf(world, { ...parent, parentId: parent.id })
    .filter((thread) => thread.thread?.isArchived === true && changedAt(thread) < earliest)
    .sort((one, other) => changedAt(other) - changedAt(one));
  return listOfThreads(world, archived.slice(0, limit), archived.length > limit);
}

export const threadRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channelId/threads', handle: start },
  { method: 'POST', path: '/channels/:channelId/messages/:messageId/threads', handle: startOnMessage },
  { method: 'GET', path: '/guilds/:guildId/threads/active', handle: listActive },
  { method: 'GET', path: '/channels/:channelId/threads/archived/public', handle: listArchived },
];
