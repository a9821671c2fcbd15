/** Guilds that the bot was in, with the time it left. */
export const schema6 = `
create table left_guild (
  guild_id text primary key not null,
  left_at integer not null
) strict, without rowid;
create index left_guild_time on left_guild (left_at);`;
