import { z } from 'zod';
import { jsonColumn } from '../json-column.ts';
import { scope } from '../scope-column.ts';
import { reasonOf } from '../transfer/reason-of.ts';
import { flaw, flawsOf, guarded, verifyArticles, verifyOthers } from '../transfer/verify-items.ts';
import { wholeness } from '../transfer/wholeness.ts';
import type { VerifyStep } from '../upkeep.ts';
import { type Database, named, type Snapshot } from './connection.ts';
import { indexEntries } from './index-entry.ts';
import { createSession } from './session.ts';
import { textKey } from './text-key.ts';

type Steps = AsyncGenerator<VerifyStep>;

const restore = 'take a backup in its place: `npm run store -- import` into a new database';
const renew = 'export the store and import it into a new database: all indexes and counts are made anew';
const reindex = 'make the index anew: reindex index concurrently';

const looks = {
  ...wholeness,
  parts: `${wholeness.parts}
    union all
    select 'article ' || a.id || ' lacks its note' from article a
      left join article_note n on n.row_id = a.row_id and n.published_at = a.published_at where n.row_id is null`,
  tallies: `select 'the count of ' || kind || ' "' || name || '" in ' || scope || ' is wrong by ' || sum(count) as flaw
     from (select scope, 'source' as kind, source as name, -1 as count from article
           union all select scope, 'day', floor(published_at / 86400000.0)::bigint::text, -1 from article
           union all select scope, kind, name, count from tally where kind <> 'topic') counts
    group by scope, kind, name having sum(count) <> 0`,
  speakers: `${wholeness.speakers}
    union all
    select 'a speaker is quoted in article row ' || q.row_id || ', and not known' from article_speaker q
     where not exists (select 1 from speaker s where s.speaker_id = q.speaker_id)`,
  stories: `select 'article ' || a.id || ' is in no story, and does not wait for one' as flaw from article a
    where a.scope not like 'person:%'
      and not exists (select 1 from story_article g where g.row_id = a.row_id and g.version = a.version)
      and not exists (select 1 from arrived_article w where w.row_id = a.row_id)`,
} as const;

const amcheck = named(
  `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'amcheck'
      and has_function_privilege(quote_ident(n.nspname) || '.bt_index_check(regclass, boolean)', 'execute')`,
);
const schemaRow = z.object({ schema: z.string() });
const indexes = named(
  `select c.oid::regclass::text as name from pg_index i
     join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    where c.relnamespace = to_regnamespace(quote_ident(current_schema())) and m.amname = 'btree' and i.indisvalid
    order by 1`,
);
const indexRow = z.object({ name: z.string() });

/** PostgreSQL's own look at its indexes, where the database has the extension for it. */
async function* verifyIndexes(db: Database): Steps {
  const [row] = await db.rows(amcheck);
  if (row === undefined) {
    const why =
      'the database has no extension amcheck (create extension amcheck): its indexes are not looked at';
    yield { kind: 'left-out', why };
    return;
  }
  const check = named(`select "${schemaRow.parse(row).schema}".bt_index_check(:name::regclass, true)::text`);
  const names = (await db.rows(indexes)).map((one) => indexRow.parse(one).name);
  yield { kind: 'part', name: 'index', total: names.length };
  for (const name of names) {
    try {
      await db.rows(check, { name });
    } catch (error) {
      yield flaw(`index ${name}: ${reasonOf(error)}`, `${reindex} ${name}`);
    }
    yield { kind: 'seen', count: 1 };
  }
}

const shownRow = z.object({
  id: z.string(),
  scope,
  source: z.string(),
  topics: jsonColumn(z.array(z.string())),
  url: z.string().nullable(),
  published_at: z.int(),
  title: z.string(),
  body: z.string(),
});

type Shown = z.infer<typeof shownRow>;

const idRow = z.object({ id: z.string() });
const topicRow = z.object({ scope: z.string(), name: z.string(), count: z.int() });

const differing = named(
  `select a.id from unnest(:ids::text[], :words::text[], :urlKeys::text[]) x (id, words, url_key)
     join article a on a.id = x.id
    where a.words <> x.words::tsvector or coalesce(a.url_key, '') <> x.url_key`,
);
const topicTallies = named(
  `select scope, name, sum(count)::bigint as count from tally where kind = 'topic'
    group by scope, name having sum(count) <> 0`,
);

/** Those whose entry in the index is not what indexing them now gives. */
async function* wronglyIndexed(snapshot: Snapshot, shown: readonly Shown[]): Steps {
  const entries = await indexEntries(
    shown.map(({ body: text, published_at: publishedAt, ...rest }) => ({ ...rest, text, publishedAt })),
  );
  const found = await snapshot.rows(differing, {
    ids: shown.map(({ id }) => id),
    words: entries.map(({ words }) => words),
    urlKeys: shown.map(({ url }) => (url === null ? '' : textKey(url))),
  });
  for (const row of found) yield flaw(`article ${idRow.parse(row).id} is not indexed by its words`, renew);
}

/** Counts topics; what PostgreSQL itself makes of their JSON fails on a NUL. */
function createTopicCount() {
  const counts = new Map<string, number>();
  const add = (of: string, topic: string, by: number) => {
    const key = JSON.stringify([of, topic]);
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  return {
    see({ scope: of, topics }: Shown): void {
      for (const topic of new Set(topics)) add(of, topic, -1);
    },
    *compare(rows: readonly unknown[]): Generator<VerifyStep> {
      for (const { scope: of, name, count } of rows.map((row) => topicRow.parse(row))) add(of, name, count);
      for (const [key, wrongBy] of counts)
        if (wrongBy !== 0) yield flaw(`the count of topic ${key} is wrong by ${wrongBy}`, renew);
    },
  };
}

async function* verifyIndexed(snapshot: Snapshot): Steps {
  const topics = createTopicCount();
  yield* verifyArticles(createSession(snapshot), async function* (rows) {
    const shown = rows.flatMap((row) => shownRow.safeParse(row).data ?? []);
    for (const one of shown) topics.see(one);
    yield* wronglyIndexed(snapshot, shown);
  });
  yield* topics.compare(await snapshot.rows(topicTallies));
}

/** A part of the look on a snapshot of its own: what fails in one ends its transaction. */
async function* onSnapshot(db: Database, part: (snapshot: Snapshot) => Steps): Steps {
  const snapshot = await db.snapshot();
  try {
    yield* guarded(part(snapshot), restore);
  } finally {
    await snapshot.end();
  }
}

/** Looks at a whole database. */
export async function* verifyDatabase(db: Database): Steps {
  yield* guarded(verifyIndexes(db), restore);
  yield* onSnapshot(db, (snapshot) => verifyIndexed(snapshot));
  yield* onSnapshot(db, (snapshot) => verifyOthers(createSession(snapshot)));
  for (const [name, sql] of Object.entries(looks)) {
    yield { kind: 'part', name: `the order of ${name}` };
    yield* onSnapshot(db, (snapshot) => flawsOf(createSession(snapshot), sql, renew));
  }
}
