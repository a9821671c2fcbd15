import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FeedPollerName, PollTask } from '../../processes/feed-pollers.ts';
import { root } from '../machine.ts';
import { childrenOf, memoryOf } from '../memory.ts';
import type { Cell, Table } from '../table.ts';
import { type FeedSites, startFeedSites } from './feed-sites.ts';

const siteCount = 250;
const feedCount = 1_000;
const newsOneIn = 10;
const sampleMs = 50;

const entry = join(root, 'bench', 'processes', 'poll-feeds.ts');
const pollers: readonly FeedPollerName[] = ['Standfirst', 'fetch and rss-parser'];
const rounds = ['first round', 'nothing new', `news in one feed of ${newsOneIn}`] as const;

const measuredSchema = z.object({
  bodies: z.number(),
  writes: z.number(),
  news: z.number(),
  ms: z.number(),
  cpuMs: z.number(),
  delayP99: z.number(),
  delayMax: z.number(),
});

function residentOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (memoryOf(pid)?.now || 0), 0);
}

/** The most that a process held, and that the processes it started held together, until it is asked. */
function watchMemory(pid: number | undefined): () => readonly [own: Cell, others: Cell] {
  let own = 0;
  let others = 0;
  const timer = setInterval(() => {
    if (pid === undefined) return;
    own = Math.max(own, residentOf([pid]));
    others = Math.max(others, residentOf(childrenOf(pid)));
  }, sampleMs);
  return () => {
    clearInterval(timer);
    return [own > 0 ? own : undefined, others > 0 ? others : undefined];
  };
}

/** The next message of a process; fails where it ends without one. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const early = once(child, 'exit', { signal: ended.signal }).then(([status]) => {
    throw new Error(`the poller ended with status ${status}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: ended.signal }), early]);
    return message;
  } finally {
    ended.abort();
    early.catch(() => undefined); // nobody waits for its end any more
  }
}

/** One round of a process, seen from both sides. */
async function roundCells(child: ChildProcess, sites: FeedSites): Promise<readonly Cell[]> {
  const before = sites.counts();
  const memory = watchMemory(child.pid);
  child.send('round');
  const message = await answerOf(child).finally(memory);
  const took = measuredSchema.parse(message);
  const after = sites.counts();
  return [
    took.ms / 1000,
    took.cpuMs / 1000,
    after.requests - before.requests,
    after.notModified - before.notModified,
    took.bodies,
    took.writes,
    took.news,
    took.delayP99,
    took.delayMax,
    ...memory(),
  ];
}

async function pollerRows(name: FeedPollerName, folder: string): Promise<readonly (readonly Cell[])[]> {
  const sites = await startFeedSites(siteCount, feedCount);
  const { hosts, addresses } = sites;
  const task: PollTask = { hosts, addresses, storePath: join(folder, `${pollers.indexOf(name)}.sqlite`) };
  const file = join(folder, 'poll.json');
  await writeFile(file, JSON.stringify(task));
  const child = fork(entry, [name, file], { env: {} });
  try {
    await answerOf(child); // ready
    const rows: (readonly Cell[])[] = [];
    for (const round of rounds) {
      if (round === rounds[2]) sites.publish(newsOneIn);
      rows.push([`${name}: ${round}`, ...(await roundCells(child, sites))]);
    }
    return rows;
  } finally {
    const isRunning = child.exitCode === null && child.signalCode === null;
    const ended = isRunning ? once(child, 'exit') : Promise.resolve();
    child.kill('SIGKILL');
    await ended;
    await sites.close();
  }
}

/** The bot's poller beside a loop as it is soon written, on the same feeds of local sites. */
export async function pollTable(folder: string, tell: (line: string) => void): Promise<Table> {
  const rows: (readonly Cell[])[] = [];
  for (const name of pollers) {
    tell(`ingest: ${name} asks ${feedCount} feeds`);
    rows.push(...(await pollerRows(name, folder)));
  }
  return {
    title: `${feedCount.toLocaleString('en-GB')} feeds of ${siteCount} local sites`,
    columns: [
      '',
      's',
      'CPU s',
      'requests',
      'answered 304',
      'bodies parsed',
      'store writes',
      'new entries',
      'loop delay p99 ms',
      'loop delay most ms',
      'highest MB',
      'of its readers, MB',
    ],
    rows,
    notes: [
      'Feeds of 25 entries, 16 kB; every second one has an ETag. Six requests at once, one to a site at a time; the bot’s pause between two requests to a site is left out. The bot notes entries in its store (SQLite, a file) and reads feeds in processes of their own, whose CPU is counted; the loop remembers guids in memory.',
      'Of a feed that is new to the bot its first 30 entries at most wait to become articles; that is not measured here.',
    ],
  };
}
