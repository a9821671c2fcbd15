/** What Discord takes of a bot in a second, over all routes (its documentation, "Global Rate Limit"). */
export const requestsPerSecond = 50;
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
