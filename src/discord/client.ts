import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

export interface ClientSettings {
  readonly apiUrl: string;
  readonly shards?: { readonly first: number; readonly last: number; readonly total: number };
}

/** A handler for Discord's answers gives up waiting for a route's limit after this long; the caller tries again. */
const timeoutMs = 15_000;

/**
 * The client, with the intents that need no approval: guilds, messages (their content comes with direct messages
 * and mentions), direct messages. Messages are not cached; what the bot needs comes with each event.
 */
export function createClient({ apiUrl, shards }: ClientSettings): Client {
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
    rest: { api: apiUrl, timeout: timeoutMs },
    ...range,
  });
}
