/** Lets work begin when there is room for it. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** So much work at the same time; what comes when there is no room begins in the order it came. */
export function createGate(atOnce: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
