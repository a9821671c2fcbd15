import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimitError, REST } from 'discord.js';
import type { Pace } from './pace.ts';

export interface PostRestSettings {
  readonly apiUrl: string;
  readonly token: string;
  readonly pace: Pace;
}

/** How long one request for a post may take. */
const timeoutMs = 8_000;
/** Limits are waited out so long in all, within the time that a delivery is leased for. */
const patienceMs = 5_000;
/** Where Discord does not say how long a limit lasts. */
const leastWaitMs = 250;

/**
 * The client for posts, apart from that for answers. It neither repeats a request by itself (a forum's post would be
 * there twice) nor waits for a limit (one on publishing lasts up to an hour, and all that follows would wait behind it).
 */
export function createPostRest({ apiUrl, token, pace }: PostRestSettings): REST {
  return new REST({
    api: apiUrl,
    timeout: timeoutMs,
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: () => true,
    makeRequest: pace({ lane: 'posts', timeoutMs }),
  }).setToken(token);
}

/** Makes a request, and again after limits that are short; a long one is the caller's, a `RateLimitError`. */
export async function patiently<T>(
  request: () => Promise<T>,
  wait: (ms: number) => Promise<void> = sleep,
): Promise<T> {
  let leftMs = patienceMs;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof RateLimitError)) throw error;
      const waitMs = Math.max(leastWaitMs, error.retryAfter);
      leftMs -= waitMs;
      if (leftMs < 0) throw error;
      await wait(waitMs);
    }
  }
}
