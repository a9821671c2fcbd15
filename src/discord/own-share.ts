import { turnGapMs } from '../domain/turn-law.ts';

/** What Discord takes of a bot in a second, over all routes (its documentation, "Global Rate Limit"). */
const requestsPerSecond = 50;

/** The gap between turns where a process has so many requests a second: as many times the usual one as it has fewer. */
export const gapOf = (ownShare: number): number => (turnGapMs * requestsPerSecond) / ownShare;

/** How many requests a second are a process's own, by the shards that it runs. */
export function ownShareOf(shards?: {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}): number {
  if (shards === undefined) return requestsPerSecond;
  const part = (shards.last - shards.first + 1) / shards.total;
  return Math.max(1, Math.floor(requestsPerSecond * part));
}
