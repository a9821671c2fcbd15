import { describe, expect, it } from 'vitest';
import { type ProgressPace, repliesOf, showReplies } from '../../src/discord/progress.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { text } from '../../src/render/pieces.ts';

const reply = (words: string): Reply => ({ blocks: [text(words)] });
const wordsOf = ({ blocks }: Reply): string => JSON.stringify(blocks).replace(/.*"pieces":\["|"\].*/g, '');

/** A gap that ends when the test says so, or early. */
function heldPace(): ProgressPace & { readonly waits: (() => void)[] } {
  const waits: (() => void)[] = [];
  return {
    gapMs: 2_000,
    waits,
    wait: (_, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve());
        waits.push(resolve);
      }),
  };
}

/** Lets what has been settled run on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('progress in one message', () => {
  it('shows the first reply at once, the newest after the gap, and the last without waiting', async () => {
    const shown: string[] = [];
    const pace = heldPace();
    const steps = Array.from({ length: 7 }, () => Promise.withResolvers<void>());
    async function* work() {
      for (const [number, { promise }] of [...steps].entries()) {
        await promise;
        yield reply(`${number}`);
      }
    }
    const all = showReplies(work(), async (one) => void shown.push(wordsOf(one)), pace);
    const finish = async (count: number) => {
      for (const { resolve } of steps.splice(0, count)) {
        resolve();
        await turn();
      }
    };
    await finish(4);
    expect(shown).toEqual(['0']);
    pace.waits.shift()?.();
    await turn();
    expect(shown).toEqual(['0', '3']);
    await finish(3);
    await all;
    expect(shown).toEqual(['0', '3', '6']);
  });

  it('shows one edit at a time, in order, however long each takes', async () => {
    const shown: string[] = [];
    let inWork = 0;
    async function* work() {
      for (const words of ['first', 'second', 'last']) yield reply(words);
    }
    const show = async (one: Reply) => {
      inWork += 1;
      expect(inWork).toBe(1);
      await turn();
      shown.push(wordsOf(one));
      inWork -= 1;
    };
    await showReplies(work(), show, { gapMs: 2_000, wait: async () => undefined });
    expect(shown.at(0)).toBe('first');
    expect(shown.at(-1)).toBe('last');
  });

  it('keeps a single reply free of any waiting', async () => {
    const shown: string[] = [];
    await showReplies(repliesOf(Promise.resolve(reply('all'))), async (one) => void shown.push(wordsOf(one)));
    expect(shown).toEqual(['all']);
  });

  it('works on to the end when it cannot be shown any more, and then says why', async () => {
    let worked = 0;
    async function* work() {
      for (; worked < 5; worked += 1) {
        yield reply(`${worked}`);
        await turn();
      }
    }
    const lost = new Error('the message is gone');
    const shown = showReplies(work(), () => Promise.reject(lost), { gapMs: 1, wait: async () => undefined });
    await expect(shown).rejects.toBe(lost);
    expect(worked).toBe(5);
  });
});
