import { setTimeout as sleep } from 'node:timers/promises';
import { createTurnSource, type TurnParts } from './turn-source.ts';

/** Answers go before posts: a person waits for them. */
export type Lane = 'answers' | 'posts';

export interface TakerParts extends TurnParts {
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface TurnTaker {
  /** Resolves when a request may begin. */
  next(lane: Lane): Promise<void>;
  /** Discord takes no requests for so long. */
  hold(ms: number): void;
}

/** So many turns are in hand at most: those that others want meanwhile come after them. */
const inHandAtMost = 6;
/** More are taken once so few are left, several at once. */
const fewInHand = 3;
/** A process that was busy makes up for turns it finds past: by no more than these at once, then one after the other. */
const gapMs = 20;
const atOnceMs = 40;

/**
 * Shares the turns of this process among its requests. Turns are taken no sooner than requests want them, and belong to
 * none: the first answer takes the next turn that comes, whatever post it was taken for.
 */
export function createTurnTaker({ wait = sleep, ...parts }: TakerParts): TurnTaker {
  const { now } = parts;
  const source = createTurnSource(parts);
  const waiting: Readonly<Record<Lane, (() => void)[]>> = { answers: [], posts: [] };
  let inHand = 0;
  let isTaking = false;
  let heldUntil = 0;
  /** When the next request would come, if all came evenly. */
  let evenlyAt = 0;

  async function begin(dueAt: number): Promise<void> {
    for (;;) {
      const leftMs = Math.max(dueAt, heldUntil, evenlyAt - atOnceMs) - now();
      if (leftMs <= 0) break;
      await wait(leftMs);
    }
    evenlyAt = Math.max(now(), evenlyAt) + gapMs;
    inHand -= 1;
    (waiting.answers.shift() ?? waiting.posts.shift())?.();
    void refill();
  }

  /** How many turns are to be taken now. */
  function wanted(): number {
    const unserved = waiting.answers.length + waiting.posts.length - inHand;
    return inHand > fewInHand ? 0 : Math.min(unserved, inHandAtMost - inHand);
  }

  async function refill(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    for (let count = wanted(); count > 0; count = wanted()) {
      const waits = await source.take(count);
      inHand += waits.length;
      for (const waitMs of waits) void begin(now() + waitMs);
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
