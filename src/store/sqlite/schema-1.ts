/** Puts one article into every index; `row` is `new`. */
const index = `
  insert into article_fts (rowid, title, body)
    select row_id, title, body from article_words where row_id = new.row_id;
  insert into title_fts (rowid, title)
    select row_id, title from article_words where row_id = new.row_id;
  insert into article_topic (scope, topic, published_at, row_id)
    select distinct new.scope, value, new.published_at, new.row_id from json_each(new.topics);
  insert into tally (scope, kind, name, count) values (new.scope, 'source', new.source, 1)
    on conflict do update set count = count + 1;`;

/** Takes one article out of every index, while its text is still there: full-text indexes need it for that. */
const unindex = `
  insert into article_fts (article_fts, rowid, title, body)
    select 'delete', row_id, title, body from article_words where row_id = old.row_id;
  insert into title_fts (title_fts, rowid, title)
    select 'delete', row_id, title from article_words where row_id = old.row_id;
  delete from article_topic where row_id = old.row_id;
  update tally set count = count - 1 where scope = old.scope and kind = 'source' and name = old.source;
  delete from tally where scope = old.scope and kind = 'source' and name = old.source and count <= 0;`;

const withoutApostrophes = (column: string) => `replace(replace(${column}, '''', ''), '’', '')`;

const articles = `
-- row_id grows with published_at (see row-id.ts): "newest first" is the order of every index.
create table article (
  row_id integer primary key,
  id text not null unique,
  scope text not null,
  version integer not null,
  source text not null,
  url text,
  author text,
  published_at integer not null,
  stored_at integer not null,
  expires_at integer,
  topics text not null check (json_valid(topics))
) strict;
create index article_newest on article (scope, published_at);
create index article_source on article (scope, source, published_at);
create index article_url on article (url) where url is not null;
create index article_expiry on article (expires_at) where expires_at is not null;
create index article_age on article (stored_at);

-- Every version of an article's words; the article's own version is the one that is shown.
create table article_text (
  id text not null references article (id) on delete cascade deferrable initially deferred,
  version integer not null,
  stored_at integer not null,
  title text not null,
  standfirst text,
  body text not null,
  raw text not null,
  runs text not null check (json_valid(runs)),
  removals text not null check (json_valid(removals)),
  pull_quotes text not null check (json_valid(pull_quotes)),
  primary key (id, version)
) strict;

create view article_words as
  select a.row_id, ${withoutApostrophes('t.title')} as title, ${withoutApostrophes('t.body')} as body
    from article a join article_text t on t.id = a.id and t.version = a.version;

create virtual table article_fts using fts5 (
  title, body, content = 'article_words', content_rowid = 'row_id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
create virtual table title_fts using fts5 (
  title, content = 'article_words', content_rowid = 'row_id', columnsize = 0, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

create table article_topic (
  scope text not null,
  topic text not null,
  published_at integer not null,
  row_id integer not null,
  primary key (scope, topic, published_at, row_id)
) strict, without rowid;
create index article_topic_row on article_topic (row_id);

-- How many articles a scope holds of each source and topic, counted as they come and go.
create table tally (
  scope text not null,
  kind text not null check (kind in ('source', 'topic')),
  name text not null,
  count integer not null,
  primary key (scope, kind, name)
) strict, without rowid;

create trigger article_put after insert on article begin ${index} end;
create trigger article_leaves before delete on article begin ${unindex} end;
create trigger article_changes before update of version on article begin ${unindex} end;
create trigger article_changed after update of version on article begin ${index} end;
create trigger article_topics_changed after update of topics on article when old.version = new.version begin
  delete from article_topic where row_id = old.row_id;
  insert into article_topic (scope, topic, published_at, row_id)
    select distinct new.scope, value, new.published_at, new.row_id from json_each(new.topics);
end;
create trigger article_topic_put after insert on article_topic begin
  insert into tally (scope, kind, name, count) values (new.scope, 'topic', new.topic, 1)
    on conflict do update set count = count + 1;
end;
create trigger article_topic_left after delete on article_topic begin
  update tally set count = count - 1 where scope = old.scope and kind = 'topic' and name = old.topic;
  delete from tally where scope = old.scope and kind = 'topic' and name = old.topic and count <= 0;
end;`;

const digests = `
create table digest (
  id text primary key not null,
  guild_id text not null,
  channel_id text not null,
  name text not null,
  time text not null,
  days text not null check (json_valid(days)),
  timezone text not null,
  topics text not null check (json_valid(topics)),
  stories integer not null,
  style text not null,
  skip_empty integer not null,
  created_by text not null,
  created_at integer not null,
  next_run_at integer not null,
  paused_at integer
) strict;
create index digest_guild on digest (guild_id, created_at);
create index digest_due on digest (next_run_at) where paused_at is null;

-- lease_until of a pending delivery is when it may be tried next.
create table delivery (
  digest_id text not null references digest (id) on delete cascade,
  slot integer not null,
  channel_id text not null,
  guild_id text not null,
  nonce text not null unique,
  reference text not null,
  state text not null default 'pending'
    check (state in ('pending', 'claimed', 'posted', 'empty', 'skipped', 'failed', 'uncertain')),
  attempts integer not null default 0,
  payload text,
  first_tried_at integer,
  claimed_by text,
  lease_until integer,
  message_id text,
  reason text,
  settled_at integer,
  primary key (digest_id, slot)
) strict;
create index delivery_open on delivery (lease_until, slot) where state in ('pending', 'claimed');

create table delivery_article (
  digest_id text not null,
  slot integer not null,
  position integer not null,
  article_id text not null,
  primary key (digest_id, slot, position),
  foreign key (digest_id, slot) references delivery (digest_id, slot) on delete cascade
) strict, without rowid;
create index delivery_article_article on delivery_article (article_id);

-- Articles that a post quotes, has perhaps quoted, or is about to quote.
create view quoted_article as
  select q.article_id
    from delivery_article q join delivery d on d.digest_id = q.digest_id and d.slot = q.slot
   where d.state in ('pending', 'claimed', 'posted', 'uncertain');`;

const state = `
create table key_value (
  namespace text not null,
  key text not null,
  value text not null,
  expires_at integer,
  primary key (namespace, key)
) strict, without rowid;
create index key_value_expiry on key_value (expires_at) where expires_at is not null;`;

/** From an empty file to the first form. Never changed once released: what comes later is another migration. */
export const schema1: string = articles + digests + state;
