import type { Digest } from '../domain/digest.ts';

export type NextRun = (digest: Digest, after: number) => number;

/** The newest slot of a digest by `now`, and the first after it. Fails where `next` does not lead on. */
export function slotsAround(
  now: number,
  digest: Digest,
  next: NextRun,
): { readonly slot: number; readonly nextRunAt: number } {
  let slot = digest.nextRunAt;
  for (;;) {
    const nextRunAt = next(digest, slot);
    if (!(nextRunAt > slot))
      throw new RangeError(`digest ${digest.id} would run again at once (${nextRunAt})`);
    if (nextRunAt > now) return { slot, nextRunAt };
    slot = nextRunAt;
  }
}
