import { describe, expect, it } from 'vitest';
import { goldSet } from '../../bench/parts/quotation-texts.ts';
import {
  type FoundQuotation,
  type GoldText,
  isSameSpeaker,
  scoreQuotations,
} from '../../bench/parts/score-quotations.ts';

const sets = goldSet().texts;

const perfect = ({ quotations }: GoldText): readonly FoundQuotation[] =>
  quotations.map(({ start, end, names: [speaker] }) => ({
    start,
    end,
    ...(speaker === undefined ? {} : { speaker }),
  }));

const scoreOf = (change: (found: FoundQuotation, at: number) => FoundQuotation) =>
  scoreQuotations(sets.map((gold) => [gold, perfect(gold).map(change)] as const));

describe('the score of quotations', () => {
  it('is full for the gold itself, with the marks or without them', () => {
    expect(scoreOf((found) => found)).toMatchObject({ joint: 100, named: 100, wrong: 0 });
    expect(scoreOf((found) => ({ ...found, start: found.start - 1, end: found.end + 1 }))).toMatchObject({
      joint: 100,
      named: 100,
    });
  });

  it('is nothing where nothing is found, and where everybody is somebody else', () => {
    expect(scoreQuotations(sets.map((gold) => [gold, []] as const))).toMatchObject({
      joint: 0,
      named: 0,
      found: 0,
    });
    const strangers = scoreOf((found) =>
      found.speaker === undefined ? found : { ...found, speaker: 'Xanthe Quill' },
    );
    expect(strangers.wrong).toBe(100);
    expect(strangers.named).toBe(0);
  });

  it('falls with spans that are off, and with those that are none', () => {
    expect(scoreOf((found) => ({ ...found, end: found.start + 3 })).joint).toBeLessThan(20);
    const twice = sets.map((gold) => [gold, [...perfect(gold), { start: 0, end: 9, speaker: 'A' }]] as const);
    const { joint, found, gold } = scoreQuotations(twice);
    expect(found).toBeGreaterThan(gold);
    expect(joint).toBeLessThan(100);
  });

  it('counts no speaker as not found, never as wrong', () => {
    const silent = scoreOf(({ start, end }) => ({ start, end }));
    expect(silent.wrong).toBe(0);
    expect(silent.named).toBe(0);
  });

  it.each([
    ['Ann Poe', 'Mrs Poe', true],
    ['Ann Poe', 'A. Poe (D-Orme)', true],
    ['Ann Poe', 'Tom Poe', false],
    ['the head of the school', 'head of school', true],
    ['a spokesman for the Orme Council', 'the Orme Council', true],
    ['the judge', 'the mayor', false],
    ['', 'Ann Poe', false],
  ])('takes %j for %j: %j', (one, other, expected) => {
    expect(isSameSpeaker(one, other)).toBe(expected);
    expect(isSameSpeaker(other, one)).toBe(expected);
  });
});
