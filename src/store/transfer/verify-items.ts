import { z } from 'zod';
import { deliveryNames } from '../../domain/delivery-names.ts';
import { articleColumns, readArticle } from '../article-rows.ts';
import { readDelivery } from '../digest-rows.ts';
import type { VerifyStep } from '../upkeep.ts';
import { factsFrom, pageStatements, pagesOf } from './dump-items.ts';
import {
  readDeliveryItem,
  readDigestItem,
  readEntryItem,
  readFacts,
  readFeedItem,
  readGuildItem,
  readText,
  readValueItem,
} from './read-items.ts';
import { reasonOf } from './reason-of.ts';
import type { Session, Values } from './session.ts';

const placeRow = z.object({ id: z.string(), row_id: z.int() });
const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.int() });
const flawRow = z.object({ flaw: z.string() });

type Steps = AsyncGenerator<VerifyStep>;

/** So many flaws of one sort are named, and the rest counted. */
const mostNamed = 20;

const importAgain = 'import a backup, which brings it back, or remove the row';

export const flaw = (what: string, advice: string): VerifyStep => ({ kind: 'flaw', flaw: { what, advice } });

/** Runs a part of the look; where the engine itself cannot go on with it, that is a flaw, and the rest is looked at. */
export async function* guarded(part: Steps, advice: string): Steps {
  try {
    yield* part;
  } catch (error) {
    yield flaw(`the store cannot be read: ${reasonOf(error)}`, advice);
  }
}

/** Flaws that one statement finds: a row each, called `flaw`. */
export async function* flawsOf(session: Session, sql: string, advice: string, values: Values = {}): Steps {
  const rows = (await session.rows(`select * from (${sql}) found limit ${mostNamed + 1}`, values)).map(
    (row) => flawRow.parse(row),
  );
  for (const row of rows.slice(0, mostNamed)) yield flaw(row.flaw, advice);
  if (rows.length > mostNamed) yield flaw(`more than ${mostNamed} of this sort`, advice);
}

/** Reads rows by the reader that the bot uses, and names those that it cannot read. */
function* unreadable(
  rows: readonly unknown[],
  nameOf: (row: unknown) => string,
  read: (row: unknown) => unknown,
): Generator<VerifyStep> {
  for (const row of rows) {
    try {
      read(row);
    } catch (error) {
      yield flaw(`${nameOf(row)} is damaged: ${reasonOf(error)}`, importAgain);
    }
  }
}

const countOf = async (session: Session, table: string): Promise<number> =>
  countRow.parse((await session.rows(`select count(*) as count from ${table}`))[0]).count;

const nameBy = (noun: string, ...columns: readonly string[]) => {
  const row = z.record(z.string(), z.unknown());
  return (of: unknown) => {
    const known = row.parse(of);
    return [noun, ...columns.map((column) => String(known[column]))].join(' ');
  };
};

/** What an engine looks at in each article besides; the rows are those of `articleColumns`. */
type LookAtArticles = (rows: readonly unknown[]) => Steps;

export async function* verifyArticles(session: Session, lookAt?: LookAtArticles): Steps {
  const { isAmong, list } = session.dialect;
  const current = `select ${articleColumns} from article a
     join article_text t on t.id = a.id and t.version = a.version where ${isAmong('a.id', 'ids')}`;
  const facts = `${factsFrom(session.dialect)} where ${isAmong('a.id', 'ids')}`;
  const { texts } = pageStatements(session.dialect);
  const places = 'select id, row_id from article where row_id > :after order by row_id limit :limit';

  yield { kind: 'part', name: 'article', total: await countOf(session, 'article') };
  const after = (row: unknown): Values => ({ after: placeRow.parse(row).row_id });
  for await (const page of pagesOf(session, places, { after: Number.MIN_SAFE_INTEGER }, after)) {
    const asked = { ids: list(page.map((row) => idRow.parse(row).id)) };
    const rows = await session.rows(current, asked);
    yield* unreadable(rows, nameBy('article', 'id'), (row) => readArticle(idRow.parse(row).id, row));
    yield* unreadable(await session.rows(facts, asked), nameBy('article', 'id'), readFacts);
    yield* unreadable(await session.rows(texts, asked), nameBy('version', 'id', 'version'), readText);
    if (lookAt !== undefined) yield* lookAt(rows);
    yield { kind: 'seen', count: page.length };
  }
}

function checkDelivery(row: unknown): void {
  const { digestId, slot, nonce, reference } = readDelivery(row);
  readDeliveryItem(row);
  const names = deliveryNames(digestId, slot);
  if (names.nonce !== nonce || names.reference !== reference)
    throw new Error('its nonce is not its own: a second try would be a second post');
}

async function* verifyFeeds(session: Session): Steps {
  const { feed, followers } = pageStatements(session.dialect);
  const afterId = (row: unknown): Values => ({ after: idRow.parse(row).id });
  for await (const page of pagesOf(session, feed, { after: '' }, afterId)) {
    for (const row of page) {
      const followed = await session.rows(followers, { feedId: idRow.parse(row).id });
      yield* unreadable([row], nameBy('feed', 'id'), (one) => readFeedItem(one, followed));
    }
    yield { kind: 'seen', count: page.length };
  }
}

const deliveryRow = z.object({ digest_id: z.string(), slot: z.int() });
const valueRow = z.object({ namespace: z.string(), place: z.string() });

/** All but the articles. */
export async function* verifyOthers(session: Session): Steps {
  const statements = pageStatements(session.dialect);

  async function* part(
    [noun, table]: readonly [noun: string, table: string],
    [sql, first, placeOf]: readonly [sql: string, first: Values, placeOf: (row: unknown) => Values],
    [nameOf, read]: readonly [nameOf: (row: unknown) => string, read: (row: unknown) => unknown],
  ): Steps {
    yield { kind: 'part', name: noun, total: await countOf(session, table) };
    for await (const page of pagesOf(session, sql, first, placeOf)) {
      yield* unreadable(page, nameOf, read);
      yield { kind: 'seen', count: page.length };
    }
  }

  const ofDelivery = (row: unknown): Values => {
    const { digest_id: after, slot } = deliveryRow.parse(row);
    return { after, slot };
  };
  const ofValue = (row: unknown): Values => {
    const { namespace: after, place: key } = valueRow.parse(row);
    return { after, key };
  };
  const ofEntry = (row: unknown): Values => ({ after: z.object({ row_id: z.int() }).parse(row).row_id });
  const byId = (row: unknown): Values => ({ after: idRow.parse(row).id });

  yield* part(
    ['left guild', 'left_guild'],
    [statements.guild, { after: '' }, byId],
    [nameBy('left guild', 'id'), readGuildItem],
  );
  yield* part(
    ['digest', 'digest'],
    [statements.digest, { after: '' }, byId],
    [nameBy('digest', 'id'), readDigestItem],
  );
  yield* part(
    ['delivery', 'delivery'],
    [statements.delivery, { after: '', slot: 0 }, ofDelivery],
    [nameBy('delivery', 'digest_id', 'slot'), checkDelivery],
  );
  yield { kind: 'part', name: 'feed', total: await countOf(session, 'feed') };
  yield* verifyFeeds(session);
  yield* part(
    ['entry', 'feed_entry'],
    [statements.entry, { after: Number.MIN_SAFE_INTEGER }, ofEntry],
    [nameBy('entry', 'row_id'), readEntryItem],
  );
  yield* part(
    ['key', 'key_value'],
    [statements.value, { after: '', key: '', now: Number.MIN_SAFE_INTEGER }, ofValue],
    [nameBy('key', 'namespace', 'key'), readValueItem],
  );
}
