import { matchPath } from './request.ts';

/** One thing that goes wrong once. */
export interface Fault {
  readonly method: string;
  /** A path below /api/v10, `:name` standing for any segment; or a pattern. */
  readonly route: string | RegExp;
  /** The status answered instead; with `drop` the connection is cut without an answer. */
  readonly status: number | 'drop';
  /** The work is done first, and only its answer is lost. */
  readonly afterWork?: boolean;
  /** Seconds, for 429. */
  readonly retryAfter?: number;
}

export interface FaultBox {
  /** Puts a fault in wait for the next request that fits. */
  once(fault: Fault): void;
  /** Takes the fault that fits a request, if one waits. */
  take(method: string, path: string): Fault | undefined;
}

function fits({ method, route }: Fault, requestMethod: string, path: string): boolean {
  if (method !== requestMethod) return false;
  return typeof route === 'string' ? matchPath(route, path) !== undefined : route.test(path);
}

export function createFaultBox(): FaultBox {
  const waiting: Fault[] = [];
  return {
    once: (fault) => void waiting.push(fault),
    take(method, path) {
      const index = waiting.findIndex((fault) => fits(fault, method, path));
      return index === -1 ? undefined : waiting.splice(index, 1)[0];
    },
  };
}
