import { describe, expect, it } from 'vitest';
import { parseWords } from '../../../src/digest/selection/parse-words.ts';
import { cpuMsOf } from '../../cpu-time.ts';

describe('words that stories are chosen by', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['ferry, "night train", -football', ['ferry', 'night train'], ['football']],
    ['ferry night -football', ['ferry', 'night'], ['football']],
    ['ferry, night train -football', ['ferry', 'night train'], ['football']],
    ['“night train” ferry', ['night train', 'ferry'], []],
    ['-"night train" ferry', ['ferry'], ['night train']],
    ['-football -«pain au lait» –golf', [], ['football', 'pain au lait', 'golf']],
    ['- football', [], ['football']],
    ['"ferry, or boat"; sea', ['ferry, or boat', 'sea'], []],
    ['Ferry, ferry ,  FERRY', ['Ferry'], []],
    ['co-operation, O’Brien, rock ’n’ roll', ['co-operation', 'O’Brien', 'rock ’n’ roll'], []],
    ['"left open', ['left', 'open'], []],
    ['ferry OR train', ['ferry', 'train'], []],
    ['"ferry" and "night train"', ['ferry', 'night train'], []],
    ['ferry, train, and boat, or -"steam boat"', ['ferry', 'train', 'boat'], ['steam boat']],
    ['ferry - football', ['ferry'], ['football']],
    ["'night train', -'steam boat'", ['night train'], ['steam boat']],
    ['e\u0301te\u0301, \u00e9t\u00e9', ['\u00e9t\u00e9'], []],
  ])('are read from %s', (written, words, exceptWords) => {
    expect(parseWords(written)).toEqual({ words, exceptWords });
  });

  const many = (count: number, sign = '') =>
    Array.from({ length: count }, (_, index) => `${sign}word${index}`).join(', ');

  it.each<[string, object]>([
    ['', { why: 'none' }],
    [' , -', { why: 'none' }],
    ['or', { why: 'none' }],
    ['ferry, "***"', { why: 'empty', word: '***' }],
    ['ferry, -Ferry', { why: 'both', word: 'ferry' }],
    [many(21), { why: 'many', most: 20 }],
    [many(21, '-'), { why: 'many', most: 20 }],
    ['x'.repeat(61), { why: 'long', word: 'x'.repeat(61), most: 60 }],
  ])('are not read from %s, and why is said', (written, problem) => {
    expect(parseWords(written)).toEqual({ problem });
  });

  it('may be twenty of each, and sixty characters long', () => {
    expect(parseWords(`${many(20)}, ${many(20, '-not')}`)).toMatchObject({ words: { length: 20 } });
    expect(parseWords('x'.repeat(60))).toEqual({ words: ['x'.repeat(60)], exceptWords: [] });
  });

  it.each([
    '- '.repeat(3_000),
    '"'.repeat(6_000),
    `${' '.repeat(6_000)}x`,
    " 'a".repeat(2_000),
    '-"'.repeat(3_000),
  ])('are read in no time from what is none', (written) => {
    expect(cpuMsOf(() => parseWords(written))).toBeLessThan(500);
  });
});
