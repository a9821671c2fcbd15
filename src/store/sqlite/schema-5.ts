/**
 * A new article goes into the full-text indexes with all of its batch (see index-articles.ts), no longer by a trigger: a
 * trigger's statement can be undone by itself, and for that FTS5 wrote a piece of index per article, to be merged later.
 * What FTS5 gathers in memory before it writes holds a batch of long articles, and pieces are merged by eight.
 */
export const schema5 = `
drop trigger article_put;
create trigger article_put after insert on article begin
  insert into article_topic (scope, topic, published_at, row_id)
    select distinct new.scope, value, new.published_at, new.row_id from json_each(new.topics);
  insert into tally (scope, kind, name, count) values (new.scope, 'source', new.source, 1)
    on conflict do update set count = count + 1;
end;
insert into article_fts (article_fts, rank) values ('hashsize', 4194304), ('automerge', 8);
insert into title_fts (title_fts, rank) values ('automerge', 8);`;
