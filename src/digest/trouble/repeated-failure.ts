import type { Delivery } from '../../domain/digest.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Whether a guild has been told of the same failure of the same digest within a day; `runs` newest first. A digest of every
 * half hour would else say the same forty-eight times.
 */
export function isRepeated({ slot, state, reason }: Delivery, runs: readonly Delivery[]): boolean {
  const before = runs.filter((run) => run.slot < slot && run.state !== 'empty');
  const change = before.findIndex((run) => run.state !== state || run.reason !== reason);
  const same = (change === -1 ? before : before.slice(0, change)).map((run) => run.slot);
  // Of these the first was told, and then the first after each day.
  const toldAt = same.reduceRight(
    (told, at) => (at - told >= dayMs ? at : told),
    same.at(-1) ?? Number.NEGATIVE_INFINITY,
  );
  return slot - toldAt < dayMs;
}
