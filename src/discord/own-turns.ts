/** What Discord takes of a bot in a second, over all routes (its documentation, "Global Rate Limit"). */
const requestsPerSecond = 50;
/** A second, and a little more since requests travel at different speeds. */
const windowMs = 1_050;

/** Gives each request the time at which it may begin: no more than the limit within any window. */
export function createTurns(now: () => number, limit: number = requestsPerSecond): () => number {
  const starts: number[] = [];
  return () => {
    const oldest = starts.length < limit ? undefined : starts.shift();
    const at = oldest === undefined ? now() : Math.max(now(), oldest + windowMs);
    starts.push(at);
    return at;
  };
}

/** What is a process's own of the limit, by the shards that it runs. */
export function ownShareOf(shards?: {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}): number {
  if (shards === undefined) return requestsPerSecond;
  const part = (shards.last - shards.first + 1) / shards.total;
  return Math.max(1, Math.floor(requestsPerSecond * part));
}
