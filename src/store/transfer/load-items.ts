import { deliveryNames } from '../../domain/delivery-names.ts';
import { writtenOf } from '../digest-rows.ts';
import { digestStatements, turnOf } from '../digest-statements.ts';
import { readMark } from '../entry-rows.ts';
import { feedStatements } from '../feed-statements.ts';
import { refuseStrangers, writtenFeed, writtenSubscription } from '../feed-steps.ts';
import { forgetStatements } from '../forget-statements.ts';
import type {
  ArticleItem,
  DeliveryItem,
  DigestItem,
  EntryItem,
  FeedItem,
  StoreItem,
  ValueItem,
} from './items.ts';
import type { Dialect, Session } from './session.ts';

/** What became of an item: it was not there, it brought something to what was there, or nothing. */
export type LoadOutcome = 'new' | 'changed' | 'known';

/** Puts articles of different ids. */
export type LoadArticles = (articles: readonly ArticleItem[]) => Promise<readonly LoadOutcome[]>;

/**
 * What is there stays, and what comes brings what is missing or has gone further: a digest's later next run, a
 * delivery's end or its first try, what was done after it. So nothing is posted twice that either of the two stores has posted.
 */
function statementsOf(dialect: Dialect) {
  const keys = dialect.valueKey === 'key' ? 'key' : `key, ${dialect.valueKey}`;
  const isOpen = "delivery.state in ('pending', 'claimed')";
  // What failed may be open again since, which is further.
  const isOpenAgain = "(excluded.state = 'failed' and delivery.attempts >= excluded.attempts)";
  const isSameEnd = '(excluded.state = delivery.state and excluded.settled_at = delivery.settled_at)';
  return {
    hasDigest: 'select 1 from digest where id = :id',
    digest: `${digestStatements.add} on conflict (id) do update set next_run_at = excluded.next_run_at
        where excluded.next_run_at > digest.next_run_at and excluded.guild_id = digest.guild_id`,
    hasDelivery: 'select 1 from delivery where digest_id = :digestId and slot = :slot',
    delivery: `insert into delivery (digest_id, slot, channel_id, guild_id, is_asked, nonce, reference, state, attempts,
              payload, record, first_tried_at, lease_until, message_id, reason, settled_at, afterwards, alert, turn)
       select id, :slot, :channelId, guild_id, :isAsked, :nonce, :reference, :state, :attempts, :payload, :record,
              :firstTriedAt, :notBefore, :messageId, :reason, :settledAt, :afterwards, :alert,
              ${turnOf('digest.guild_id')}
         from digest where id = :digestId and guild_id = :guildId
       on conflict (digest_id, slot) do update
          set state = excluded.state, attempts = excluded.attempts, payload = excluded.payload,
              record = excluded.record, first_tried_at = excluded.first_tried_at, claimed_by = null,
              lease_until = excluded.lease_until, message_id = excluded.message_id, reason = excluded.reason,
              settled_at = excluded.settled_at, afterwards = excluded.afterwards, alert = excluded.alert
        where (${isOpen} and excluded.state <> 'pending' and not ${isOpenAgain})
           or (excluded.state = 'posted' and delivery.state <> 'posted')
           or (${isOpen} and delivery.first_tried_at is null and excluded.first_tried_at is not null)
           or (${isSameEnd} and delivery.afterwards = 'due' and excluded.afterwards <> 'due')
           or (${isSameEnd} and delivery.alert = 'due' and excluded.alert is null)`,
    unquote: 'delete from delivery_article where digest_id = :digestId and slot = :slot',
    quote: `insert into delivery_article (digest_id, slot, position, article_id)
       values (:digestId, :slot, :position, :articleId)`,
    marks: `select row_id, guid, url, content_hash from feed_entry
        where feed_id = :feedId and ${dialect.isAmong('content_hash', 'hashes')}`,
    entry: `insert into feed_entry (feed_id, guid, url, content_hash, first_seen_at, payload, turn, attempts, reason)
       select id, :guid, :url, :contentHash, :firstSeenAt, :payload, :turn, :attempts, :reason
         from feed where id = :feedId`,
    value: `insert into key_value (namespace, ${keys}, value, expires_at)
       values (:namespace, ${keys.replace('key', ':key').replace(/, \w+/, ', :keyKey')}, :value, :expiresAt)
       on conflict (namespace, ${dialect.valueKey}) do update
          set value = excluded.value, expires_at = excluded.expires_at where key_value.expires_at <= :now`,
  } as const;
}

type Statements = ReturnType<typeof statementsOf>;

const outcomeOf = (changes: number, wasThere: boolean): LoadOutcome => {
  if (changes === 0) return 'known';
  return wasThere ? 'changed' : 'new';
};

async function loadDigest(session: Session, sql: Statements, digest: DigestItem): Promise<LoadOutcome> {
  const wasThere = (await session.rows(sql.hasDigest, { id: digest.id })).length > 0;
  return outcomeOf(await session.change(sql.digest, writtenOf(digest)), wasThere);
}

