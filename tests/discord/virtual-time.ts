import { setImmediate as settle } from 'node:timers/promises';

/** Time that passes only as far as someone waits for it. */
export interface VirtualTime {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Goes on until nobody waits any more, or until then. */
  run(until?: number): Promise<void>;
}

export function virtualTime(): VirtualTime {
  let at = 0;
  const timers: { readonly at: number; readonly resolve: () => void }[] = [];
  return {
    now: () => at,
    wait: (ms) => new Promise((resolve) => timers.push({ at: at + ms, resolve })),
    async run(until = Number.POSITIVE_INFINITY) {
      for (;;) {
        await settle();
        timers.sort((a, b) => a.at - b.at);
        const [next] = timers;
        if (next === undefined || next.at > until) break;
        timers.shift();
        at = Math.max(at, next.at);
        next.resolve();
      }
      if (Number.isFinite(until)) at = until;
    },
  };
}
