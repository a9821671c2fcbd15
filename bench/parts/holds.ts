import { percentile } from './numbers.ts';

const tickMs = 1;

/** How long other work had to wait for this thread, in ms, while it was watched: looked at once a millisecond. */
export function createHoldWatch() {
  const heldMs: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  return {
    start(): void {
      let last = performance.now();
      timer = setInterval(() => {
        const at = performance.now();
        heldMs.push(Math.max(0, at - last - tickMs));
        last = at;
      }, tickMs);
    },
    stop: () => clearInterval(timer),
    held: () => ({ p99: percentile(heldMs, 0.99), longest: percentile(heldMs, 1) }),
  };
}
