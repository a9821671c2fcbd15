import {
  RESTJSONErrorCodes as codes,
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type REST,
  Routes,
} from 'discord.js';
import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Post } from '../domain/poster.ts';
import type { Reply } from '../domain/reply.ts';
import type { ChannelAccesses } from './channel-access.ts';
import { hasFiles, messageBody, withoutFiles } from './message-body.ts';
import { isCode } from './post-failure.ts';
import { patiently } from './post-rest.ts';
import { threadName } from './thread-name.ts';

interface SendParts {
  readonly rest: REST;
  readonly accesses: ChannelAccesses;
  readonly wait: (ms: number) => Promise<void>;
}

/** Discord may be itself again after so long. */
const secondTryMs = 500;

const withId = z.object({ id: z.string() });

/** Whether the request may have been lost on its way, so that Discord has said nothing of it. */
const isUnanswered = (error: unknown): boolean =>
  error instanceof HTTPError || !(error instanceof DiscordAPIError || error instanceof RateLimitError);

/** Makes what sends a post as it is; it answers the id of its message, or fails as the request does. */
export function createSender({
  rest,
  accesses,
  wait,
}: SendParts): (post: Post, reply: Reply) => Promise<string> {
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
    const body = {
      name: threadName(title),
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      message,
    };
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

  return sendWithFiles;
}
