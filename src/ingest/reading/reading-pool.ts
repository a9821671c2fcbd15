import type { FeedReading, FeedSource } from '../feed/parsed-feed.ts';
import { createGate } from '../gate.ts';
import type { IncomingDocument, Reading } from '../read-document.ts';
import type { ReadingTask } from './reading-task.ts';
import { type ReadingWorker, startWorker, type Unanswered } from './reading-worker.ts';

export type BoundedReading = Reading | Unanswered;
export type BoundedFeedReading = FeedReading | Unanswered;

export interface ReadingLimits {
  /** For one document or feed, from when its process is ready. */
  readonly timeMs: number;
  /** Of JavaScript's heap; a process needs about 80 MB besides. */
  readonly memoryMb: number;
  /** How many processes there are at most; what comes when all are busy waits its turn. */
  readonly atOnce: number;
  /** After so many tasks a process is replaced: what the readers hold on to is given back only with it. */
  readonly tasksPerProcess: number;
  /** A process that has had no task for so long ends. */
  readonly idleMs: number;
}

export const usualLimits: ReadingLimits = {
  timeMs: 4000,
  memoryMb: 160,
  atOnce: 2,
  tasksPerProcess: 500,
  idleMs: 30_000,
};

export interface ReadingPool {
  readDocument(document: IncomingDocument): Promise<BoundedReading>;
  readFeed(source: FeedSource): Promise<BoundedFeedReading>;
  /** Ends the processes; what is being read then, or comes later, fails. */
  close(): void;
}

interface Seat {
  readonly worker: ReadingWorker;
  taskCount: number;
  idle?: NodeJS.Timeout;
}

/**
 * Makes a reader of documents and feeds that hostile ones can neither hold up nor bring down: they are read in a few
 * processes, which start when they are needed; one that breaks a limit is killed and replaced. Idle ones keep nobody
 * from ending. (Worker threads are not enough: V8 ends the whole process when a thread fills its heap faster than the
 * limit is noticed.)
 */
export function createReadingPool(given: Partial<ReadingLimits> = {}): ReadingPool {
  const limits = { ...usualLimits, ...given };
  const gate = createGate(limits.atOnce);
  const free: Seat[] = [];
  const all = new Set<Seat>();
  let isClosed = false;

  function takeSeat(): Seat {
    if (isClosed) throw new Error('the readers are closed');
    for (let seat = free.pop(); seat !== undefined; seat = free.pop()) {
      clearTimeout(seat.idle);
      if (seat.worker.isAlive()) return seat;
      all.delete(seat);
    }
    const seat = { worker: startWorker(limits), taskCount: 0 };
    all.add(seat);
    return seat;
  }

  function end(seat: Seat): void {
    clearTimeout(seat.idle);
    all.delete(seat);
    seat.worker.end();
  }

  function giveBack(seat: Seat): void {
    if (isClosed || seat.taskCount >= limits.tasksPerProcess) {
      end(seat);
      return;
    }
    seat.idle = setTimeout(() => {
      free.splice(free.indexOf(seat), 1);
      end(seat);
    }, limits.idleMs).unref();
    free.push(seat);
  }

  async function readIn<Answer>(seat: Seat, task: ReadingTask): Promise<Answer | Unanswered> {
    seat.taskCount += 1;
    try {
      const answer = await seat.worker.read<Answer>(task);
      // A killed or broken process has no place to go back to.
      if (isLimit(answer)) end(seat);
      else giveBack(seat);
      return answer;
    } catch (error) {
      end(seat);
      throw error;
    }
  }

  const read = <Answer>(task: ReadingTask) => gate(() => readIn<Answer>(takeSeat(), task));
  return {
    readDocument: (document) => read<Reading>({ kind: 'document', document }),
    readFeed: (source) => read<FeedReading>({ kind: 'feed', source }),
    close() {
      isClosed = true;
      for (const seat of all) end(seat);
    },
  };
}

function isLimit(answer: unknown): boolean {
  const reason = typeof answer === 'object' && answer !== null && 'reason' in answer ? answer.reason : '';
  return reason === 'too-slow' || reason === 'too-big';
}
