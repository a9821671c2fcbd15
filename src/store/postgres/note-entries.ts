import type { NoteEngine } from '../note-entries.ts';
import { type Database, named } from './connection.ts';
import { entrySql } from './entry-sql.ts';

const statements = {
  /** Whoever notes entries of the same feed waits; who follows it does not. */
  lock: named('select 1 from feed where id = :feedId for no key update'),
  marks: named(entrySql.marks),
  change: named(entrySql.change),
  forget: named(`delete from feed_entry where row_id = any(array(${entrySql.leaving}))`),
};

const fields = ['feed_id', 'guid', 'url', 'content_hash', 'first_seen_at', 'payload', 'turn'] as const;

/** Makes what `note` of `FeedStore` rests on. */
export function createNoteEngine(db: Database): NoteEngine {
  return {
    marks: (feedId) => db.rows(statements.marks, { feedId }),
    write: (feedId, now, choose) =>
      db.transaction(async (connection) => {
        if ((await connection.rows(statements.lock, { feedId })).length === 0) return [];
        const writes = choose(await connection.rows(statements.marks, { feedId }));
        const rows: (readonly (string | number | null)[])[] = [];
        for (const { rowId, ...words } of writes) {
          if (rowId !== undefined) await connection.change(statements.change, { rowId, ...words });
          else rows.push([feedId, words.guid, words.url, words.contentHash, now, words.payload, words.turn]);
        }
        await connection.insert('feed_entry', fields, rows);
        return writes;
      }),
    forgetSome: (feedId, present) => db.change(statements.forget, { feedId, present }),
  };
}
