/** Who is quoted in which article. `noted` is the edition of the finder that has read the article; 0 is none. */
export const schema2 = `
alter table article add column noted integer not null default 0;
create index article_noted on article (noted, row_id);

create table speaker (
  speaker_id integer primary key,
  scope text not null,
  name text not null,
  words text not null,
  role text,
  article_count integer not null default 0,
  unique (scope, name)
) strict;
create index speaker_most_quoted on speaker (scope, article_count);

-- By the articles' row ids, so that the newest come first.
create table article_speaker (
  speaker_id integer not null,
  row_id integer not null,
  primary key (speaker_id, row_id)
) strict, without rowid;
create index article_speaker_article on article_speaker (row_id);

create virtual table speaker_fts using fts5 (
  words, content = 'speaker', content_rowid = 'speaker_id', columnsize = 0, prefix = '1 2 3',
  tokenize = 'unicode61'
);

create trigger speaker_put after insert on speaker begin
  insert into speaker_fts (rowid, words) values (new.speaker_id, new.words);
end;
create trigger speaker_leaves before delete on speaker begin
  insert into speaker_fts (speaker_fts, rowid, words) values ('delete', old.speaker_id, old.words);
end;
create trigger article_speaker_put after insert on article_speaker begin
  update speaker set article_count = article_count + 1 where speaker_id = new.speaker_id;
end;
create trigger article_speaker_left after delete on article_speaker begin
  update speaker set article_count = article_count - 1 where speaker_id = old.speaker_id;
  delete from speaker where speaker_id = old.speaker_id and article_count <= 0;
end;
create trigger article_speakers_leave after delete on article begin
  delete from article_speaker where row_id = old.row_id;
end;
create trigger article_speakers_changed after update of version on article begin
  delete from article_speaker where row_id = old.row_id;
  update article set noted = 0 where row_id = new.row_id;
end;`;
