import { join } from 'node:path';
import type { Emulator } from '../../../emulator/start.ts';
import { root } from '../machine.ts';
import { type Holds, type ProcessToStart, startProcess } from '../process.ts';
import type { Table } from '../table.ts';
import { allowedPerSecond, answerMs, type Channel, fillStore, startLimitedWorld } from './due-world.ts';

/** Who posts what is due, as processes. */
export interface Contestant {
  readonly name: string;
  /** The address of a store that is filled with what is due, and what removes it; absent where it needs none. */
  readonly store?: () => Promise<{ readonly url: string; remove(): Promise<void> }>;
  processes(
    emulator: Emulator,
    given: { readonly storeUrl: string; readonly dueAt: number },
  ): readonly ProcessToStart[];
}

interface Outcome {
  readonly name: string;
  readonly posted: number;
  readonly perSecond: number;
  readonly refused: number;
  readonly busiestSecond: number;
  readonly holds: readonly Holds[];
  readonly cpuMs: number;
}

const minuteMs = 60_000;
/** Time for a process to start before its digests are due. */
const startMs = 20_000;
/** When nothing is posted for so long, nothing more comes. */
const patienceMs = 90_000;

/** When each message comes; `all` resolves when so many have come, or none came for a long time, and `first` at the first. */
function watchPosts({ world }: Emulator, count: number) {
  const at: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  world.observe(({ type }) => {
    if (type !== 'message.created') return;
    at.push(performance.now());
    first.resolve();
    clearTimeout(timer);
    if (at.length >= count) resolve();
    else timer = setTimeout(resolve, patienceMs);
  });
  return { all: promise, first: first.promise, at };
}

const nextMinute = (): number => Math.ceil((Date.now() + startMs) / minuteMs) * minuteMs;

async function measure(contestant: Contestant, count: number): Promise<Outcome> {
  const { emulator, channels } = await startLimitedWorld(count);
  const store = await contestant.store?.();
  const running: Awaited<ReturnType<typeof startProcess>>[] = [];
  try {
    const dueAt = await dueIn(store?.url, channels);
    for (const to of contestant.processes(emulator, { storeUrl: store?.url ?? '', dueAt }))
      running.push(await startProcess({ ...to, probed: true }));
    const posts = watchPosts(emulator, count);
    const before = await Promise.all(running.map(({ usage }) => usage()));
    await posts.first;
    await Promise.all(running.map(({ startHolds }) => startHolds()));
    await posts.all;
    const holds = await Promise.all(running.map(({ stopHolds }) => stopHolds()));
    const after = await Promise.all(running.map(({ usage }) => usage()));
    const report = emulator.limitReport();
    const seconds = ((posts.at.at(-1) ?? 0) - (posts.at[0] ?? 0)) / 1000;
    return {
      name: contestant.name,
      posted: posts.at.length,
      perSecond: (posts.at.length - 1) / seconds,
      refused: report.limitedGlobally,
      busiestSecond: report.busiestSecond,
      holds,
      cpuMs: after.reduce((sum, { cpuMs }, index) => sum + cpuMs - (before[index]?.cpuMs ?? 0), 0),
    };
  } finally {
    for (const process of running) await process.stop();
    await emulator.close();
    await store?.remove();
  }
}

/** Fills the store, where there is one, with what is due at the next minute that leaves time to start. */
async function dueIn(url: string | undefined, channels: readonly Channel[]): Promise<number> {
  if (url === undefined) return Date.now() + startMs;
  const fillMs = channels.length * 10;
  const dueAt = nextMinute() + Math.ceil(fillMs / minuteMs) * minuteMs;
  await fillStore(url, channels, dueAt);
  return dueAt;
}

export const peer = (name: string, atOnce: number): Contestant => ({
  name,
  processes: ({ url, token }, { dueAt }) => [
    {
      entry: join(root, 'bench', 'processes', 'post-all.ts'),
      args: [url, token, String(dueAt), String(atOnce)],
    },
  ],
});

const longest = (holds: readonly Holds[], of: keyof Holds): number =>
  Math.max(...holds.map((one) => one[of]));

/** How fast what is due in one minute is posted. */
export async function rateTable(
  contestants: readonly Contestant[],
  count: number,
  tell: (line: string) => void,
): Promise<Table> {
  const outcomes: Outcome[] = [];
  for (const contestant of contestants) {
    tell(`digests: ${contestant.name}`);
    outcomes.push(await measure(contestant, count));
  }
  return {
    title: `${count.toLocaleString('en-GB')} digests due in one minute`,
    columns: [
      '',
      'posted',
      'posts/s',
      'of what Discord takes, %',
      'refused (429)',
      'busiest second',
      'thread held, ms',
      'of the processor, ms',
      'processor, ms a post',
    ],
    rows: outcomes.map(({ name, posted, perSecond, refused, busiestSecond, holds, cpuMs }) => [
      name,
      posted,
      perSecond,
      (100 * perSecond) / allowedPerSecond,
      refused,
      busiestSecond,
      longest(holds, 'longestMs'),
      longest(holds, 'longestBusyMs'),
      cpuMs / posted,
    ]),
    notes: [
      `The small Discord takes ${allowedPerSecond} requests in any second and answers a post after ${answerMs} ms. Posts a second: from the first to the last.`,
      'Ours makes each post (3 to 6 stories of 300 articles, five different choices) and records it; the others send a constant text.',
      'Thread held: the longest that other work had to wait for the thread, and the most of the processor’s time that it used without a pause; from the first post on, as a process loads the language model for its first.',
    ],
  };
}
