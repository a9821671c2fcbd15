import { ChannelType, DiscordAPIError, RESTJSONErrorCodes, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import type { PostFinding } from '../domain/poster.ts';

/** Our own post, known by the reference in its footer. */
export interface SoughtPost {
  readonly channelId: string;
  readonly guildId: string;
  readonly reference: string;
  /** Not posted before this, by our clock. */
  readonly since: number;
  /** The bot's own id. */
  readonly authorId: string;
}

/** Asks Discord. */
export type Get = (route: `/${string}`, query?: URLSearchParams) => Promise<unknown>;

/** Clocks differ: a post is looked for from a little before its first try. */
const clockSlackMs = 60_000;
const pageSize = 100;
/** 2,000 messages: a busy channel's of some hours. */
const mostPages = 20;
/** So many posts of our own are looked at in a forum. */
const mostThreads = 50;

const messageShape = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  components: z.array(z.unknown()).optional(),
});
const channelShape = z.object({ type: z.int() });
const threadsShape = z.object({
  threads: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullish(), owner_id: z.string().nullish() }),
  ),
});

type SeenMessage = z.infer<typeof messageShape>;

const isSought = ({ author, components }: SeenMessage, { authorId, reference }: SoughtPost): boolean =>
  author.id === authorId && JSON.stringify(components ?? []).includes(`ref ${reference}`);

const newerFirst = (a: { readonly id: string }, b: { readonly id: string }): number =>
  BigInt(a.id) < BigInt(b.id) ? 1 : -1;

const firstId = ({ since }: SoughtPost): bigint =>
  SnowflakeUtil.generate({ timestamp: since - clockSlackMs });

async function readMessages(
  get: Get,
  channelId: string,
  page: { readonly limit: number; readonly after?: bigint },
): Promise<readonly SeenMessage[]> {
  const query = new URLSearchParams({ limit: String(page.limit) });
  if (page.after !== undefined) query.set('after', String(page.after));
  const messages = await get(Routes.channelMessages(channelId), query);
  return z.array(messageShape).parse(messages).toSorted(newerFirst);
}

/** Whether a channel is a forum, asked of Discord. */
export async function isForum(get: Get, channelId: string): Promise<boolean> {
  const { type } = channelShape.parse(await get(Routes.channel(channelId)));
  return type === ChannelType.GuildForum;
}

/**
 * Looks through a channel's history. Discord shows an empty one to those who may not read it: where it is not known that
 * the bot may, and nothing at all is to be seen, the post may be hidden.
 */
export async function findInHistory(get: Get, sought: SoughtPost, mayRead: boolean): Promise<PostFinding> {
  const { channelId } = sought;
  let after = firstId(sought);
  for (let page = 0; page < mostPages; page += 1) {
    const messages = await readMessages(get, channelId, { limit: pageSize, after });
    const found = messages.find((message) => isSought(message, sought));
    if (found !== undefined) return { kind: 'found', messageId: found.id };
    const [newest] = messages;
    if (newest !== undefined) after = BigInt(newest.id);
    if (messages.length === pageSize) continue;
    const isSeen = mayRead || page > 0 || newest !== undefined;
    const isOpen = isSeen || (await readMessages(get, channelId, { limit: 1 })).length > 0;
    return { kind: isOpen ? 'absent' : 'unreadable' };
  }
  return { kind: 'unreadable' };
}

/** The message that a forum's post begins with; `undefined` where someone has deleted it. */
async function starterOf(get: Get, threadId: string): Promise<SeenMessage | undefined> {
  try {
    return messageShape.parse(await get(Routes.channelMessage(threadId, threadId)));
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)
      return undefined;
    throw error;
  }
}

/** A forum's posts that the bot has made since: all that are open, and of those that are closed the last hundred. */
async function ownThreads(get: Get, sought: SoughtPost): Promise<readonly string[]> {
  const first = firstId(sought);
  const { channelId, guildId, authorId } = sought;
  const archived = new URLSearchParams({ limit: String(pageSize) });
  const lists = [
    await get(Routes.guildActiveThreads(guildId)),
    await get(Routes.channelThreads(channelId, 'public'), archived),
  ];
  return lists
    .flatMap((list) => threadsShape.parse(list).threads)
    .filter(({ parent_id: parentId, owner_id: ownerId }) => parentId === channelId && ownerId === authorId)
    .filter(({ id }) => BigInt(id) >= first)
    .toSorted(newerFirst)
    .map(({ id }) => id);
}

/** Looks among a forum's posts. */
export async function findInForum(get: Get, sought: SoughtPost): Promise<PostFinding> {
  const own = await ownThreads(get, sought);
  for (const id of own.slice(0, mostThreads)) {
    const starter = await starterOf(get, id);
    if (starter !== undefined && isSought(starter, sought)) return { kind: 'found', messageId: id };
  }
  return { kind: own.length > mostThreads ? 'unreadable' : 'absent' };
}
