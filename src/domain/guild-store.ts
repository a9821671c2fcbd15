/** Which guilds the store holds something of, and which of them the bot has left. Times are UTC milliseconds. */
export interface GuildStore {
  /** Guilds of which anything is kept, but the note that they were left. */
  known(): Promise<readonly string[]>;
  /**
   * Notes that the bot is not in a guild any more; `false` where that is noted already. From then on its digests rest, and
   * no feed is asked for its sake.
   */
  leave(guildId: string, leftAt: number): Promise<boolean>;
  /** The bot is there again, and everything goes on; `false` where nothing was noted. */
  comeBack(guildId: string): Promise<boolean>;
  /** Guilds that were left by `until`, the earliest first. */
  left(until: number, limit: number): Promise<readonly string[]>;
}

/** How much was forgotten of a guild. */
export interface ForgottenGuild {
  readonly articles: number;
  readonly digests: number;
  readonly subscriptions: number;
}

/** How much was forgotten of a person: their own articles, and where else they were named. */
export interface ForgottenPerson {
  readonly articles: number;
  readonly digests: number;
  readonly subscriptions: number;
}
