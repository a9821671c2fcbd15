/**
 * A new article goes into the indexes with all of its batch (see index-articles.ts), no longer by a trigger: a trigger's
 * statement can be undone by itself, and for that FTS5 closed a piece of its index per article, to be merged later.
 * What FTS5 gathers in memory before it writes holds a batch of long articles, and pieces are merged by eight.
 */
export const schema5 = `
drop trigger article_put;
drop trigger article_arrived;
insert into article_fts (article_fts, rank) values ('hashsize', 4194304), ('automerge', 8);
insert into title_fts (title_fts, rank) values ('automerge', 8);`;
