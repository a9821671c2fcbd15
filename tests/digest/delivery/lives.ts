import fc from 'fast-check';
import { threadReference } from '../../../src/domain/delivery-names.ts';
import type { Delivery, Digest } from '../../../src/domain/digest.ts';
import type { DigestStore } from '../../../src/domain/digest-store.ts';
import type { ChannelAccess, Poster } from '../../../src/domain/poster.ts';
import { createDeliveryBench, type DeliveryBench, minuteMs } from './delivery-bench.ts';
import { unanswered } from './small-discord.ts';

/** What happens at a step: nothing; time passes; Discord fails, before or after its work; the process ends, before or after. */
type Happening =
  | { readonly kind: 'none' | 'fails' | 'lost' | 'ends-before' | 'ends-after' }
  | { readonly kind: 'waits'; readonly ms: number };

/** Less than half of a lease: no request takes longer. */
const longestWaitMs = 14_000;

const nothing: fc.Arbitrary<Happening> = fc.constant({ kind: 'none' });
const waits: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('waits'),
  ms: fc.integer({ min: 1, max: longestWaitMs }),
});
const ends: fc.Arbitrary<Happening> = fc.record({ kind: fc.constantFrom('ends-before', 'ends-after') });
const failures: fc.Arbitrary<Happening> = fc.record({ kind: fc.constantFrom('fails', 'lost', 'lost') });

const ofStore = fc.oneof(
  { weight: 12, arbitrary: nothing },
  { weight: 2, arbitrary: waits },
  { weight: 1, arbitrary: ends },
);
const ofDiscord = fc.oneof(
  { weight: 4, arbitrary: nothing },
  { weight: 1, arbitrary: waits },
  { weight: 2, arbitrary: ends },
  { weight: 4, arbitrary: failures },
);

/** A nonce is remembered for so long. */
const shortly = fc.integer({ min: 15_000, max: 50_000 });

interface Life {
  readonly kinds: readonly ChannelAccess['kind'][];
  readonly ofStore: readonly Happening[];
  readonly ofDiscord: readonly Happening[];
  /** How time passes between the rounds. */
  readonly pauses: readonly number[];
}

export const life: fc.Arbitrary<Life> = fc.record({
  kinds: fc.array(fc.constantFrom('messages', 'announcements', 'forum', 'thread', 'unknown'), {
    minLength: 1,
    maxLength: 4,
  }),
  ofStore: fc.array(ofStore, { minLength: 20, maxLength: 120 }),
  ofDiscord: fc.array(ofDiscord, { minLength: 5, maxLength: 30 }),
  pauses: fc.array(fc.oneof(shortly, fc.integer({ min: minuteMs, max: 10 * minuteMs })), {
    minLength: 3,
    maxLength: 8,
  }),
});

const never = () => new Promise<never>(() => undefined);

/** Makes the ports of a process that ends at the step that `next` says: from then on nothing it asks for is done. */
function createProcess(bench: DeliveryBench, claimant: string, next: (of: 'store' | 'discord') => Happening) {
  const ended = Promise.withResolvers<void>();
  let hasEnded = false;

  function end(): Promise<never> {
    hasEnded = true;
    ended.resolve();
    return never();
  }

  function befall({ kind, ...what }: Happening, name: string): void {
    if ('ms' in what) bench.time.at += what.ms;
    if (kind !== 'fails' && kind !== 'lost') return;
    if (name === 'post' || name === 'publish' || name === 'openThread')
      bench.discord.fail(name, unanswered, kind === 'lost');
  }

  async function step<T>(of: 'store' | 'discord', name: string, work: () => Promise<T>): Promise<T> {
    if (hasEnded) return await never();
    const what = next(of);
    if (what.kind === 'ends-before') return await end();
    befall(what, name);
    const done = await work();
    return what.kind === 'ends-after' || hasEnded ? await end() : done;
  }

  /** The same port, each of its calls a step. */
  function stepwise<T extends object>(of: 'store' | 'discord', port: T): T {
    return new Proxy(port, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function' || name === 'access') return method;
        return (...given: unknown[]) => step(of, String(name), () => method.apply(target, given));
      },
    });
  }

  const deliverer = bench.make(claimant, {
    digests: stepwise<DigestStore>('store', bench.digests),
    poster: stepwise<Poster>('discord', bench.discord.poster),
  });
  return {
    hasEnded: () => hasEnded,
    tick: () => Promise.race([deliverer.tick(), ended.promise]),
  };
}

/** Two processes live through it, each started again when it has ended; then nothing happens any more for hours. */
export async function live({ kinds, pauses, ...given }: Life) {
  const bench = await createDeliveryBench();
  const digests: Digest[] = [];
  for (const [index, kind] of kinds.entries()) {
    bench.discord.channels.set(`${index}`, { kind, missing: [] });
    const style = index % 2 === 0 ? 'threads' : 'cards';
    digests.push(await bench.add({ channelId: `${index}`, style, publish: kind === 'announcements' }));
  }
  const left = { store: [...given.ofStore], discord: [...given.ofDiscord] };
  const next = (of: 'store' | 'discord') => left[of].shift() ?? ({ kind: 'none' } as const);
  let started = 0;
  let ended = 0;
  const start = () => createProcess(bench, `process-${started++}`, next);
  let processes = [start(), start()];
  for (const pause of pauses) {
    await Promise.all(processes.map(({ tick }) => tick()));
    ended += processes.filter(({ hasEnded }) => hasEnded()).length;
    processes = processes.map((one) => (one.hasEnded() ? start() : one));
    bench.time.at += pause;
  }
  const last = bench.make('last');
  for (let quarters = 0; quarters < 8; quarters += 1) {
    await last.tick();
    bench.time.at += 15 * minuteMs;
  }
  const flaws = await Promise.all(
    digests.map(async (digest) => flawsOf(bench, digest, await bench.last(digest))),
  );
  await bench.store.close();
  return { flaws: flaws.flat(), ended };
}

/** What of a delivery is not as it should be. */
function flawsOf(bench: DeliveryBench, digest: Digest, delivery: Delivery): string[] {
  const posts = bench.discord.count(delivery.reference);
  const cards = bench.discord.count(threadReference(delivery.reference));
  const published = bench.discord.published.filter((id) => id === delivery.messageId).length;
  const flaws: readonly (readonly [boolean, string])[] = [
    [delivery.state === 'posted', `is ${delivery.state}: ${delivery.reason}`],
    [posts === 1, `stands ${posts} times in its channel`],
    [cards === (digest.style === 'threads' ? 1 : 0), `has its cards ${cards} times`],
    [published === (digest.publish ? 1 : 0), `is published ${published} times`],
    [delivery.afterwards === undefined || delivery.afterwards === 'done', `ends with ${delivery.afterwards}`],
  ];
  return flaws.flatMap(([isWell, flaw]) => (isWell ? [] : [flaw]));
}
