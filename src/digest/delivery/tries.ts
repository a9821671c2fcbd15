import type { Delivery } from '../../domain/digest.ts';

/** Another try, later. */
export interface Again {
  readonly state: 'again';
  readonly waitMs: number;
  readonly reason: string;
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

const firstWaitMs = 15 * secondMs;
const longestWaitMs = 15 * minuteMs;

const between = (ms: number): number => Math.min(longestWaitMs, Math.max(firstWaitMs, ms));

/** 15 seconds, then twice as long each time, up to a quarter of an hour; never sooner than Discord allows. */
export function waitAfter({ attempts }: Pick<Delivery, 'attempts'>, retryMs = 0): number {
  return Math.max(retryMs, between(firstWaitMs * 2 ** Math.max(0, attempts - 1)));
}

/** The same where tries are not counted: as long again as it has been tried for. */
export const waitAfterAge = (ageMs: number, retryMs = 0): number => Math.max(retryMs, between(ageMs));
