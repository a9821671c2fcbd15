import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Delivery } from '../../src/domain/digest.ts';
import type { DigestStore, Settlement } from '../../src/domain/digest-store.ts';
import { describeOnPostgres } from '../postgres/databases.ts';
import { newDigest, type StoreBench, start } from './bench.ts';
import { postgresBench } from './postgres-bench.ts';
import { sqliteBench } from './sqlite-bench.ts';

const hourMs = 3_600_000;
const claimant = fc.constantFrom('one', 'two');
const few = fc.nat({ max: 4 });

const ends: readonly Settlement[] = [
  { state: 'posted', messageId: '9', afterwards: true },
  { state: 'posted', messageId: '8' },
  { state: 'empty', reason: 'nothing new', record: '{}' },
  { state: 'failed', reason: 'no', alert: true, pause: { by: 'rights', missing: ['View Channel'] } },
  { state: 'failed', reason: 'no' },
  { state: 'uncertain', reason: 'no answer', alert: true },
];

/** One step of many kinds: each takes of these what it needs. `which` is a digest or a delivery that was seen before. */
const step = fc.record({
  kind: fc.constantFrom(
    ...(['add', 'plan', 'plan', 'planNow', 'planNow', 'claim', 'claim', 'claim', 'freeze', 'begin'] as const),
    ...(['settle', 'settle', 'settle', 'release', 'extend', 'reopen', 'after', 'finish', 'back'] as const),
    ...(['alerted', 'pause', 'resume', 'remove', 'prune', 'wait'] as const),
  ),
  claimant,
  which: few,
  count: fc.constantFrom(0, 1, 2, 9),
  ms: fc.constantFrom(0, 500, 2 * hourMs),
  end: fc.constantFrom(...ends),
  guildId: fc.constantFrom('100', '101', '102'),
});
type Step = typeof step extends fc.Arbitrary<infer Given> ? Given : never;

/** No two digests are due at one instant, so that there is one order in which all is claimed. */
const digestOf = (number: number, guildId = '100') =>
  newDigest({
    id: `digest-${number}`,
    guildId,
    channelId: guildId,
    createdAt: number,
    nextRunAt: start + number,
  });

/** What was seen of a store before, which steps refer to. */
interface Seen {
  digests: number;
  deliveries: readonly Delivery[];
}

async function run(given: Step, store: DigestStore, seen: Seen, now: number): Promise<unknown> {
  const { kind, claimant: who, which, count, ms, end, guildId } = given;
  const digest = digestOf(which);
  const delivery = seen.deliveries[which % Math.max(1, seen.deliveries.length)];
  const see = (found: readonly Delivery[]) => {
    seen.deliveries = [...found, ...seen.deliveries].slice(0, 5);
    return found;
  };
  if (kind === 'add') return await store.add(digestOf(seen.digests++, guildId)).then(() => 'added');
  if (kind === 'plan') return await store.plan(now, (_, after) => after + hourMs);
  if (kind === 'planNow') return await store.planNow(digest, now);
  if (kind === 'claim') return see(await store.claim(who, 1000, count));
  if (kind === 'after') return see(await store.claimAfterwards(who, 1000, count));
  if (kind === 'pause') return await store.pauseChannel(guildId, guildId, { at: now, by: 'gone' });
  if (kind === 'prune') return await store.pruneDeliveries(now - ms);
  if (kind === 'remove') return await store.remove(digest.id, guildId);
  if (kind === 'resume') {
    const known = await store.get(digest.id, guildId);
    if (known === undefined) return 'unknown';
    const { pause: _, ...active } = known;
    return await store.update(active);
  }
  if (delivery === undefined) return 'nothing was seen';
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    freeze: () => store.freeze(delivery, { payload: `${now}`, articleIds: ['b', 'a'], record: `${now}` }),
    begin: () => store.begin(delivery),
    settle: () => store.settle(delivery, who, end),
    release: () => store.release(delivery, who, ms, 'later'),
    extend: () => store.extend(seen.deliveries, who, ms),
    reopen: () => store.reopen(delivery.digestId, delivery.slot),
    finish: () => store.finish(delivery, who, 'done'),
    back: () => store.releaseAfterwards(delivery, who, ms),
    alerted: () => store.alerted(delivery),
  };
  return await steps[kind]?.();
}

/** Everything that can be asked of digests. */
async function all(store: DigestStore, count: number): Promise<unknown> {
  const guilds = await Promise.all(['100', '101', '102'].map((guildId) => store.list(guildId)));
  const ids = Array.from({ length: count }, (_, number) => `digest-${number}`);
  return [
    guilds,
    await Promise.all(ids.map((id) => store.deliveries(id, 999))),
    await Promise.all(ids.map((id) => store.openDeliveries(id))),
    await store.alertsDue(99),
  ];
}

/** Goes the steps with one store, and answers what it was told at each and holds in the end. */
async function goThrough(steps: readonly Step[], bench: StoreBench): Promise<readonly unknown[]> {
  const store = (await bench.open()).digests;
  const seen: Seen = { digests: 0, deliveries: [] };
  const answers: unknown[] = [];
  for (const given of steps) {
    bench.clock.at += given.kind === 'wait' ? given.ms : 1;
    answers.push([given.kind, await run(given, store, seen, bench.clock.at).catch(String)]);
  }
  return [...answers, await all(store, seen.digests)];
}

describeOnPostgres('digests in both engines', () => {
  it('go through any steps alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 80 }), async (steps) => {
        const benches = [await sqliteBench(), await postgresBench()];
        const first = steps.slice(0, 5).map((given) => ({ ...given, kind: 'add' as const }));
        const [one, other] = await Promise.all(
          benches.map((bench) => goThrough([...first, ...steps], bench).finally(() => bench.clean())),
        );
        expect(one).toEqual(other);
      }),
      { numRuns: 6, seed: 1104 },
    );
  });
});
