import type { Clock } from '../domain/clock.ts';
import type { ForgottenGuild, GuildStore } from '../domain/guild-store.ts';
import type { Log } from '../domain/log.ts';
import { isOnShard, type Membership } from './memberships.ts';

export interface DepartureParts {
  readonly guilds: GuildStore;
  readonly forgetGuild: (guildId: string) => Promise<ForgottenGuild>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Departures {
  /** Notes who has left and who is back, in the order in which it is told. Never throws. */
  hear(news: Membership): Promise<void>;
  /** Resolves when everything that was told so far is noted. */
  heard(): Promise<void>;
  /** Forgets guilds that were left long ago, some at a time. It can take long, and nobody need wait. Never throws. */
  tick(): Promise<void>;
  /** Ends after the guild that is being forgotten. */
  stop(): Promise<void>;
}

/** Who takes the bot out by mistake, or for a while, finds everything as it was within this time. */
const keptForMs = 30 * 24 * 60 * 60_000;
/** So many guilds are forgotten at one tick. */
const forgottenAtOnce = 5;
const all = Number.MAX_SAFE_INTEGER;

/** Makes what becomes of a guild that the bot is not in any more. */
export function createDepartures({ guilds, forgetGuild, clock, log }: DepartureParts): Departures {
  let last: Promise<void> = Promise.resolve();
  let forgetting: Promise<void> | undefined;
  let isStopping = false;

  async function leave(guildId: string): Promise<void> {
    if (await guilds.leave(guildId, clock.now())) log.info('guild.left', { guildId });
  }

  async function comeBack(guildId: string): Promise<void> {
    if (await guilds.comeBack(guildId)) log.info('guild.back', { guildId });
  }

  /** Who left or came back while nobody listened. */
  async function compare({ guildIds, shard }: Extract<Membership, { kind: 'all' }>): Promise<void> {
    const here = new Set(guildIds);
    for (const guildId of await guilds.left(all, all)) if (here.has(guildId)) await comeBack(guildId);
    for (const guildId of await guilds.known())
      if (!here.has(guildId) && isOnShard(guildId, shard)) await leave(guildId);
  }

  async function note(news: Membership): Promise<void> {
    if (news.kind === 'all') await compare(news);
    else await (news.kind === 'left' ? leave : comeBack)(news.guildId);
  }

  async function forgetSome(): Promise<void> {
    for (const guildId of await guilds.left(clock.now() - keptForMs, forgottenAtOnce)) {
      if (isStopping) return;
      const forgotten = await forgetGuild(guildId);
      log.info('guild.forgotten', { guildId, ...forgotten });
    }
  }

  return {
    hear(news) {
      last = last.then(() => note(news)).catch((error: unknown) => log.error('guild.not-noted', {}, error));
      return last;
    },
    heard: () => last,
    tick() {
      forgetting ??= forgetSome()
        .catch((error: unknown) => log.error('guild.not-forgotten', {}, error))
        .finally(() => {
          forgetting = undefined;
        });
      return forgetting;
    },
    async stop() {
      isStopping = true;
      await Promise.all([last, forgetting]);
    },
  };
}
