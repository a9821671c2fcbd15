/**
 * Which story an article is in, and which articles nobody has grouped in their present words. A story has no row of its
 * own: it is what its articles are, so nothing of it is left when they are gone.
 */
export const schema4 = `
-- arrived_at is the order in which articles were grouped; null is an article that was set aside.
create table story_article (
  article_id text primary key not null references article (id) on delete cascade,
  version integer not null,
  scope text not null,
  story text not null,
  copy_of text,
  is_stub integer not null,
  arrived_at integer
) strict, without rowid;
create index story_article_story on story_article (story);
create index story_article_arrival on story_article (scope, arrived_at) where arrived_at is not null;

-- The order of turns is that in which the words were stored. A person's own articles are never grouped.
create table arrived_article (
  turn integer primary key autoincrement,
  article_id text not null unique references article (id) on delete cascade,
  version integer not null
) strict;

insert into arrived_article (article_id, version)
  select id, version from article where scope not glob 'person:*' order by stored_at, row_id;

create trigger article_arrived after insert on article when new.scope not glob 'person:*' begin
  insert into arrived_article (article_id, version) values (new.id, new.version);
end;
create trigger article_arrived_again after update of version on article when new.scope not glob 'person:*' begin
  delete from arrived_article where article_id = new.id;
  insert into arrived_article (article_id, version) values (new.id, new.version);
end;`;
