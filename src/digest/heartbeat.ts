import { schedule } from 'node-cron';
import type { Log } from '../domain/log.ts';

export interface Heartbeat {
  /** Waits for a beat that is on its way. */
  stop(): Promise<void>;
}

/**
 * Calls `beat` now, to catch up on what a stop has missed, and then at every full minute (UTC). Beats never
 * overlap; one that fails is logged and the next comes all the same.
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

  function tick(): Promise<void> {
    running ??= guarded();
    return running;
  }

  const task = schedule('* * * * *', tick, { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true });
  void tick();
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
