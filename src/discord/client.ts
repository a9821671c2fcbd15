import { once } from 'node:events';
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';
import { ConfigError } from '../domain/errors.ts';
import type { Pace } from './pace.ts';

export interface ClientSettings {
  readonly apiUrl: string;
  readonly pace: Pace;
  readonly shards?: { readonly first: number; readonly last: number; readonly total: number } | undefined;
}

/** A handler for Discord's answers gives up waiting for a route's limit after this long; the caller tries again. */
const timeoutMs = 15_000;

/**
 * The client, with the intents that need no approval: guilds, messages (their content comes with direct messages
 * and mentions), direct messages. Messages are not cached; what the bot needs comes with each event.
 */
export function createClient({ apiUrl, pace, shards }: ClientSettings): Client {
  const range =
    shards === undefined
      ? {}
      : {
          shards: Array.from({ length: shards.last - shards.first + 1 }, (_, index) => shards.first + index),
          shardCount: shards.total,
        };
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: {
      api: apiUrl,
      timeout: timeoutMs,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY, // it would count edits of deferred replies; the pace does not
      makeRequest: pace({ lane: 'answers', timeoutMs }),
    },
    ...range,
  });
}

/** Logs in and waits until the guilds are there. A token that Discord does not take is a `ConfigError`. */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = once(client, Events.ClientReady);
  try {
    await client.login(token);
  } catch (error) {
    ready.catch(() => undefined); // it never comes
    if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
      throw new ConfigError(
        ['DISCORD_TOKEN: Discord does not accept it. Copy it again from the developer portal.'],
        { cause: error },
      );
    throw new Error('Discord cannot be reached', { cause: error });
  }
  await ready;
  if (!client.isReady()) throw new Error('Discord said it was ready, but the client is not');
  return client;
}
