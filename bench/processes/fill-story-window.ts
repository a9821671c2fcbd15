import { z } from 'zod';
import { createStories } from '../../src/story/stories.ts';
import { newsStream } from '../parts/stories/news-stream.ts';

/**
 * Fills the window of stories, lets as many articles again go through it as are timed, and writes one line of JSON.
 * Arguments: how many articles the window holds, how many are timed, the seed. Needs `--expose-gc`.
 */
const [held, timed, seed] = z
  .tuple([z.coerce.number(), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2));

const windowMs = 5 * 86_400_000;

/** The heap and what lies beside it, in bytes. */
function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const stream = newsStream(windowMs / held, seed);
stream.next();
const empty = memory();
const stories = createStories();
for (let place = 0; place < held; place += 1) stories.put(stream.next().value);
const bytes = memory() - empty;

const waiting = Array.from({ length: timed }, () => stream.next().value);
const before = process.cpuUsage();
const times = waiting.map((article) => {
  const at = performance.now();
  stories.put(article);
  return performance.now() - at;
});
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  `${JSON.stringify({
    cpuMs: (user + system) / 1000 / timed,
    longestMs: Math.max(...times),
    kbEach: bytes / 1024 / held,
  })}\n`,
);
