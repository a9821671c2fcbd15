/** Feeds, who follows them, their entries, and which articles came from them. */
export const schema3 = `
create table feed (
  id text primary key not null,
  address text not null,
  scope text not null check (scope = 'public' or scope glob 'guild:?*'),
  title text not null,
  site_url text,
  language text,
  added_at integer not null,
  state text not null check (json_valid(state))
) strict;
create index feed_address on feed (address);
create index feed_scope on feed (scope) where scope <> 'public';

create table subscription (
  guild_id text not null,
  feed_id text not null references feed (id) on delete cascade,
  added_by text not null,
  added_at integer not null,
  muted_at integer,
  groups text not null check (json_valid(groups)),
  primary key (guild_id, feed_id)
) strict, without rowid;
create index subscription_feed on subscription (feed_id, muted_at);
create trigger subscription_left after delete on subscription begin
  delete from feed
   where id = old.feed_id and not exists (select 1 from subscription where feed_id = old.feed_id);
end;

-- An entry with a payload waits to be taken in: in the order of the turns, none before its lease_until.
-- revision grows whenever an entry is handed out or its content changes.
create table feed_entry (
  row_id integer primary key autoincrement,
  feed_id text not null references feed (id) on delete cascade,
  guid text,
  url text,
  content_hash text not null,
  first_seen_at integer not null,
  payload text,
  turn integer not null,
  lease_until integer,
  attempts integer not null default 0,
  revision integer not null default 0,
  reason text
) strict;
create index feed_entry_feed on feed_entry (feed_id, row_id);
create index feed_entry_waiting on feed_entry (turn, row_id) where payload is not null;

create table feed_article (
  feed_id text not null references feed (id) on delete cascade,
  article_id text not null references article (id) on delete cascade,
  primary key (feed_id, article_id)
) strict, without rowid;
create index feed_article_article on feed_article (article_id);`;
