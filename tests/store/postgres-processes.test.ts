import { expect, it } from 'vitest';
import { binaries, startPostgres } from '../../bench/parts/postgres-server.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, describeOnPostgres, newDatabase } from '../postgres/databases.ts';
import { dayMs, everyone, newArticle, newDigest } from './bench.ts';
import { postgresBench } from './postgres-bench.ts';
import { lost, openByFour, processesContract } from './processes.contract.ts';
import { startStoreProcess } from './store-process.ts';

/** Articles that lack a part, tallies that are no sums of articles, speakers counted wrong: a row for each. */
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
   where article_count <> (select count(*) from article_speaker q where q.speaker_id = s.speaker_id)`;

const flawsOf = (url: string) => ask(url, flaws);

const names = ['Ina Poe', 'Ines Marlow', 'Otto Lind'].map((name) => ({ name, words: name.toLowerCase() }));

/** Puts, notes and removes the same articles as others do meanwhile, in an order of its own. */
async function writeMuch(store: Store, articles: readonly NewArticle[], turn: number): Promise<void> {
  const inTurn = <T>(items: readonly T[]) => (turn % 2 === 0 ? items : items.toReversed());
  for (const round of [0, 1, 2, 3]) {
    const said = articles.map((article) => ({ ...article, text: `Round ${round} of ${turn}.` }));
    await store.articles.putAll(inTurn(said));
    for (const { id } of said.slice(0, 5)) await store.speakers.note(id, inTurn(names), 1);
    for (const { id } of said.slice(0, 4 * (round % 2))) await store.articles.remove(id);
  }
}

describeOnPostgres('a PostgreSQL database that processes share', () => {
  processesContract(postgresBench, flawsOf);

  it('is made once when four processes open it at the same time', async () => {
    const url = await newDatabase();
    await openByFour(url);
    const store = await openPostgres(url, { now: Date.now });
    expect(await store.articles.count(everyone)).toBe(0);
    await store.close();
  });

  it('holds every write it acknowledged when the server is killed', async () => {
    const server = await startPostgres(binaries ?? '', 'passing');
    try {
      const url = server.urlOf('postgres');
      const writer = startStoreProcess('write', url, 'a', 'ignore');
      await writer.ready;
      writer.go();
      await writer.told(40);
      await server.kill();
      expect(await writer.ended).not.toBe(0);
      await server.start();
      const tomorrow = { now: () => Date.now() + dayMs };
      const store = await openPostgres(url, { now: Date.now }, { leaseClock: tomorrow });
      expect(await lost(writer.steps, store)).toEqual([]);
      expect(await flawsOf(url)).toEqual([]);
      await store.close();
    } finally {
      await server.stop();
    }
  });

  it('times leases by its own clock, whatever the clocks of the processes say', async () => {
    const url = await newDatabase();
    const hourMs = 3_600_000;
    const [right, fast] = [
      await openPostgres(url, { now: Date.now }),
      await openPostgres(url, { now: () => Date.now() + hourMs }),
    ];
    const digest = newDigest();
    await right.digests.add(digest);
    await right.digests.planNow(digest, 1);
    const before = Date.now();
    const [claimed] = await right.digests.claim('right', hourMs / 2, 9);
    expect(claimed?.leaseUntil).toBeGreaterThanOrEqual(before + hourMs / 2 - 1000);
    expect(claimed?.leaseUntil).toBeLessThanOrEqual(Date.now() + hourMs / 2 + 1000);
    expect(await fast.digests.claim('fast', hourMs, 9)).toEqual([]);
    await ask(url, 'update delivery set lease_until = 1');
    expect(await fast.digests.claim('fast', hourMs, 9)).toHaveLength(1);
    await Promise.all([right.close(), fast.close()]);
  });

  it('lets writers of the same articles and speakers go on side by side', async () => {
    const bench = await postgresBench();
    const stores = [await bench.open(), await bench.open(), await bench.open()];
    const articles = Array.from({ length: 30 }, () => newArticle());
    await Promise.all(stores.map((store, turn) => writeMuch(store, articles, turn)));
    expect(await flawsOf(bench.url)).toEqual([]);
    await bench.clean();
  });
});
