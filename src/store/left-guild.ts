/** The condition under which the bot has not left the guild of this id. */
export const isNotLeft = (guildId: string): string =>
  `not exists (select 1 from left_guild l where l.guild_id = ${guildId})`;
