import type { Clock } from '../../domain/clock.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import { nextRun } from '../schedule/next-run.ts';

interface PlanParts {
  readonly digests: Pick<DigestStore, 'plan'>;
  readonly clock: Clock;
}

/** Writes the deliveries that have become due, where it is time; answers whether it was. */
export interface Planning {
  plan(): Promise<boolean>;
  /** It is time, whatever the clock shows. */
  call(): void;
  isCalled(): boolean;
}

const minuteMs = 60_000;

/** Makes what plans at each call and, as the work on what is due may take longer, with each minute. */
export function createPlanning({ digests, clock }: PlanParts): Planning {
  let isCalled = false;
  let plannedMinute: number | undefined;

  return {
    async plan() {
      const now = clock.now();
      const minute = Math.floor(now / minuteMs);
      if (!isCalled && minute === plannedMinute) return false;
      isCalled = false;
      plannedMinute = minute;
      for (let planned = -1; planned !== 0; ) planned = await digests.plan(now, nextRun);
      return true;
    },
    call() {
      isCalled = true;
    },
    isCalled: () => isCalled,
  };
}
