import type { DatabaseSync } from 'node:sqlite';
import { toJson } from '../json-column.ts';
import type { EntryWrite, NoteEngine } from '../note-entries.ts';
import { entrySql } from './entry-sql.ts';
import { inTransaction } from './transaction.ts';

function prepare(db: DatabaseSync) {
  return {
    exists: db.prepare('select 1 from feed where id = :feedId'),
    marks: db.prepare(entrySql.marks),
    add: db.prepare(
      `insert into feed_entry (feed_id, guid, url, content_hash, first_seen_at, payload, turn)
       values (:feedId, :guid, :url, :contentHash, :now, :payload, :turn)`,
    ),
    change: db.prepare(entrySql.change),
    forget: db.prepare(`delete from feed_entry where row_id in (${entrySql.leaving})`),
  };
}

/** Makes what `note` of `FeedStore` rests on. */
export function createNoteEngine(db: DatabaseSync): NoteEngine {
  const statements = prepare(db);

  function write(feedId: string, now: number, { rowId, ...words }: EntryWrite): void {
    if (rowId === undefined) statements.add.run({ feedId, now, ...words });
    else statements.change.run({ rowId, ...words });
  }

  return {
    marks: async (feedId) => statements.marks.all({ feedId }),
    write: async (feedId, now, choose) =>
      inTransaction(db, () => {
        if (statements.exists.get({ feedId }) === undefined) return [];
        const writes = choose(statements.marks.all({ feedId }));
        for (const one of writes) write(feedId, now, one);
        return writes;
      }),
    forgetSome: async (feedId, present) =>
      Number(statements.forget.run({ feedId, present: toJson(present) }).changes),
  };
}
