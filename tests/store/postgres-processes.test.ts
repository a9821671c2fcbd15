import { expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, describeOnPostgres, newSchema } from '../postgres/databases.ts';
import { everyone, newArticle, newDigest } from './bench.ts';
import { postgresBench } from './postgres-bench.ts';
import { killServers, postgresFlaws } from './postgres-flaws.ts';
import { processesContract } from './processes.contract.ts';
import { startStoreProcess } from './store-process.ts';

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
  processesContract(postgresBench, postgresFlaws);

  it('is made once when four open it at the same time', async () => {
    const url = await newSchema();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url, { now: Date.now })));
    for (const store of stores) expect(await store.articles.count(everyone)).toBe(0);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('holds every write it acknowledged when the server is killed', () => killServers([40]));

  it('gives each turn to one of the processes that take them at the same time', async () => {
    const url = await newSchema();
    const takers = ['a', 'b'].map((name) => startStoreProcess('turns', url, name));
    await Promise.all(takers.map(({ ready }) => ready));
    for (const taker of takers) taker.go();
    expect(await Promise.all(takers.map(({ ended }) => ended))).toEqual([0, 0]);
    const waits = takers.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'turn' ? [step.waitMs] : [])),
    );
    expect(waits.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 420 }, (_, index) => index * 21),
    );
  });

  it('tells turns by its own clock, and again at once when a crash has emptied them', async () => {
    const url = await newSchema();
    const stores = await Promise.all(
      [0, 7e9].map((offMs) => openPostgres(url, { now: () => Date.now() + offMs })),
    );
    for (const { requestTurns } of [...stores, ...stores])
      expect((await requestTurns.take(10)).at(-1)).toBeLessThanOrEqual(39 * 21);
    const [row] = await ask(url, 'select next_at from request_turn');
    expect(Math.abs(Number(row?.next_at) - Date.now())).toBeLessThan(60_000);
    await ask(url, 'truncate request_turn');
    expect(await stores[1]?.requestTurns.take(1)).toEqual([0]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('times leases by its own clock, whatever the clocks of the processes say', async () => {
    const url = await newSchema();
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
    expect(await postgresFlaws(bench.url)).toEqual([]);
    await bench.clean();
  });
});
