/**
 * A digest comes several times a day, is narrowed by publishers and words, and says why it rests. A delivery says who asked
 * for it, what was looked at for it, and what is to follow; open ones are taken in turns of their guilds.
 */
export const schema7 = `
alter table digest add column times text not null default '[]' check (json_valid(times));
update digest set times = json_array(time);
alter table digest drop column time;
alter table digest add column sources text not null default '[]' check (json_valid(sources));
alter table digest add column words text not null default '[]' check (json_valid(words));
alter table digest add column except_words text not null default '[]' check (json_valid(except_words));
alter table digest add column chart integer not null default 0;
alter table digest add column publish integer not null default 0;
alter table digest add column mention_role_id text;
alter table digest add column paused_by text;
alter table digest add column missing text check (missing is null or json_valid(missing));
update digest set paused_by = 'person' where paused_at is not null;
create index digest_channel on digest (guild_id, channel_id);

-- turn: how many of its guild were open when it was planned. afterwards, alert: 'due' while something is to be done.
alter table delivery add column is_asked integer not null default 0;
alter table delivery add column turn integer not null default 0;
alter table delivery add column record text;
alter table delivery add column afterwards text;
alter table delivery add column alert text;
update delivery set payload = null where payload is not null and state not in ('pending', 'claimed');
drop index delivery_open;
create index delivery_open on delivery (turn, slot) where state in ('pending', 'claimed');
create index delivery_open_guild on delivery (guild_id) where state in ('pending', 'claimed');
create index delivery_afterwards on delivery (settled_at) where afterwards = 'due';
create index delivery_alert on delivery (settled_at) where alert = 'due';`;
