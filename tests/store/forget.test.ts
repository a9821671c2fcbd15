import { expect, it } from 'vitest';
import { createForgetting, type ForgetEngine } from '../../src/store/forget.ts';

/** An engine that remembers what it was asked, and fails at a step. */
function failingAt(failing: number): { readonly engine: ForgetEngine; readonly asked: string[] } {
  const asked: string[] = [];
  const step = (name: string) => async () => {
    if (asked.length === failing) throw new Error(`cut off at ${name}`);
    asked.push(name);
    return 0;
  };
  const quiet = (name: string) => async () => void (await step(name)());
  return {
    asked,
    engine: {
      removeArticles: step('articles'),
      removeSubscriptions: step('subscriptions'),
      removeSomeDeliveries: step('deliveries'),
      removeDigests: step('digests'),
      removeState: quiet('state'),
      removeNote: quiet('note'),
      removeMaker: step('maker'),
      removeFollower: step('follower'),
      sweep: quiet('sweep'),
    },
  };
}

it.each([0, 1, 2, 3, 4, 5])(
  'a guild is noted as left until all of it is forgotten, though step %i fails',
  async (step) => {
    const { engine, asked } = failingAt(step);
    await expect(createForgetting(engine).forgetGuild('1')).rejects.toThrow('cut off');
    expect(asked).not.toContain('note');
  },
);

it('a guild’s feeds go before its articles, so that none comes in behind, and the note goes last', async () => {
  const { engine, asked } = failingAt(Number.POSITIVE_INFINITY);
  await createForgetting(engine).forgetGuild('1');
  expect(asked.indexOf('subscriptions')).toBeLessThan(asked.indexOf('articles'));
  expect(asked.at(-1)).toBe('note');
});
