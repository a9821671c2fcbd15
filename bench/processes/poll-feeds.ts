import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import { ownCpuMs } from '../parts/memory.ts';
import { type FeedPollerName, feedPollers } from './feed-pollers.ts';

/**
 * Polls feeds, a round for each message, and answers what it took. Arguments: the poller, a file with its task (JSON).
 * The time of processes that it starts counts as its own.
 */
const [name = '', file = ''] = process.argv.slice(2);

const isPoller = (wanted: string): wanted is FeedPollerName => wanted in feedPollers;
if (!isPoller(name)) throw new Error(`there is no poller called "${name}"`);

const task = z
  .object({ hosts: z.array(z.string()), addresses: z.array(z.string()), storePath: z.string() })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const nanosecondsPerMs = 1e6;

const round = await feedPollers[name](task);

async function measure(): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const cpuBefore = ownCpuMs();
  const startedAt = performance.now();
  delay.enable();
  const counts = await round();
  delay.disable();
  process.send?.({
    ...counts,
    ms: performance.now() - startedAt,
    cpuMs: ownCpuMs() - cpuBefore,
    delayP99: delay.percentile(99) / nanosecondsPerMs,
    delayMax: delay.max / nanosecondsPerMs,
  });
}

process.on('message', () => void measure());
process.send?.('ready');
