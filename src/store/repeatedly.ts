import { setImmediate } from 'node:timers/promises';

/** Runs a step until it changes nothing more, and lets others run between any two; answers how much it changed. */
export async function repeatedly(step: () => number | Promise<number>): Promise<number> {
  for (let sum = 0; ; await setImmediate()) {
    const changes = await step();
    if (changes === 0) return sum;
    sum += changes;
  }
}
