import { describe, expect, it } from 'vitest';
import { createWordBudget } from '../../src/brief/word-budget.ts';

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

/** The span of some words of such a text. */
function spanOf(text: string, from: number, to: number) {
  const starts = [...text.matchAll(/\S+/g)];
  const last = starts[to - 1];
  return { start: starts[from]?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
}

describe('the words a reply may show', () => {
  it('are at most half of the article', () => {
    const text = words(100);
    const budget = createWordBudget(text);
    expect(budget.spend([spanOf(text, 0, 51)])).toBe(false);
    expect(budget.spend([spanOf(text, 0, 50)])).toBe(true);
    expect(budget.spend([spanOf(text, 60, 61)])).toBe(false);
  });

  it('are never more than 250', () => {
    const text = words(2_000);
    const budget = createWordBudget(text);
    expect(budget.spend([spanOf(text, 0, 250)])).toBe(true);
    expect(budget.spend([spanOf(text, 250, 251)])).toBe(false);
  });

  it('are counted once, however often they are shown', () => {
    const text = words(100);
    const budget = createWordBudget(text);
    expect(budget.spend([spanOf(text, 0, 40)])).toBe(true);
    expect(budget.spend([spanOf(text, 10, 50)])).toBe(true);
    expect(budget.spend([spanOf(text, 0, 50), spanOf(text, 20, 30)])).toBe(true);
  });

  it('stay as they were when something does not fit', () => {
    const text = words(10);
    const budget = createWordBudget(text);
    expect(budget.spend([spanOf(text, 0, 6)])).toBe(false);
    expect(budget.spend([spanOf(text, 0, 5)])).toBe(true);
  });
});
