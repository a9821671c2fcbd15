import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../domain/reply.ts';

/** How often one message is edited at most; `wait` may end early by the signal. */
export interface ProgressPace {
  readonly gapMs: number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Discord takes some five edits in two seconds; nobody reads faster than one. */
const usualPace: ProgressPace = {
  gapMs: 2_000,
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined), // ended early
};

/** The one reply of a command, or all that it gives one after the other. */
export async function* repliesOf(made: Promise<Reply> | AsyncIterable<Reply>): AsyncIterable<Reply> {
  if (Symbol.asyncIterator in made) yield* made;
  else yield await made;
}

/**
 * Shows replies as they come: the first at once, then the newest after each gap, the last without waiting. Where
 * showing fails, the work goes on unseen and the failure is thrown at its end.
 */
export async function showReplies(
  replies: AsyncIterable<Reply>,
  show: (reply: Reply) => Promise<void>,
  { gapMs, wait }: ProgressPace = usualPace,
): Promise<void> {
  const over = new AbortController();
  const newest: Reply[] = [];
  const failures: unknown[] = [];
  let showing: Promise<void> | undefined;

  async function showNewest(): Promise<void> {
    try {
      for (let reply = newest.pop(); reply !== undefined; reply = newest.pop()) {
        newest.length = 0;
        await show(reply);
        await wait(gapMs, over.signal);
      }
    } catch (error) {
      failures.push(error);
    }
    showing = undefined;
  }

  for await (const reply of replies) {
    newest.push(reply);
    if (failures.length === 0) showing ??= showNewest();
  }
  over.abort();
  await showing;
  if (failures.length > 0) throw failures[0];
}
