import {
  type Client,
  DiscordAPIError,
  type GuildTextBasedChannel,
  RESTJSONErrorCodes,
  SnowflakeUtil,
} from 'discord.js';
import type { Poster, PostFinding, PostOutcome } from '../domain/poster.ts';
import type { Reply } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';
import { payloadOf } from './payload.ts';
import { missingToPost } from './requests.ts';

/** Refusals that no second try changes. */
const finalCodes = new Set<string | number>([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
]);

/** Clocks differ: a post is looked for from a little before its first try. */
const clockSlackMs = 60_000;

function failure(error: unknown): PostOutcome {
  if (error instanceof DiscordAPIError && finalCodes.has(error.code))
    return { ok: false, final: true, reason: `Discord refused it: ${error.message}` };
  return { ok: false, final: false, reason: error instanceof Error ? error.message : String(error) };
}

/** Posts to guild channels through Discord. */
export function createPoster(
  client: Client,
  keepLaw: (reply: Reply, scopes: readonly Scope[]) => Promise<Reply>,
): Poster {
  async function channelOf(channelId: string): Promise<GuildTextBasedChannel | undefined> {
    const channel = await client.channels.fetch(channelId);
    return channel?.isTextBased() === true && !channel.isDMBased() ? channel : undefined;
  }

  return {
    async post(channelId, reply, nonce): Promise<PostOutcome> {
      try {
        const channel = await channelOf(channelId);
        if (channel === undefined) return { ok: false, final: true, reason: 'the channel takes no messages' };
        const lawful = await keepLaw(reply, ['public', `guild:${channel.guildId}`]);
        const message = await channel.send({ ...payloadOf(lawful), nonce, enforceNonce: true });
        return { ok: true, messageId: message.id };
      } catch (error) {
        return failure(error);
      }
    },

    async find(channelId, reference, since): Promise<PostFinding> {
      try {
        const channel = await channelOf(channelId);
        if (channel === undefined) return { kind: 'unreadable' };
        const after = SnowflakeUtil.generate({ timestamp: since - clockSlackMs }).toString();
        const messages = await channel.messages.fetch({ after, limit: 100 });
        const ours = messages.find(
          ({ author, components }) =>
            author.id === client.user?.id && JSON.stringify(components).includes(`ref ${reference}`),
        );
        return ours === undefined ? { kind: 'absent' } : { kind: 'found', messageId: ours.id };
      } catch (error) {
        if (error instanceof DiscordAPIError && finalCodes.has(error.code)) return { kind: 'unreadable' };
        throw error;
      }
    },

    async missingPermissions(channelId) {
      if (!client.isReady()) throw new Error('not connected to Discord');
      try {
        return missingToPost(await channelOf(channelId), client);
      } catch (error) {
        if (error instanceof DiscordAPIError && finalCodes.has(error.code))
          return missingToPost(undefined, client);
        throw error;
      }
    },
  };
}
