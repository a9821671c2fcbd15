import { expect } from 'vitest';
import { binaries, startPostgres } from '../../bench/parts/postgres-server.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import { ask } from '../postgres/databases.ts';
import { dayMs } from './bench.ts';
import { lost } from './processes.contract.ts';
import { startStoreProcess } from './store-process.ts';

/**
 * Articles that lack a part, tallies that are no sums of articles, speakers counted wrong, feeds that nobody follows: a row
 * for each.
 */
const flaws = `
  select 'part' as flaw, a.id from article a
    left join article_text t on t.id = a.id and t.version = a.version
    left join article_note n on n.row_id = a.row_id and n.published_at = a.published_at
   where t.id is null or n.row_id is null
  union all
  select 'tally', name from (
    select scope, 'source' as kind, source as name, 1 as count from article
    union all select scope, 'day', floor(published_at / 86400000.0)::text, 1 from article
    union all select scope, kind, name, -count from tally where kind <> 'topic') counts
   group by scope, kind, name having sum(count) <> 0
  union all
  select 'speaker', name from speaker s
   where article_count <> (select count(*) from article_speaker q where q.speaker_id = s.speaker_id)
  union all
  select 'feed', id from feed f where not exists (select 1 from subscription s where s.feed_id = f.id)`;

/** What is wrong with a database: what its own constraints do not hold together. */
export const postgresFlaws = (url: string): Promise<readonly Record<string, unknown>[]> => ask(url, flaws);

/** Kills a server under its writer so many times, after so many steps each, and looks for what the writer was promised. */
export async function killServers(stepsOfRounds: readonly number[]): Promise<void> {
  const server = await startPostgres(binaries ?? '', 'passing');
  const tomorrow = { now: () => Date.now() + dayMs };
  try {
    const url = server.urlOf('postgres');
    for (const [round, steps] of stepsOfRounds.entries()) {
      const writer = startStoreProcess('write', url, `round ${round}`, 'ignore');
      await writer.ready;
      writer.go();
      await writer.told(steps);
      await server.kill();
      expect(await writer.ended).not.toBe(0);
      await server.start();
      const store = await openPostgres(url, { now: Date.now }, { leaseClock: tomorrow });
      expect(await lost(writer.steps, store)).toEqual([]);
      expect(await postgresFlaws(url)).toEqual([]);
      await store.close();
    }
  } finally {
    await server.stop();
  }
}
