/**
 * Texts compare as their bytes do (collate "C"), as in the other engine. What can be long is never in a plain index:
 * a column that ends in `_key` holds a short key in its place (see text-key.ts).
 */
const articles = `
create table article (
  row_id bigint generated always as identity primary key,
  id text collate "C" not null unique,
  scope text collate "C" not null,
  version integer not null,
  source text collate "C" not null,
  url text collate "C",
  url_key text collate "C",
  author text,
  published_at bigint not null,
  stored_at bigint not null,
  expires_at bigint,
  topics text not null,
  length integer not null,
  words tsvector not null
);
-- Rows stay narrow: many are looked at for a search, and the words of a few of them.
alter table article alter column words set storage external;
-- What is common in them decides no plan (see newest-matching.ts), and takes long to count.
alter table article alter column words set statistics 0;
create index article_newest on article (scope, published_at, row_id);
create index article_url on article (url_key) where url_key is not null;
create index article_expiry on article (expires_at) where expires_at is not null;
create index article_age on article (stored_at);
-- What is written is merged into it right behind every write: see tidier.ts.
create index article_words on article using gin (words) with (fastupdate = on);

-- Every version of an article's words; the article's own version is the one that is shown.
create table article_text (
  id text collate "C" not null references article (id) on delete cascade,
  version integer not null,
  stored_at bigint not null,
  title text not null,
  standfirst text,
  body text not null,
  raw text not null,
  runs text not null,
  removals text not null,
  pull_quotes text not null,
  primary key (id, version)
);

-- lz4 takes a fraction of the time that PostgreSQL's own compression takes; a server can be built without it.
do $$ begin
  alter table article_text alter column body set compression lz4, alter column raw set compression lz4;
exception when feature_not_supported then null;
end $$;

-- Which edition of the finder of speakers has read an article, 0 is none. Not a column of the article: every change of
-- an article puts all its words into the index again.
create table article_note (
  row_id bigint primary key references article on delete cascade,
  edition integer not null default 0,
  published_at bigint not null
);
create index article_note_edition on article_note (edition, published_at, row_id);

-- How many articles a scope holds of each source, topic and day: sums of what came and went. Only ever added to, so
-- that writers do not wait for each other; now and then a scope's rows are summed up.
create table tally (
  scope text collate "C" not null,
  kind text collate "C" not null check (kind in ('source', 'topic', 'day')),
  name text collate "C" not null,
  count integer not null
);
create index tally_scope on tally (kind, scope);
`;

const digests = `
create table digest (
  id text collate "C" primary key,
  guild_id text collate "C" not null,
  channel_id text not null,
  name text not null,
  time text not null,
  days text not null,
  timezone text not null,
  topics text not null,
  stories integer not null,
  style text not null,
  skip_empty integer not null,
  created_by text not null,
  created_at bigint not null,
  next_run_at bigint not null,
  paused_at bigint
);
create index digest_guild on digest (guild_id, created_at);
create index digest_due on digest (next_run_at, id) where paused_at is null;

-- lease_until of a pending delivery is when it may be tried next.
create table delivery (
  digest_id text collate "C" not null references digest (id) on delete cascade,
  slot bigint not null,
  channel_id text not null,
  guild_id text not null,
  nonce text collate "C" not null unique,
  reference text not null,
  state text collate "C" not null default 'pending'
    check (state in ('pending', 'claimed', 'posted', 'empty', 'skipped', 'failed', 'uncertain')),
  attempts integer not null default 0,
  payload text,
  first_tried_at bigint,
  claimed_by text collate "C",
  lease_until bigint,
  message_id text,
  reason text,
  settled_at bigint,
  primary key (digest_id, slot)
);
create index delivery_open on delivery (lease_until nulls first, slot) where state in ('pending', 'claimed');

create table delivery_article (
  digest_id text collate "C" not null,
  slot bigint not null,
  position integer not null,
  article_id text collate "C" not null,
  primary key (digest_id, slot, position),
  foreign key (digest_id, slot) references delivery (digest_id, slot) on delete cascade
);
create index delivery_article_article on delivery_article (article_id);

-- Articles that a post quotes, has perhaps quoted, or is about to quote.
create view quoted_article as
  select q.article_id
    from delivery_article q join delivery d on d.digest_id = q.digest_id and d.slot = q.slot
   where d.state in ('pending', 'claimed', 'posted', 'uncertain');
`;

