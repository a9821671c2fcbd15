import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { childrenOf, memoryOf } from '../memory.ts';

export interface RunLimits {
  /** From its line "ready". */
  readonly timeMs: number;
  /** Of JavaScript's heap. */
  readonly heapMb: number;
}

/** What became of a process. `highestMb` is that of it, or of one that it started, whichever held more. */
export interface BoundedRun {
  readonly end: 'answered' | 'out-of-time' | 'crashed';
  /** What it wrote after the line "ready". */
  readonly answer: string;
  /** Its last words, where it crashed. */
  readonly lastWords: string;
  readonly highestMb: number | undefined;
}

const sampleMs = 20;
const startMs = 30_000;
const keptCharacters = 20_000;
const readyLine = 'ready\n';

function highestOf(pid: number): number {
  // Of a process that is just ending nothing is known any more.
  return Math.max(...[pid, ...childrenOf(pid)].map((each) => memoryOf(each)?.highest || 0));
}

/** Looks at a process's memory again and again, from outside: a process that is busy cannot look itself. */
function watchMemory(pid: number | undefined): () => number | undefined {
  let highest = 0;
  const look = () => {
    if (pid !== undefined) highest = Math.max(highest, highestOf(pid));
  };
  const timer = setInterval(look, sampleMs);
  return () => {
    clearInterval(timer);
    return highest > 0 ? highest : undefined;
  };
}

/** Runs a file of ours in a process that is killed when it breaks a limit; its environment is empty. */
export async function runBounded(
  entry: string,
  args: readonly string[],
  { timeMs, heapMb }: RunLimits,
): Promise<BoundedRun> {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, entry, ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const highest = watchMemory(child.pid);
  const timing = killAfter(child, timeMs);
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (!said.includes(readyLine) && (said + chunk).includes(readyLine)) timing.begin();
    said += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint = (complaint + chunk).slice(-keptCharacters);
  });
  await once(child, 'close');
  timing.end();
  const highestMb = highest();
  const answer = said.slice(said.indexOf(readyLine) + readyLine.length);
  if (timing.isOver()) return { end: 'out-of-time', answer, lastWords: '', highestMb };
  return { end: child.exitCode === 0 ? 'answered' : 'crashed', answer, lastWords: complaint, highestMb };
}

/** Gives a process time to start, then from `begin` on its own time, and kills it when that is over. */
function killAfter(child: ChildProcess, timeMs: number) {
  let isOver = false;
  const kill = () => {
    isOver = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(kill, startMs);
  return {
    begin() {
      clearTimeout(timer);
      timer = setTimeout(kill, timeMs);
    },
    end: () => clearTimeout(timer),
    isOver: () => isOver,
  };
}
