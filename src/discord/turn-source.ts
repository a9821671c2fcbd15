import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../domain/log.ts';
import type { RequestTurns } from '../domain/request-turns.ts';
import { createOwnTurns } from '../domain/turn-law.ts';
import { gapOf } from './own-share.ts';

export interface TurnParts {
  /** The turns of all processes of the bot. */
  readonly turns: RequestTurns;
  /** So many requests a second are this process's own while the turns cannot be had. */
  readonly ownShare: number;
  readonly log: Log;
  readonly now: () => number;
}

/** Nobody waits longer for the store to say when. */
const patienceMs = 250;
/** After the store has failed to answer, it is asked again after so long. */
const ownTurnsForMs = 5_000;

/** Turns as the store gives them, or this process's own ones while it does not answer. Never fails. */
export function createTurnSource({ turns, ownShare, log, now }: TurnParts): RequestTurns {
  const ownTurns = createOwnTurns({ now }, gapOf(ownShare));
  let ownUntil = 0;

  async function shared(count: number): Promise<readonly number[]> {
    const late = new AbortController();
    const lateness = sleep(patienceMs, undefined, { signal: late.signal }).then(() => {
      throw new Error(`no turns came within ${patienceMs} ms`);
    });
    try {
      return await Promise.race([turns.take(count), lateness]);
    } finally {
      late.abort();
      lateness.catch(() => undefined); // nobody waits for it any more
    }
  }

  return {
    async take(count) {
      if (now() < ownUntil) return await ownTurns.take(count);
      try {
        const waits = await shared(count);
        if (ownUntil > 0) log.info('turns.shared-again');
        ownUntil = 0;
        return waits;
      } catch (error) {
        if (ownUntil === 0) log.error('turns.not-shared', { ownShare }, error);
        ownUntil = now() + ownTurnsForMs;
        return await ownTurns.take(count);
      }
    },
  };
}
