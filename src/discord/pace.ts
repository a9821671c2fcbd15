import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** What Discord takes of a bot in a second, over all routes (its documentation, "Global Rate Limit"). */
const limit = 50;
/** A second, and a little more since requests travel at different speeds. */
const windowMs = 1_050;

type MakeRequest = RESTOptions['makeRequest'];

export interface PaceSettings {
  /** How long a request may take, its waiting here not counted. */
  readonly timeoutMs: number;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
  readonly send?: MakeRequest;
}

/** discord.js writes its headers as an object, and this name so. */
function carriesToken({ headers }: Parameters<MakeRequest>[1]): boolean {
  return headers !== undefined && 'Authorization' in headers;
}

/** Gives each request the time at which it may begin: no more than the limit within any window. */
export function createTurns(now: () => number): () => number {
  const starts: number[] = [];
  return () => {
    const oldest = starts.length < limit ? undefined : starts.shift();
    const at = oldest === undefined ? now() : Math.max(now(), oldest + windowMs);
    starts.push(at);
    return at;
  };
}

/**
 * Sends requests of discord.js, and holds back those that carry the bot's token when they are too many for
 * Discord's limit. Answers to interactions carry none and do not count ("Interaction endpoints are not bound to
 * the bot's Global Rate Limit"); discord.js itself would count their edits. Limits of routes are still its work.
 */
export function createPacedRequest({
  timeoutMs,
  now = Date.now,
  wait = sleep,
  send = DefaultRestOptions.makeRequest,
}: PaceSettings): MakeRequest {
  const turn = createTurns(now);
  return async (url, init) => {
    const waitMs = carriesToken(init) ? turn() - now() : 0;
    if (waitMs <= 0) return await send(url, init);
    await wait(waitMs);
    const late = new AbortController(); // discord.js’s own began to count before the wait
    const timer = setTimeout(() => late.abort(), timeoutMs);
    return await send(url, { ...init, signal: late.signal }).finally(() => clearTimeout(timer));
  };
}
