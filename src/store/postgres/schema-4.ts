/**
 * A digest comes several times a day, is narrowed by publishers and words, and says why it rests. A delivery says who asked
 * for it, what was looked at for it, and what is to follow; open ones are taken in turns of their guilds. Requests to
 * Discord take turns among all processes.
 */
export const schema4 = `
alter table digest
  add column times text not null default '[]',
  add column sources text not null default '[]',
  add column words text not null default '[]',
  add column except_words text not null default '[]',
  add column chart integer not null default 0,
  add column publish integer not null default 0,
  add column mention_role_id text,
  add column paused_by text,
  add column missing text;
update digest set times = json_build_array(time)::text,
  paused_by = case when paused_at is not null then 'person' end;
alter table digest drop column time;
create index digest_channel on digest (guild_id, channel_id);

-- turn: how many of its guild were open when it was planned. afterwards, alert: 'due' while something is to be done.
alter table delivery
  add column is_asked integer not null default 0,
  add column turn integer not null default 0,
  add column record text,
  add column afterwards text,
  add column alert text;
update delivery set payload = null where payload is not null and state not in ('pending', 'claimed');
drop index delivery_open;
create index delivery_open on delivery (turn, slot) where state in ('pending', 'claimed');
create index delivery_open_guild on delivery (guild_id) where state in ('pending', 'claimed');
create index delivery_afterwards on delivery (settled_at) where afterwards = 'due';
create index delivery_alert on delivery (settled_at) where alert = 'due';

-- When the next request to Discord may begin. Not worth a write to the disk: after a crash anyone may begin.
create unlogged table request_turn (
  one boolean primary key default true check (one),
  next_at bigint not null
);
`;
