/** What a guild has chosen. */
export interface GuildSettings {
  /** Where the guild is told of what stops or fails. */
  readonly alertsChannelId?: string;
}