const state = `
create table key_value (
  namespace text collate "C" not null,
  key_key text collate "C" not null,
  key text not null,
  value text not null,
  expires_at bigint,
  primary key (namespace, key_key)
);
create index key_value_expiry on key_value (expires_at) where expires_at is not null;
`;

const speakers = `
create table speaker (
  speaker_id bigint generated always as identity primary key,
  scope text collate "C" not null,
  name text collate "C" not null,
  name_key text collate "C" not null,
  words tsvector not null,
  role text,
  article_count integer not null default 0,
  unique (scope, name_key)
);
create index speaker_most_quoted on speaker (scope, article_count);
create index speaker_words on speaker using gin (words) with (fastupdate = off);

create table article_speaker (
  speaker_id bigint not null,
  published_at bigint not null,
  row_id bigint not null references article on delete cascade,
  primary key (speaker_id, published_at, row_id)
);
create index article_speaker_article on article_speaker (row_id);

create function count_speakers_up() returns trigger language plpgsql as $$ begin
  update speaker s set article_count = s.article_count + n.count
    from (select speaker_id, count(*)::integer as count from added group by speaker_id) n
   where s.speaker_id = n.speaker_id;
  return null;
end $$;
create trigger article_speaker_put after insert on article_speaker
  referencing new table as added for each statement execute function count_speakers_up();

create function count_speakers_down() returns trigger language plpgsql as $$ begin
  update speaker s set article_count = s.article_count - n.count
    from (select speaker_id, count(*)::integer as count from gone group by speaker_id) n
   where s.speaker_id = n.speaker_id;
  delete from speaker where speaker_id in (select speaker_id from gone) and article_count <= 0;
  return null;
end $$;
create trigger article_speaker_left after delete on article_speaker
  referencing old table as gone for each statement execute function count_speakers_down();
`;

const feeds = `
create table feed (
  id text collate "C" primary key,
  address text collate "C" not null,
  scope text collate "C" not null check (scope = 'public' or scope like 'guild:_%'),
  title text not null,
  site_url text,
  language text,
  added_at bigint not null,
  state text not null
);
-- Addresses can be long; here each is looked for as a whole only.
create index feed_address on feed using hash (address);
create index feed_scope on feed (scope) where scope <> 'public';

-- Who takes away the last subscription takes the feed along; both are done under the feed's lock.
create table subscription (
  guild_id text collate "C" not null,
  feed_id text collate "C" not null references feed (id) on delete cascade,
  added_by text not null,
  added_at bigint not null,
  muted_at bigint,
  groups text not null,
  primary key (guild_id, feed_id)
);
create index subscription_feed on subscription (feed_id, muted_at);

-- An entry with a payload waits to be taken in: in the order of the turns, none before its lease_until.
-- revision grows whenever an entry is handed out or its content changes.
create table feed_entry (
  row_id bigint generated always as identity primary key,
  feed_id text collate "C" not null references feed (id) on delete cascade,
  guid text,
  url text,
  content_hash text not null,
  first_seen_at bigint not null,
  payload text,
  turn bigint not null,
  lease_until bigint,
  attempts integer not null default 0,
  revision integer not null default 0,
  reason text
);
create index feed_entry_feed on feed_entry (feed_id, row_id);
create index feed_entry_waiting on feed_entry (turn, row_id) where payload is not null;

create table feed_article (
  feed_id text collate "C" not null references feed (id) on delete cascade,
  article_id text collate "C" not null references article (id) on delete cascade,
  primary key (feed_id, article_id)
);
create index feed_article_article on feed_article (article_id);
`;

/** From an empty database to the first form. Never changed once released: what comes later is another migration. */
export const schema1: string = articles + digests + feeds + state + speakers;
