import type { Clock } from '../../domain/clock.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { Log } from '../../domain/log.ts';

interface HousekeepingParts {
  readonly digests: Pick<DigestStore, 'pruneDeliveries'>;
  readonly clock: Clock;
  readonly log: Log;
}

const dayMs = 24 * 60 * 60_000;
/** So long it is told what became of a run. */
const keptMs = 90 * dayMs;

/** Makes what removes old deliveries, once a day. */
export function createHousekeeping({ digests, clock, log }: HousekeepingParts): () => Promise<void> {
  let prunedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (now - prunedAt < dayMs) return;
    prunedAt = now;
    const count = await digests.pruneDeliveries(now - keptMs);
    if (count > 0) log.info('digest.deliveries-pruned', { count });
  };
}
