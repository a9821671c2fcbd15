import { expect, it } from 'vitest';
import { ageWords } from '../../src/render/age-words.ts';

const minute = 60_000;

it.each([
  [-5 * minute, 'now'],
  [30_000, 'now'],
  [minute, '1 min'],
  [59 * minute + 59_999, '59 min'],
  [60 * minute, '1 h'],
  [47 * 60 * minute, '47 h'],
  [48 * 60 * minute, '2 d'],
  [400 * 24 * 60 * minute, '400 d'],
])('an age of %i ms is "%s"', (age, words) => expect(ageWords(age)).toBe(words));
