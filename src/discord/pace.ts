import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Log } from '../domain/log.ts';
import { createTurnTaker, type Lane, type TakerParts } from './turn-taker.ts';

export type MakeRequest = RESTOptions['makeRequest'];

export interface PaceParts extends TakerParts {
  readonly send?: MakeRequest;
}

export interface LaneSettings {
  readonly lane: Lane;
  /** How long a request may take, its waiting here not counted. */
  readonly timeoutMs: number;
}

/** What sends the requests of a client of discord.js. */
export type Pace = (settings: LaneSettings) => MakeRequest;

/** After so long a wait the request gets a time-out of its own, as discord.js’s began to count before it. */
const longWaitMs = 500;

/** discord.js writes its headers as an object, and this name so. */
function carriesToken({ headers }: Parameters<MakeRequest>[1]): boolean {
  return headers !== undefined && 'Authorization' in headers;
}

/** How long Discord takes nothing at all of the bot; 0 where the answer does not say so. */
function holdMs({ status, headers }: Awaited<ReturnType<MakeRequest>>, log: Log): number {
  if (status !== 429) return 0;
  const isGlobal = headers.has('x-ratelimit-global');
  const seconds = Number(headers.get('retry-after') ?? 1);
  log.warn('discord.limited', { scope: headers.get('x-ratelimit-scope') ?? undefined, isGlobal, seconds });
  return isGlobal ? seconds * 1_000 : 0;
}

/**
 * Sends requests of discord.js, and holds back those that carry the bot's token when they are too many for
 * Discord's limit. Answers to interactions carry none and do not count ("Interaction endpoints are not bound to
 * the bot's Global Rate Limit"); discord.js itself would count their edits. Limits of routes are still its work.
 */
export function createPace({ send = DefaultRestOptions.makeRequest, ...parts }: PaceParts): Pace {
  const { now, log } = parts;
  const taker = createTurnTaker(parts);

  async function sendAfter(
    waitedMs: number,
    [url, init]: Parameters<MakeRequest>,
    timeoutMs: number,
  ): ReturnType<MakeRequest> {
    if (waitedMs < longWaitMs) return await send(url, init);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs);
    return await send(url, { ...init, signal: late.signal }).finally(() => clearTimeout(timer));
  }

  return ({ lane, timeoutMs }) =>
    async (url, init) => {
      if (!carriesToken(init)) return await send(url, init);
      const from = now();
      await taker.next(lane);
      const response = await sendAfter(now() - from, [url, init], timeoutMs);
      taker.hold(holdMs(response, log));
      return response;
    };
}
