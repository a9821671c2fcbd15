import { z } from 'zod';
import type { StoreStats } from '../upkeep.ts';
import type { Session } from './session.ts';

const one = (of: string): string => `(select count(*) from ${of})`;

const countsRow = z.object({
  public: z.int(),
  guild: z.int(),
  person: z.int(),
  versions: z.int(),
  sources: z.int(),
  topics: z.int(),
  oldest: z.int().nullable(),
  newest: z.int().nullable(),
  feeds: z.int(),
  entries: z.int(),
  waiting: z.int(),
  digests: z.int(),
  deliveries: z.int(),
  open: z.int(),
  kept: z.int(),
});

const tallied = (kind: string): string =>
  `(select count(*) from (select name from tally where kind = '${kind}' group by name having sum(count) > 0) n)`;

const ofScopes = (condition: string): string =>
  `(select coalesce(sum(count), 0) from tally where kind = 'source' and ${condition})`;

const sql = `select
  cast(${ofScopes("scope = 'public'")} as bigint) as public,
  cast(${ofScopes("scope like 'guild:%'")} as bigint) as guild,
  cast(${ofScopes("scope like 'person:%'")} as bigint) as person,
  ${one('article_text')} as versions,
  ${tallied('source')} as sources,
  ${tallied('topic')} as topics,
  (select min(published_at) from article) as oldest,
  (select max(published_at) from article) as newest,
  ${one('feed')} as feeds,
  ${one('feed_entry')} as entries,
  ${one('feed_entry where payload is not null')} as waiting,
  ${one('digest')} as digests,
  ${one('delivery')} as deliveries,
  ${one("delivery where state in ('pending', 'claimed')")} as open,
  ${one('key_value')} as kept`;

/** Counts what a store holds. */
export async function countItems(
  session: Session,
): Promise<Omit<StoreStats, 'place' | 'engine' | 'form' | 'size' | 'indexSize'>> {
  const [row] = await session.rows(sql);
  const { public: everyones, guild, person, oldest, newest, waiting, open, ...known } = countsRow.parse(row);
  return {
    articles: { public: everyones, guild, person },
    versions: known.versions,
    sources: known.sources,
    topics: known.topics,
    ...(oldest !== null && { oldestAt: oldest }),
    ...(newest !== null && { newestAt: newest }),
    feeds: known.feeds,
    entries: known.entries,
    waitingEntries: waiting,
    digests: known.digests,
    deliveries: known.deliveries,
    openDeliveries: open,
    values: known.kept,
  };
}
