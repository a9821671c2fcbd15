import { setImmediate } from 'node:timers/promises';
import type { Digest } from '../domain/digest.ts';
import type { NextRun } from '../domain/digest-store.ts';

/** So many of the slots that were missed are told of. */
const mostMissed = 50;
/** No longer at once than this; a digest that was asleep for years has thousands of slots. */
const longestMs = 10;
/** A digest that cannot run is looked at again after so long: the program may know its time zone then. */
const lookAgainMs = 24 * 60 * 60 * 1000;

interface MissedSlot {
  readonly slot: number;
  readonly reason: string;
}

/** The newest slot of a digest by a time, those before it that are due as well, the newest first, and the first after it. */
export interface Slots {
  readonly slot: number;
  readonly missed: readonly MissedSlot[];
  readonly nextRunAt: number;
}

/** A slot of which nothing is posted, and why. */
interface EndedSlot {
  readonly slot: number;
  readonly state: 'skipped' | 'failed';
  readonly reason: string;
}

/** A digest as it was read when it was due, and what is written of it; `slot` is the one to be posted, if there is one. */
export interface PlannedDigest {
  readonly digest: Digest;
  readonly slot?: number;
  readonly ended: readonly EndedSlot[];
  readonly nextRunAt: number;
  /** It had gone astray: its slots from then on that were left out before their time are open again. */
  readonly ledBackAt?: number;
}

/** The last one told of speaks for those before it. */
function missedOf(newest: readonly number[], count: number): readonly MissedSlot[] {
  const before = count - newest.length;
  return newest.map((slot, index) => ({
    slot,
    reason: before > 0 && index === newest.length - 1 ? `missed, as were ${before} before` : 'missed',
  }));
}

/** Goes on from slot to slot, a step each. Fails where `next` does not lead on. */
function* walk(now: number, digest: Digest, next: NextRun): Generator<undefined, Slots> {
  let slot = digest.nextRunAt;
  let missed: number[] = [];
  for (let count = 0; ; count += 1) {
    const nextRunAt = next(digest, slot);
    if (!(nextRunAt > slot))
      throw new RangeError(`digest ${digest.id} would run again at once (${nextRunAt})`);
    if (nextRunAt > now)
      return { slot, missed: missedOf(missed.toReversed().slice(0, mostMissed), count), nextRunAt };
    missed.push(slot);
    if (missed.length >= 2 * mostMissed) missed = missed.slice(-mostMissed);
    slot = nextRunAt;
    yield;
  }
}

/** The slots of a digest that is due by `now`. Fails where `next` does not lead on. */
export function slotsAround(now: number, digest: Digest, next: NextRun): Slots {
  const steps = walk(now, digest, next);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** A digest that cannot run, as its time zone is none any more, does not keep the others from running. */
function cannotRun(digest: Digest, error: unknown, now: number): PlannedDigest {
  if (!(error instanceof RangeError)) throw error;
  const reason = `when it runs next cannot be told: ${error.message}`;
  return {
    digest,
    ended: [{ slot: digest.nextRunAt, state: 'failed', reason }],
    nextRunAt: now + lookAgainMs,
  };
}

/** Goes through the slots of a digest, or leads one back that has gone astray; yields when others may run. */
function* planOne(now: number, digest: Digest, next: NextRun): Generator<undefined, PlannedDigest> {
  try {
    if (digest.nextRunAt > now) return { digest, ended: [], nextRunAt: next(digest, now), ledBackAt: now };
    const { slot, missed, nextRunAt } = yield* walk(now, digest, next);
    return { digest, slot, ended: missed.map((one) => ({ state: 'skipped', ...one })), nextRunAt };
  } catch (error) {
    return cannotRun(digest, error, now);
  }
}

/** What is to be written of digests that are due; others run in between. */
export async function planAll(
  now: number,
  digests: readonly Digest[],
  next: NextRun,
): Promise<readonly PlannedDigest[]> {
  let startedAt = performance.now();
  const all: PlannedDigest[] = [];
  for (const digest of digests) {
    const steps = planOne(now, digest, next);
    for (let step = steps.next(); ; step = steps.next()) {
      if (performance.now() - startedAt > longestMs) {
        await setImmediate();
        startedAt = performance.now();
      }
      if (step.done === true) {
        all.push(step.value);
        break;
      }
    }
  }
  return all;
}
