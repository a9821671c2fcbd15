import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInOrder } from '../../src/cli/in-order.ts';

describe('what work says', () => {
  it('is told in the order of the work, whoever speaks first, and nothing is kept back', () => {
    const turns = fc.array(fc.nat({ max: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(turns, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (speakers, ending) => {
        const told: string[] = [];
        const { say, end } = createInOrder<string>((words) => told.push(words));
        const said = speakers.map((place, turn) => ({ place, words: `${place} at ${turn}` }));
        for (const { place, words } of said) say(place, words);
        for (const place of ending) end(place);
        const inOrder = said.toSorted((one, other) => one.place - other.place);
        expect(told).toEqual(inOrder.map(({ words }) => words));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('of the first is told at once', () => {
    const told: string[] = [];
    const { say, end } = createInOrder<string>((words) => told.push(words));
    say(1, 'b');
    say(0, 'a');
    expect(told).toEqual(['a']);
    end(0);
    say(1, 'c');
    expect(told).toEqual(['a', 'b', 'c']);
  });
});
