/** Guilds that the bot was in, with the time it left. */
export const schema3 = `
create table left_guild (
  guild_id text collate "C" primary key,
  left_at bigint not null
);
create index left_guild_time on left_guild (left_at, guild_id);
`;
