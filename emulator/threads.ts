import { isThread, may, permission } from './permissions.ts';
import { type Channel, channelType, type Message, messageFlag, type Thread, type World } from './world.ts';

export interface NewThread {
  readonly name: string;
  readonly ownerId: string;
  /** The message it is on; its id is the thread's too. */
  readonly message?: Message;
  /** Minutes. */
  readonly autoArchiveDuration?: number;
  readonly tagIds?: readonly string[];
}

function typeOfThread({ type }: Channel): number {
  return type === channelType.announcement ? channelType.announcementThread : channelType.publicThread;
}

/** Opens a thread on a channel or one of its messages, which then bears a flag for it. */
export function addThread(world: World, parent: Channel, wanted: NewThread): Channel {
  const { name, ownerId, message, autoArchiveDuration = 1440, tagIds = [] } = wanted;
  const at = world.now();
  const thread: Channel = {
    id: message?.id ?? world.newId(),
    type: typeOfThread(parent),
    name,
    ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
    parentId: parent.id,
    overwrites: new Map(),
    thread: {
      ownerId,
      createdAt: at,
      changedAt: at,
      isArchived: false,
      isLocked: false,
      autoArchiveDuration,
      tagIds,
    },
  };
  world.channels.set(thread.id, thread);
  world.tell({ type: 'channel.created', channel: thread });
  if (message !== undefined) {
    const flagged: Message = { ...message, flags: message.flags | messageFlag.hasThread };
    world.messages.set(flagged.id, flagged);
    world.tell({ type: 'message.edited', message: flagged });
  }
  return thread;
}

/** The threads of a channel, or of a whole guild, oldest first. */
export function threadsOf(world: World, where: Pick<Channel, 'guildId' | 'parentId'>): readonly Channel[] {
  return [...world.channels.values()].filter(
    (channel) =>
      isThread(channel) &&
      channel.guildId === where.guildId &&
      (where.parentId === undefined || channel.parentId === where.parentId),
  );
}

/** Archives, locks, opens a thread. */
export function changeThread(
  world: World,
  threadId: string,
  change: Partial<Pick<Thread, 'isArchived' | 'isLocked'>>,
): Channel {
  const channel = world.channels.get(threadId);
  if (channel?.thread === undefined) throw new Error(`there is no thread ${threadId}`);
  const isTurned = change.isArchived !== undefined && change.isArchived !== channel.thread.isArchived;
  const thread: Thread = {
    ...channel.thread,
    ...change,
    ...(isTurned ? { changedAt: world.now() } : {}),
  };
  const changed: Channel = { ...channel, thread };
  world.channels.set(threadId, changed);
  world.tell({ type: 'channel.updated', channel: changed });
  return changed;
}

/** Why somebody may not write in a thread, if they may not. */
export function threadBar(
  world: World,
  channelId: string,
  userId: string,
): 'archived' | 'locked' | undefined {
  const channel = world.channels.get(channelId);
  if (channel?.thread?.isLocked !== true) return undefined;
  if (may(world, channel, userId, permission.manageThreads)) return undefined;
  return channel.thread.isArchived ? 'archived' : 'locked';
}

/** A message that is sent opens an archived thread again. */
export function reopen(world: World, channelId: string): void {
  if (world.channels.get(channelId)?.thread?.isArchived === true)
    changeThread(world, channelId, { isArchived: false });
}
