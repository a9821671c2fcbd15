import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  RESTJSONErrorCodes as codes,
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type REST,
  Routes,
} from 'discord.js';
import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Post, Poster, PostFailure, PostFinding, PostOutcome } from '../domain/poster.ts';
import type { Reply } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';
import { type ChannelAccesses, createChannelAccesses } from './channel-access.ts';
import { findInForum, findInHistory, type Get, isForum } from './find-post.ts';
import { hasFiles, messageBody, withoutFiles } from './message-body.ts';
import { failureOf, goneFailure, rightsFailure, tagFailure } from './post-failure.ts';
import { patiently } from './post-rest.ts';

export interface PosterParts {
  /** Knows the channels and the bot's rights in them. */
  readonly client: Client;
  /** Made by `createPostRest`. */
  readonly rest: REST;
  /** The last check before anything is sent. */
  readonly keepLaw: (reply: Reply, scopes: readonly Scope[]) => Promise<Reply>;
  readonly wait?: (ms: number) => Promise<void>;
}

/** Discord may be itself again after so long. */
const secondTryMs = 500;
const longestName = 100;

const withId = z.object({ id: z.string() });

/** Whether the request may have been lost on its way, so that Discord has said nothing of it. */
const isUnanswered = (error: unknown): boolean =>
  error instanceof HTTPError || !(error instanceof DiscordAPIError || error instanceof RateLimitError);

const isCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;

/** A thread's name as Discord takes it. */
const nameOf = (name: string): string => [...name].slice(0, longestName).join('').trim() || 'Digest';

/** A refusal that is known beforehand, which saves a request that Discord would count against the bot. */
function refusedAlready({ channelId, title }: Post, accesses: ChannelAccesses): PostFailure | undefined {
  const { kind, missing } = accesses.access(channelId, 'message');
  if (kind === 'gone') return goneFailure;
  if (kind === 'none') return { ok: false, final: true, reason: 'the channel takes no messages' };
  if (missing.length > 0) return rightsFailure(missing);
  if (kind === 'forum' && accesses.wantsTag(channelId)) return tagFailure;
  if (kind === 'forum' && title === undefined)
    return { ok: false, final: true, reason: 'the channel is a forum, which takes posts with a title alone' };
  return undefined;
}

/** Posts to channels of guilds, those of other processes too, by one request each. */
export function createPoster({ client, rest, keepLaw, wait = sleep }: PosterParts): Poster {
  const accesses = createChannelAccesses(client);

  const failed = (error: unknown, channelId: string, style: 'message' | 'threads' = 'message') =>
    failureOf(error, () => accesses.access(channelId, style).missing);

  /** With a nonce a second try gives what the first has made. */
  async function sendMessage({ channelId, nonce, mentionRoleId }: Post, reply: Reply): Promise<string> {
    const { body, files } = messageBody(reply, mentionRoleId);
    const options = { body: { ...body, nonce, enforce_nonce: true }, files };
    const once = () => patiently(() => rest.post(Routes.channelMessages(channelId), options), wait);
    const sent = await once().catch(async (error: unknown) => {
      if (!isUnanswered(error)) throw error;
      await wait(secondTryMs);
      return await once();
    });
    return withId.parse(sent).id;
  }

  /** It stays open for a week, since what was posted is looked for among the open ones. */
  async function sendForumPost(
    { channelId, title = '', mentionRoleId }: Post,
    reply: Reply,
  ): Promise<string> {
    const { body: message, files } = messageBody(reply, mentionRoleId);
    const body = { name: nameOf(title), auto_archive_duration: ThreadAutoArchiveDuration.OneWeek, message };
    return withId.parse(await patiently(() => rest.post(Routes.threads(channelId), { body, files }), wait))
      .id;
  }

  /** A channel that is not known is taken for one of messages, until Discord says what it is. */
  async function send(post: Post, reply: Reply): Promise<string> {
    const { kind } = accesses.access(post.channelId, 'message');
    if (kind === 'forum') return await sendForumPost(post, reply);
    return await sendMessage(post, reply).catch(async (error: unknown) => {
      const isForumPost = post.title !== undefined && isCode(error, codes.CannotSendMessagesInNonTextChannel);
      if (!isForumPost) throw error;
      return await sendForumPost(post, reply);
    });
  }

  /** Where the bot may attach no files, the words are posted without them. */
  async function sendWithFiles(post: Post, reply: Reply): Promise<string> {
    const mayAttach = hasFiles(reply) ? accesses.has(post.channelId, 'Attach Files') : true;
    if (mayAttach === false) return await send(post, withoutFiles(reply));
    return await send(post, reply).catch(async (error: unknown) => {
      if (mayAttach === true || !isCode(error, codes.MissingPermissions)) throw error;
      return await send(post, withoutFiles(reply));
    });
  }

  async function find({ channelId, ...sought }: Parameters<Poster['find']>[0]): Promise<PostFinding> {
    if (!client.isReady()) throw new Error('not connected to Discord');
    const get: Get = (route, query) =>
      patiently(() => rest.get(route, query === undefined ? {} : { query }), wait);
    const mayRead = accesses.has(channelId, 'Read Message History');
    if (mayRead === false) return { kind: 'unreadable' };
    const { kind } = accesses.access(channelId, 'message');
    const own = { ...sought, channelId, authorId: client.user.id };
    const isInForum = kind === 'forum' || (kind === 'unknown' && (await isForum(get, channelId)));
    return isInForum ? await findInForum(get, own) : await findInHistory(get, own, mayRead === true);
  }

  return {
    access: accesses.access,

    async post(post): Promise<PostOutcome> {
      const refused = refusedAlready(post, accesses);
      if (refused !== undefined) return refused;
      try {
        const lawful = await keepLaw(post.reply, ['public', `guild:${post.guildId}`]);
        return { ok: true, messageId: await sendWithFiles(post, lawful) };
      } catch (error) {
        return failed(error, post.channelId);
      }
    },

    async find(sought): Promise<PostFinding> {
      try {
        return await find(sought);
      } catch (error) {
        if (failed(error, sought.channelId).final) return { kind: 'unreadable' };
        throw error;
      }
    },

    async publish(channelId, messageId): Promise<PostOutcome> {
      try {
        await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
      } catch (error) {
        if (!isCode(error, codes.ThisMessageWasAlreadyCrossposted)) return failed(error, channelId);
      }
      return { ok: true, messageId };
    },

    async openThread(channelId, messageId, name): Promise<PostOutcome> {
      const { missing } = accesses.access(channelId, 'threads');
      if (missing.length > 0) return rightsFailure(missing);
      const body = { name: nameOf(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      try {
        await patiently(() => rest.post(Routes.threads(channelId, messageId), { body }), wait);
      } catch (error) {
        if (!isCode(error, codes.ThreadAlreadyCreatedForMessage)) return failed(error, channelId, 'threads');
      }
      return { ok: true, messageId };
    },
  };
}
