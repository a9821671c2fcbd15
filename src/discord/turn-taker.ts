import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../domain/log.ts';
import type { RequestTurns } from '../domain/request-turns.ts';
import { createTurns } from './own-turns.ts';

/** Answers go before posts: a person waits for them. */
export type Lane = 'answers' | 'posts';

export interface TurnParts {
  /** The turns of all processes of the bot. */
  readonly turns: RequestTurns;
  /** So many requests a second are this process's own while the turns cannot be had. */
  readonly ownShare: number;
  readonly log: Log;
  readonly now: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

export interface TurnTaker {
  /** Resolves when a request may begin. */
  next(lane: Lane): Promise<void>;
  /** Discord takes no requests for so long. */
  hold(ms: number): void;
}

/** So many turns are in hand at most: those that others want meanwhile come after them. */
const inHandAtMost = 10;
/** Nobody waits longer for the store to say when. */
const patienceMs = 250;
/** After the store has failed to answer, it is asked again after so long. */
const ownTurnsForMs = 5_000;

/**
 * Shares the turns of this process among its requests. Turns are taken no sooner than requests want them, and belong to
 * none: the first answer takes the next turn that comes, whatever post it was taken for.
 */
export function createTurnTaker({ turns, ownShare, log, now, wait = sleep }: TurnParts): TurnTaker {
  const waiting: Readonly<Record<Lane, (() => void)[]>> = { answers: [], posts: [] };
  const ownTurn = createTurns(now, ownShare);
  // Timers are late together where the process was busy: what it begins is counted as it begins.
  const startTurn = createTurns(now);
  let inHand = 0;
  let isTaking = false;
  let ownUntil = 0;
  let heldUntil = 0;

  const ownTurns = (count: number): readonly number[] =>
    Array.from({ length: count }, () => Math.max(0, ownTurn() - now()));

  async function take(count: number): Promise<readonly number[]> {
    if (now() < ownUntil) return ownTurns(count);
    const late = new AbortController();
    try {
      const taken = await Promise.race([
        turns.take(count),
        sleep(patienceMs, undefined, { signal: late.signal }).then(() =>
          Promise.reject(new Error('no answer')),
        ),
      ]);
      if (ownUntil > 0) log.info('turns.shared-again');
      ownUntil = 0;
      return taken;
    } catch (error) {
      if (ownUntil === 0) log.error('turns.not-shared', { ownShare }, error);
      ownUntil = now() + ownTurnsForMs;
      return ownTurns(count);
    } finally {
      late.abort();
    }
  }

  async function begin(waitMs: number): Promise<void> {
    if (waitMs > 0) await wait(waitMs);
    const lateMs = Math.max(startTurn(), heldUntil) - now();
    if (lateMs > 0) await wait(lateMs);
    inHand -= 1;
    (waiting.answers.shift() ?? waiting.posts.shift())?.();
    void refill();
  }

  async function refill(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    for (;;) {
      const wanted = waiting.answers.length + waiting.posts.length - inHand;
      const count = Math.min(wanted, inHandAtMost - inHand);
      if (count <= 0) break;
      const waits = await take(count);
      inHand += waits.length;
      for (const waitMs of waits) void begin(waitMs);
    }
    isTaking = false;
  }

  return {
    next(lane) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting[lane].push(resolve);
      void refill();
      return promise;
    },
    hold(ms) {
      heldUntil = Math.max(heldUntil, now() + ms);
    },
  };
}
