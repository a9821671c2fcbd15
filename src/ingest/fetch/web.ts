import { createFetcher, type FetchBytes, type FetchIfChanged, fetchAlways } from './fetch-bytes.ts';
import { createHostRests, type HostRests } from './host-rests.ts';
import { createHostTurns, type TakeTurn } from './host-turns.ts';
import { createPublicAgent, type LookUp } from './public-agent.ts';
import { createRobots, type MayRead } from './robots.ts';

/** By this name sites know us, in robots.txt too. */
const agentName = 'Standfirst';

export interface WebSettings {
  /** `host:port` pairs that may be fetched besides the public internet. */
  readonly allowed: readonly string[];
  /** Where publishers can reach who runs the bot: an address of a page or of mail. */
  readonly contact: string | undefined;
  readonly now: () => number;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
  readonly limitBytes?: number;
  readonly lookUp?: LookUp;
}

/** The way out to the web: public addresses only, within time and size, politely. */
export interface Web {
  readonly allowed: ReadonlySet<string>;
  readonly fetchBytes: FetchBytes;
  readonly fetchIfChanged: FetchIfChanged;
  readonly mayRead: MayRead;
  readonly takeTurn: TakeTurn;
  readonly hostRests: HostRests;
  close(): Promise<void>;
}

export function openWeb({ contact, now, lookUp, ...limits }: WebSettings): Web {
  const { pauseMs = 1000, timeoutMs = 15_000, limitBytes = 5 * 1024 * 1024 } = limits;
  const allowed = new Set(limits.allowed.map((pair) => pair.toLowerCase()));
  const dispatcher = createPublicAgent(allowed, timeoutMs, lookUp);
  const userAgent = `${agentName}/1.0 (summarises news for Discord${contact === undefined ? '' : `; +${contact}`})`;
  const fetchIfChanged = createFetcher({ dispatcher, allowed, userAgent, timeoutMs, limitBytes, now });
  const fetchBytes = fetchAlways(fetchIfChanged);
  return {
    allowed,
    fetchBytes,
    fetchIfChanged,
    mayRead: createRobots(fetchBytes, agentName, now),
    takeTurn: createHostTurns({ hostsAtOnce: 8, pauseMs }),
    hostRests: createHostRests(now),
    close: () => dispatcher.destroy(),
  };
}
