import { setTimeout as sleep } from 'node:timers/promises';

export interface TurnLimits {
  /** Hosts that are asked at the same time. */
  readonly hostsAtOnce: number;
  /** Between two requests to one host. */
  readonly pauseMs: number;
}

/** Lets work begin when it is its host's turn. */
export type TakeTurn = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/** One request to a host at a time, with a pause after each, and only so many hosts at once. */
export function createHostTurns(
  { hostsAtOnce, pauseMs }: TurnLimits,
  wait: (ms: number) => Promise<unknown> = sleep,
): TakeTurn {
  const last = new Map<string, Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function amongHosts<T>(work: () => Promise<T>): Promise<T> {
    if (busy < hostsAtOnce) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  }

  return async (host, work) => {
    const before = last.get(host) ?? Promise.resolve();
    const turn = before.then(() => amongHosts(work));
    const rest = turn.then(
      () => wait(pauseMs),
      () => wait(pauseMs),
    );
    last.set(host, rest);
    void rest.then(() => {
      if (last.get(host) === rest) last.delete(host);
    });
    return await turn;
  };
}
