import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { z } from 'zod';
import { createTurnTaker, type Lane, type TakerParts } from './turn-taker.ts';

export type MakeRequest = RESTOptions['makeRequest'];

export interface PaceParts extends TakerParts {
  readonly send?: MakeRequest;
}

interface LaneSettings {
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

type Answer = Awaited<ReturnType<MakeRequest>>;

const limited = z.object({ retry_after: z.number().min(0), global: z.boolean() });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a page of whoever stands before Discord
  }
}

/**
 * A refusal for being too many, with the wait in its header as exact as its body has it: the header has whole seconds, and
 * discord.js waits by that.
 */
async function exactly(answer: Answer): Promise<{ readonly answer: Answer; readonly holdMs: number }> {
  const text = await answer.text();
  const { data } = limited.safeParse(jsonOf(text));
  const headers = new Headers([...answer.headers]);
  if (data !== undefined) headers.set('retry-after', String(data.retry_after));
  const seconds = Number(headers.get('retry-after') ?? 1);
  const isGlobal = data?.global === true || headers.has('x-ratelimit-global');
  return {
    answer: new Response(text, { status: answer.status, headers }),
    holdMs: isGlobal ? seconds * 1_000 : 0,
  };
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
      const answer = await sendAfter(now() - from, [url, init], timeoutMs);
      if (answer.status !== 429) return answer;
      const { answer: exact, holdMs } = await exactly(answer);
      const scope = exact.headers.get('x-ratelimit-scope') ?? undefined;
      log.warn('discord.limited', { lane, scope, seconds: Number(exact.headers.get('retry-after')) });
      taker.hold(holdMs);
      return exact;
    };
}
