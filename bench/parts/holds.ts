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

/** The same of a thread that others compete with: by the processor's time that it used between two looks, in ms. */
export function createBusyWatch() {
  let longest = 0;
  let timer: NodeJS.Timeout | undefined;
  const usedMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  return {
    start(): void {
      longest = 0;
      let last = usedMs();
      timer = setInterval(() => {
        const used = usedMs();
        longest = Math.max(longest, used - last);
        last = used;
      }, tickMs);
    },
    stop(): number {
      clearInterval(timer);
      return longest;
    },
  };
}