const writtenDelivery = (delivery: DeliveryItem) => ({
  digestId: delivery.digestId,
  slot: delivery.slot,
  channelId: delivery.channelId,
  guildId: delivery.guildId,
  isAsked: delivery.isAsked ? 1 : 0,
  ...deliveryNames(delivery.digestId, delivery.slot),
  state: delivery.state,
  attempts: delivery.attempts,
  payload: delivery.payload ?? null,
  record: delivery.record ?? null,
  firstTriedAt: delivery.firstTriedAt ?? null,
  notBefore: delivery.notBefore ?? null,
  messageId: delivery.messageId ?? null,
  reason: delivery.reason ?? null,
  settledAt: delivery.settledAt ?? null,
  afterwards: delivery.afterwards ?? null,
  alert: delivery.alert ?? null,
});

async function loadDelivery(session: Session, sql: Statements, delivery: DeliveryItem): Promise<LoadOutcome> {
  const { digestId, slot } = delivery;
  const wasThere = (await session.rows(sql.hasDelivery, { digestId, slot })).length > 0;
  const changes = await session.change(sql.delivery, writtenDelivery(delivery));
  if (changes > 0) {
    await session.change(sql.unquote, { digestId, slot });
    for (const [position, articleId] of delivery.articleIds.entries())
      await session.change(sql.quote, { digestId, slot, position, articleId });
  }
  return outcomeOf(changes, wasThere);
}

async function loadFeed(session: Session, { kind: _, followers, ...feed }: FeedItem): Promise<LoadOutcome> {
  const added = await session.change(feedStatements.add, writtenFeed(feed));
  let joined = 0;
  for (const follower of followers) {
    const subscription = { ...follower, feedId: feed.id };
    refuseStrangers(feed, subscription);
    joined += await session.change(feedStatements.subscribe, writtenSubscription(subscription, feed.id));
  }
  return outcomeOf(added + joined, added === 0);
}

const markOf = ({ guid, url, contentHash }: Pick<EntryItem, 'guid' | 'url' | 'contentHash'>): string =>
  JSON.stringify([guid, url, contentHash]);

/** Entries of one feed. One that is known exactly is not taken in again. */
async function loadEntries(
  session: Session,
  sql: Statements,
  feedId: string,
  entries: readonly EntryItem[],
): Promise<readonly LoadOutcome[]> {
  const hashes = session.dialect.list([...new Set(entries.map(({ contentHash }) => contentHash))]);
  const known = new Set((await session.rows(sql.marks, { feedId, hashes })).map(readMark).map(markOf));
  const outcomes: LoadOutcome[] = [];
  for (const entry of entries) {
    const isKnown = known.has(markOf(entry));
    const changes = isKnown
      ? 0
      : await session.change(sql.entry, {
          feedId,
          guid: entry.guid ?? null,
          url: entry.url ?? null,
          contentHash: entry.contentHash,
          firstSeenAt: entry.firstSeenAt,
          payload: entry.payload ?? null,
          turn: entry.turn,
          attempts: entry.attempts,
          reason: entry.reason ?? null,
        });
    outcomes.push(outcomeOf(changes, false));
  }
  return outcomes;
}

async function loadValue(session: Session, sql: Statements, item: ValueItem, now: number) {
  const { namespace, key, value, expiresAt = null } = item;
  const keyKey = session.dialect.valueKeyOf(key);
  return outcomeOf(await session.change(sql.value, { namespace, key, keyKey, value, expiresAt, now }), false);
}

/** Neighbours of one kind, entries also of one feed, and articles each of another id. */
function partsOf(items: readonly StoreItem[]): readonly (readonly StoreItem[])[] {
  const parts: StoreItem[][] = [];
  let marks = new Set<string>();
  let last = '';
  for (const item of items) {
    const group = item.kind === 'entry' ? `entry ${item.feedId}` : item.kind;
    const mark = item.kind === 'article' ? item.facts.id : undefined;
    if (group !== last || (mark !== undefined && marks.has(mark))) {
      parts.push([]);
      marks = new Set();
      last = group;
    }
    if (mark !== undefined) marks.add(mark);
    parts.at(-1)?.push(item);
  }
  return parts;
}

/** Loads items in their order; to be called within a transaction. Answers what became of each. */
export async function loadItems(
  session: Session,
  items: readonly StoreItem[],
  { loadArticles, now }: { readonly loadArticles: LoadArticles; readonly now: number },
): Promise<readonly LoadOutcome[]> {
  const sql = statementsOf(session.dialect);

  async function loadOne(item: StoreItem): Promise<LoadOutcome> {
    switch (item.kind) {
      case 'guild':
        return outcomeOf(
          await session.change(forgetStatements.leave, { guildId: item.id, leftAt: item.leftAt }),
          false,
        );
      case 'digest':
        return await loadDigest(session, sql, item);
      case 'delivery':
        return await loadDelivery(session, sql, item);
      case 'feed':
        return await loadFeed(session, item);
      case 'value':
        return await loadValue(session, sql, item, now);
      default:
        throw new Error(`${item.kind} is loaded with its neighbours`);
    }
  }

  const outcomes: LoadOutcome[] = [];
  for (const part of partsOf(items)) {
    const articles = part.filter((item) => item.kind === 'article');
    const entries = part.filter((item) => item.kind === 'entry');
    const [entry] = entries;
    if (articles.length > 0) outcomes.push(...(await loadArticles(articles)));
    else if (entry !== undefined) outcomes.push(...(await loadEntries(session, sql, entry.feedId, entries)));
    else for (const item of part) outcomes.push(await loadOne(item));
  }
  return outcomes;
}
