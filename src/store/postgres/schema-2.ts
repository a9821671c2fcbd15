/**
 * Which story an article is in, and which articles nobody has grouped in their present words. A story has no row of its
 * own: it is what its articles are, so nothing of it is left when they are gone. Not columns of the article: every
 * change of an article puts all its words into the index again.
 */
export const schema2 = `
-- arrived_at is the order in which articles were grouped; null is an article that was set aside.
create table story_article (
  row_id bigint primary key references article on delete cascade,
  version integer not null,
  scope text collate "C" not null,
  story text collate "C" not null,
  copy_of text collate "C",
  is_stub boolean not null,
  arrived_at bigint
);
create index story_article_story on story_article (story);
create index story_article_arrival on story_article (scope, arrived_at) where arrived_at is not null;

-- The order of turns is that in which the words were stored. A person's own articles are never grouped.
create table arrived_article (
  row_id bigint primary key references article on delete cascade,
  version integer not null,
  turn bigint generated always as identity
);
create index arrived_article_turn on arrived_article (turn);

insert into arrived_article (row_id, version)
  select row_id, version from article where scope not like 'person:%' order by stored_at, row_id;

create function note_arrival() returns trigger language plpgsql as $$ begin
  insert into arrived_article (row_id, version) values (new.row_id, new.version)
    on conflict (row_id) do update set version = excluded.version, turn = default;
  return null;
end $$;
create trigger article_arrived after insert or update of version on article
  for each row when (new.scope not like 'person:%') execute function note_arrival();
`;
