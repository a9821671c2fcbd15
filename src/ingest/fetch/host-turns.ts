import { setTimeout as sleep } from 'node:timers/promises';
import { createGate } from '../gate.ts';

export interface TurnLimits {
  /** Hosts that are asked at the same time. */
  readonly hostsAtOnce: number;
  /** Between two requests to one host; none where it is left out. */
  readonly pauseMs?: number;
}

/** Lets work begin when it is its host's turn. */
export type TakeTurn = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/** One request to a host at a time, with a pause after each, and only so many hosts at once. */
export function createHostTurns(
  { hostsAtOnce, pauseMs }: TurnLimits,
  wait: (ms: number) => Promise<unknown> = sleep,
): TakeTurn {
  const last = new Map<string, Promise<unknown>>();
  const amongHosts = createGate(hostsAtOnce);

  return async (host, work) => {
    const before = last.get(host) ?? Promise.resolve();
    const turn = before.then(() => amongHosts(work));
    const pause = () => (pauseMs === undefined ? undefined : wait(pauseMs));
    const rest = turn.then(pause, pause);
    last.set(host, rest);
    void rest.then(() => {
      if (last.get(host) === rest) last.delete(host);
    });
    return await turn;
  };
}
