import { matchPath } from './request.ts';
import type { LimitScope } from './too-many.ts';

/** One way for a request to go wrong. */
export interface Fault {
  readonly method: string;
  /** A path below /api/v10, `:name` standing for any segment; or a pattern. */
  readonly route: string | RegExp;
  /** The status answered instead; with `drop` the connection is cut. Left out: the true answer, once `gate` opens. */
  readonly status?: number | 'drop';
  /** The work is done first, and only its answer is lost. */
  readonly afterWork?: boolean;
  /** Seconds, for 429: told as they are, so that tests need not wait the whole seconds Discord rounds up to. */
  readonly retryAfter?: number;
  /** Whose limit a 429 tells of: the bot's on this route (usual), the channel's, or the bot's everywhere. */
  readonly scope?: LimitScope;
  /** Called when the fault strikes: the work, or with `afterWork` the answer, waits for what it gives. */
  readonly gate?: (request: { readonly method: string; readonly path: string }) => Promise<unknown>;
}

/** A fault that strikes a share of the requests that fit, 0 to 1; which ones follows from the seed. */
interface FrequentFault extends Fault {
  readonly share: number;
  readonly seed: number;
}

/** A frequent fault at work. */
interface FaultRate {
  /** How many requests have fitted. */
  seen(): number;
  /** How many of them it struck. */
  struck(): number;
  stop(): void;
}

export interface FaultBox {
  /** Puts a fault in wait for the next request that fits. */
  once(fault: Fault): void;
  often(fault: FrequentFault): FaultRate;
  /** How many requests were struck by faults with these fields so far. */
  struck(like?: Partial<Fault>): number;
  /** Takes the fault that strikes a request, if one does. */
  take(method: string, path: string): Fault | undefined;
}

function fits({ method, route }: Fault, requestMethod: string, path: string): boolean {
  if (method !== requestMethod) return false;
  return typeof route === 'string' ? matchPath(route, path) !== undefined : route.test(path);
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function createDice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Running {
  readonly fault: FrequentFault;
  readonly roll: () => number;
  seen: number;
  struck: number;
}

function strikes(running: Running, method: string, path: string): boolean {
  if (!fits(running.fault, method, path)) return false;
  running.seen += 1;
  if (running.roll() >= running.fault.share) return false;
  running.struck += 1;
  return true;
}

/** A field that is left out is as good as `false`. */
function isLike(fault: Fault, like: Partial<Fault>): boolean {
  const fields = new Map<string, unknown>(Object.entries(fault));
  return Object.entries(like).every(([key, value]) => (fields.get(key) ?? false) === (value ?? false));
}

export function createFaultBox(): FaultBox {
  const waiting: Fault[] = [];
  const running = new Set<Running>();
  const counts = new Map<Fault, number>();
  const find = (method: string, path: string): Fault | undefined => {
    const index = waiting.findIndex((fault) => fits(fault, method, path));
    if (index !== -1) return waiting.splice(index, 1)[0];
    return [...running].find((one) => strikes(one, method, path))?.fault;
  };
  return {
    once: (fault) => void waiting.push(fault),
    often(fault) {
      const one: Running = { fault, roll: createDice(fault.seed), seen: 0, struck: 0 };
      running.add(one);
      return { seen: () => one.seen, struck: () => one.struck, stop: () => void running.delete(one) };
    },
    struck: (like = {}) =>
      [...counts].reduce((sum, [fault, count]) => sum + (isLike(fault, like) ? count : 0), 0),
    take(method, path) {
      const fault = find(method, path);
      if (fault !== undefined) counts.set(fault, (counts.get(fault) ?? 0) + 1);
      return fault;
    },
  };
}
