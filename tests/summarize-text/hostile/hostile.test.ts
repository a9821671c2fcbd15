import { describe, expect, it } from 'vitest';
import { BudgetError, countSteps } from './count-steps.ts';
import { literalsIn, patternsOfEngine } from './patterns-of-source.ts';
import { hostileTexts } from './pumping.ts';

/** A text so long is cheap for most patterns; the others are looked at again with longer ones. */
const short = 240;
const cheapPerCharacter = 60;
/** Longer than any bound in a pattern, so that bounded work does not look like growing work. */
const long = 800;
const budget = 8_000_000;
/** Twice the length may take this many times the steps; four times would be the square of the length. */
const mostGrowth = 3;

/** The worst growth of a pattern's work when a text gets twice as long; 1 where the work is small anyway. */
function growthOf(pattern: RegExp): number {
  const isCheap = hostileTexts(pattern, short).every(
    (text) => stepsOf(pattern, text) <= cheapPerCharacter * text.length,
  );
  if (isCheap) return 1;
  const twice = hostileTexts(pattern, 2 * long);
  let worst = 1;
  for (const [at, text] of hostileTexts(pattern, long).entries()) {
    const steps = stepsOf(pattern, text);
    if (steps === Number.POSITIVE_INFINITY) return steps; // nothing is worse
    worst = Math.max(worst, stepsOf(pattern, twice[at] ?? '') / steps);
  }
  return worst;
}

function stepsOf(pattern: RegExp, text: string): number {
  try {
    return countSteps(pattern, text, budget);
  } catch (error) {
    if (error instanceof BudgetError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

describe('the count of steps', () => {
  it.each([
    [/b/g, 'aab', 4],
    [/a*b/g, 'aab', 8],
    [/(?:ab)+/g, 'abab', 10],
    [/^a/, 'bbb', 5],
  ])('of %s in %j is %i', (pattern, text, steps) => {
    expect(countSteps(pattern, text, 100)).toBe(steps);
  });

  it.each([
    [/(?:a+)+b/, 'exponential'],
    [/(?:a|a)*b/, 'exponential'],
    [/\s+$/, 'the square of the length'],
    [/a.*b/g, 'the square of the length'],
    [/“[^”]*”/gu, 'the square of the length'],
  ])('of %s grows as %s', (pattern) => {
    expect(growthOf(pattern)).toBeGreaterThan(mostGrowth);
  });

  it.each([[/a+b?/g], [/^a.*b/], [/a.{0,300}b/g], [/(?:ab|a){0,40}c/], [/\bthe\b|\ban?\b/gi]])(
    'of %s grows with the length',
    (pattern) => {
      expect(growthOf(pattern)).toBeLessThanOrEqual(mostGrowth);
    },
  );
});

it('literals are told from divisions, strings and comments', () => {
  const code = "const a = 4 / 2 / 1; // /no/\nconst b = /a[/\\]]b/gu.test('/no/'); return /c/;";
  expect(literalsIn(code).map(String)).toEqual(['/a[/\\]]b/gu', '/c/']);
});

/** Patterns that would grow, and why they cannot: the code that asks them never hands them a long text. */
const readsLittle: ReadonlyMap<string, string> = new Map([
  [String.raw`/\p{Lu}\S*$/u`, 'the head of a role, a few words'],
  [String.raw`/\p{Lu}[\p{L}.’'-]* $/u`, '24 units before a quotation'],
  [String.raw`/[)\]’”'"“‘\s]+$/`, 'the last 6 units of a quotation'],
  [String.raw`/\b(?:ages?|aged)\b.* (?:and|to|or|-)$/`, 'the five words before a figure'],
]);
const patterns = (await patternsOfEngine()).filter(({ pattern }) => !readsLittle.has(String(pattern)));

it('all of the engine’s regular expressions are found', () => {
  expect(patterns.length).toBeGreaterThan(300);
});

describe('no regular expression of the engine can be made to work more than its text is long', () => {
  it.each(patterns.map(({ file, pattern }) => ({ file, pattern, name: String(pattern).slice(0, 90) })))(
    '$file: $name',
    ({ pattern }) => {
      expect(growthOf(pattern)).toBeLessThanOrEqual(mostGrowth);
    },
  );
});
