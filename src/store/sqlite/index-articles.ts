import type { DatabaseSync } from 'node:sqlite';
import { toJson } from '../json-column.ts';

/**
 * Puts new articles into the indexes of words, topics and sources and among those that wait for a story, each once and in
 * their order, as the last step of the transaction that adds them. What changes or removes an article keeps the indexes by triggers, which need it to be in them.
 */
export function createIndexing(db: DatabaseSync): (rowIds: readonly number[]) => void {
  const added = 'from json_each(:rowIds) r cross join';
  const words = `${added} article_words w on w.row_id = r.value order by r.value`;
  const steps = [
    `insert into article_topic (scope, topic, published_at, row_id)
       select distinct a.scope, t.value, a.published_at, a.row_id
         ${added} article a on a.row_id = r.value cross join json_each(a.topics) t`,
    `insert into tally (scope, kind, name, count)
       select a.scope, 'source', a.source, count(*) ${added} article a on a.row_id = r.value
        where true group by a.scope, a.source
       on conflict do update set count = count + excluded.count`,
    `insert into arrived_article (article_id, version)
       select a.id, a.version ${added} article a on a.row_id = r.value
        where a.scope not glob 'person:*' order by r.key`,
    `insert into article_fts (rowid, title, body) select w.row_id, w.title, w.body ${words}`,
    `insert into title_fts (rowid, title) select w.row_id, w.title ${words}`,
  ].map((step) => db.prepare(step));
  return (rowIds) => {
    if (rowIds.length === 0) return;
    const asked = { rowIds: toJson(rowIds) };
    for (const step of steps) step.run(asked);
  };
}
