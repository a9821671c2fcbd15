import { schedule } from 'node-cron';
import type { Log } from '../domain/log.ts';

export interface Heartbeat {
  /** Waits for a beat that is on its way. */
  stop(): Promise<void>;
}

const minuteMs = 60_000;
/** How often the machine's clock is held against the time that has passed, */
const lookMs = 5_000;
/** and how far off it is when somebody has set it, or the machine has slept: no clock is that slow or fast. */
const setMs = 2_000;

/** Calls `onSet` when the machine's clock was set or the machine has slept. Answers what ends that. */
function watchClock(onSet: () => void): () => void {
  const offset = () => Date.now() - performance.now();
  let last = offset();
  const timer = setInterval(() => {
    const distance = Math.abs(offset() - last);
    last = offset();
    if (distance > setMs) onSet();
  }, lookMs);
  return () => clearInterval(timer);
}

/**
 * Calls `beat` now, to catch up on what a stop has missed, and then at every full minute (UTC), or later where the
 * process is held up then. Beats never overlap; one that fails is logged and the next comes all the same.
 */
export function startHeartbeat(beat: () => Promise<void>, log: Log): Heartbeat {
  let running: Promise<void> | undefined;

  async function guarded(): Promise<void> {
    try {
      await beat();
    } catch (error) {
      log.error('heartbeat.failed', {}, error);
    } finally {
      running = undefined;
    }
  }

  function tick(): void {
    running ??= guarded();
  }

  const task = schedule('* * * * *', tick, {
    timezone: 'UTC',
    missedExecutionTolerance: minuteMs,
    suppressMissedWarning: true,
  });
  // The task waits for the time of its next beat, for hours when the clock is set back; and it counts all that it has slept through.
  const endWatch = watchClock(() => {
    void task.stop();
    void task.start();
    tick();
  });
  tick();
  return {
    async stop() {
      endWatch();
      await task.destroy();
      await running;
    },
  };
}
