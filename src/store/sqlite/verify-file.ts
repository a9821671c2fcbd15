import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { reasonOf } from '../transfer/reason-of.ts';
import { flaw, flawsOf, guarded, verifyArticles, verifyOthers } from '../transfer/verify-items.ts';
import { wholeness } from '../transfer/wholeness.ts';
import type { VerifyStep } from '../upkeep.ts';
import { takeBotLock } from './bot-lock.ts';
import { busyTimeoutMs } from './connect.ts';
import { createSession } from './session.ts';

type Steps = AsyncGenerator<VerifyStep>;

const restore = 'stop the bot and take a backup in its place: `npm run store -- import` into a new file';
const renew = 'export the store and import it into a new file: all indexes and counts are made anew';

const integrityRow = z.object({ integrity_check: z.string() });
const strangerRow = z.object({ table: z.string(), rowid: z.int().nullable(), parent: z.string() });

const looks = {
  ...wholeness,
  tallies: `select 'the count of ' || kind || ' "' || name || '" in ' || scope || ' is wrong by ' || sum(count) as flaw
     from (select scope, 'source' as kind, source as name, -1 as count from article
           union all select scope, 'topic', topic, -1 from article_topic
           union all select scope, kind, name, count from tally)
    group by scope, kind, name having sum(count) <> 0`,
  topics: `select 'article ' || a.id || ' is not filed under its topic "' || j.value || '"' as flaw
     from article a, json_each(a.topics) j
    where not exists (select 1 from article_topic p where p.scope = a.scope and p.topic = j.value
                         and p.published_at = a.published_at and p.row_id = a.row_id)
    union all
    select 'topic "' || p.topic || '" has an article that is not there (row ' || p.row_id || ')' from article_topic p
     where not exists (select 1 from article a, json_each(a.topics) j where a.row_id = p.row_id and j.value = p.topic)`,
  words: `select 'article ' || a.id || ' is not in the index of words' as flaw from article a
    where not exists (select 1 from article_fts_docsize d where d.id = a.row_id)
    union all
    select 'the index of words has an article that is not there (row ' || d.id || ')' from article_fts_docsize d
     where not exists (select 1 from article a where a.row_id = d.id)`,
  speakers: `${wholeness.speakers}
    union all
    select 'a speaker is quoted in an article that is not there (row ' || q.row_id || ')' from article_speaker q
     where not exists (select 1 from article a where a.row_id = q.row_id)`,
  stories: `select 'article ' || a.id || ' is in no story, and does not wait for one' as flaw from article a
    where a.scope not like 'person:%'
      and not exists (select 1 from story_article g where g.article_id = a.id and g.version = a.version)
      and not exists (select 1 from arrived_article w where w.article_id = a.id)`,
} as const;

/** SQLite's own look at the file: its pages, its indexes, and how the full-text indexes are built. */
async function* verifyPages(db: DatabaseSync): Steps {
  yield { kind: 'part', name: 'the pages of the file' };
  for (const row of db.prepare('pragma integrity_check(20)').all()) {
    const { integrity_check: said } = integrityRow.parse(row);
    if (said !== 'ok') yield flaw(said, restore);
  }
  for (const row of db.prepare('pragma foreign_key_check').all().slice(0, 20)) {
    const { table, rowid, parent } = strangerRow.parse(row);
    yield flaw(`row ${rowid} of ${table} belongs to a row of ${parent} that is not there`, renew);
  }
}

/**
 * Compares each full-text index with the articles. SQLite wants the lock of writers for it, for as long as it takes: not
 * beside a bot, whose own writes would fail meanwhile.
 */
async function* verifyIndexes(path: string): Steps {
  const lock = takeBotLock(path);
  if (lock === undefined) {
    yield {
      kind: 'left-out',
      why: 'a bot runs on the store: whether the indexes hold the very words of the articles is looked at when it does not',
    };
    return;
  }
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    for (const index of ['article_fts', 'title_fts', 'speaker_fts']) {
      yield { kind: 'part', name: `the words of ${index}` };
      try {
        db.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
      } catch (error) {
        yield flaw(`${index} does not hold the words of what is stored (${reasonOf(error)})`, renew);
      }
    }
  } finally {
    db.close();
    lock.release();
  }
}

/** Looks at a whole file; `db` reads it as it is at this moment. */
export async function* verifyFile(db: DatabaseSync, path: string): Steps {
  const session = createSession(db);
  yield* guarded(verifyPages(db), restore);
  yield* guarded(verifyArticles(session), restore);
  yield* guarded(verifyOthers(session), restore);
  for (const [name, sql] of Object.entries(looks)) {
    yield { kind: 'part', name: `the order of ${name}` };
    yield* guarded(flawsOf(session, sql, renew), restore);
  }
  yield* guarded(verifyIndexes(path), restore);
}
