/** What Discord takes of a bot in a second, over all routes (its documentation, "Global Rate Limit"). */
const requestsPerSecond = 50;
/** A second, and a little more since requests travel at different speeds. */
const windowMs = 1_050;

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

/** Gives waits for requests that begin evenly, so many in a second at most. */
export function createOwnTurns(now: () => number, perSecond: number): (count: number) => readonly number[] {
  const gapMs = windowMs / perSecond;
  let nextAt = 0;
  return (count) => {
    const firstAt = Math.max(now(), nextAt);
    nextAt = firstAt + count * gapMs;
    return Array.from({ length: count }, (_, index) => firstAt + index * gapMs - now());
  };
}
