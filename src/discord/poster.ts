import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, RESTJSONErrorCodes as codes, type REST, Routes } from 'discord.js';
import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { Post, Poster, PostFailure, PostFinding, PostOutcome } from '../domain/poster.ts';
import type { Reply } from '../domain/reply.ts';
import { passagesIn } from '../domain/reply-passages.ts';
import type { Scope } from '../domain/scope.ts';
import { type ChannelAccesses, createChannelAccesses } from './channel-access.ts';
import { findInForum, findInHistory, type Get, isForum } from './find-post.ts';
import { failureOf, goneFailure, isCode, isRefusal, rightsFailure, tagFailure } from './post-failure.ts';
import { patiently } from './post-rest.ts';
import { createRefusalBrake, type RefusalBrake } from './refusal-brake.ts';
import { createSender } from './send-post.ts';
import { threadName } from './thread-name.ts';

export interface PosterParts {
  /** Knows the channels and the bot's rights in them. */
  readonly client: Client;
  /** Made by `createPostRest`. */
  readonly rest: REST;
  /** The last check before anything is sent. */
  readonly keepLaw: (reply: Reply, scopes: readonly Scope[]) => Promise<Reply>;
  readonly wait?: (ms: number) => Promise<void>;
  readonly brake?: RefusalBrake;
}

const showsWords = ({ blocks }: Reply): boolean => blocks.some((block) => passagesIn(block).length > 0);

/** Between headings of ours nothing would stand. */
const hollowFailure: PostFailure = {
  ok: false,
  final: true,
  reason: 'the articles that it told of have changed or are not stored any more',
};

/** A refusal that is known beforehand, which saves a request that Discord would count against the bot. */
function refusedAlready({ channelId, title }: Post, accesses: ChannelAccesses): PostFailure | undefined {
  const { kind, missing, wantsTag } = accesses.access(channelId, 'message');
  if (kind === 'gone') return goneFailure;
  if (kind === 'none') return { ok: false, final: true, reason: 'the channel takes no messages' };
  if (missing.length > 0) return rightsFailure(missing);
  if (wantsTag === true) return tagFailure;
  if (kind === 'forum' && title === undefined)
    return { ok: false, final: true, reason: 'the channel is a forum, which takes posts with a title alone' };
  return undefined;
}

/** Posts to channels of guilds, those of other processes too, by one request each. */
export function createPoster({
  client,
  rest,
  keepLaw,
  wait = sleep,
  brake = createRefusalBrake(Date.now),
}: PosterParts): Poster {
  const accesses = createChannelAccesses(client);

  function failed(error: unknown, channelId: string, style: 'message' | 'threads' = 'message'): PostFailure {
    if (isRefusal(error)) brake.note();
    return failureOf(error, () => accesses.access(channelId, style).missing);
  }

  function heldBack(): PostFailure | undefined {
    const retryMs = brake.heldMs();
    return retryMs === 0
      ? undefined
      : { ok: false, final: false, reason: 'Discord has refused too much of late', retryMs };
  }

  const send = createSender({ rest, accesses, wait });

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
    notifies: accesses.notifies,

    async post(post): Promise<PostOutcome> {
      const refused = refusedAlready(post, accesses) ?? heldBack();
      if (refused !== undefined) return refused;
      try {
        const lawful = await keepLaw(post.reply, ['public', `guild:${post.guildId}`]);
        if (showsWords(post.reply) && !showsWords(lawful)) return hollowFailure;
        return { ok: true, messageId: await send(post, lawful) };
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
      const held = heldBack();
      if (held !== undefined) return held;
      try {
        await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
      } catch (error) {
        if (!isCode(error, codes.ThisMessageWasAlreadyCrossposted)) return failed(error, channelId);
      }
      return { ok: true, messageId };
    },

    async openThread(channelId, messageId, name): Promise<PostOutcome> {
      const { missing } = accesses.access(channelId, 'threads');
      const refused = missing.length > 0 ? rightsFailure(missing) : heldBack();
      if (refused !== undefined) return refused;
      const body = { name: threadName(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      try {
        await patiently(() => rest.post(Routes.threads(channelId, messageId), { body }), wait);
      } catch (error) {
        if (!isCode(error, codes.ThreadAlreadyCreatedForMessage)) return failed(error, channelId, 'threads');
      }
      return { ok: true, messageId };
    },
  };
}
