import { isHeard } from './feed-statements.ts';

/** Of each feed so many entries are remembered, besides those it still has. */
const mostEntries = 2000;
const forgottenAtOnce = 100;

/**
 * What both engines ask of `feed_entry`. `now` is the expression of the engine's time, `present` the condition under which
 * a feed still has the entry of a `row_id`.
 */
export function entryStatements(now: string, present: string) {
  const isThisOne = 'row_id = :rowId and revision = :revision and payload is not null';
  return {
    marks: `select row_id, guid, url, content_hash from feed_entry where feed_id = :feedId order by row_id desc`,
    change: `update feed_entry
          set guid = :guid, url = :url, content_hash = :contentHash, payload = :payload, turn = :turn,
              lease_until = null, attempts = 0, revision = revision + 1, reason = null
        where row_id = :rowId`,
    leaving: `select row_id from (select row_id from feed_entry where feed_id = :feedId
                              order by row_id desc limit ${Number.MAX_SAFE_INTEGER} offset ${mostEntries}) older
          where not ${present} limit ${forgottenAtOnce}`,
    waiting: `select e.row_id from feed_entry e
        where e.payload is not null and (e.lease_until is null or e.lease_until <= ${now}) and ${isHeard('e.feed_id')}
        order by e.turn, e.row_id limit :limit`,
    // An article is the feed's also when the entry has changed meanwhile.
    link: `insert into feed_article (feed_id, article_id)
       select e.feed_id, a.id from feed_entry e join article a on a.id = :articleId where e.row_id = :rowId`,
    end: `update feed_entry set payload = null, lease_until = null, reason = :reason where ${isThisOne}`,
    again: `update feed_entry set lease_until = ${now} + :waitMs, turn = ${now} + :waitMs, reason = :reason
        where ${isThisOne}`,
  } as const;
}
