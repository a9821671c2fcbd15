import { describe, expect, it } from 'vitest';
import type { FeedFailureReason } from '../../../src/domain/feed.ts';
import { cut } from '../../../src/render/cut.ts';
import { failureWords, rateWords } from '../../../src/render/feed/words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('how often a feed publishes', () => {
  it.each([
    [0, 'about 60 an hour'],
    [5 * minute, 'about 12 an hour'],
    [2 * hour, 'about 12 a day'],
    [day, 'about one a day'],
    [30 * hour, 'about one a day'],
    [2 * day, 'about 4 a week'],
    [7 * day, 'about one a week'],
    [15 * day, 'about 2 a month'],
    [31 * day, 'about one a month'],
    [200 * day, 'less than one a month'],
  ])('an entry each %i ms is said as "%s"', (gapMs, words) => {
    expect(rateWords(gapMs)).toBe(words);
  });
});

describe('what is wrong with a feed', () => {
  const reasons: readonly FeedFailureReason[] = [
    'refused-address',
    'private',
    'unreachable',
    'too-slow',
    'too-large',
    'redirects',
    'status',
    'gone',
    'no-feed',
    'unreadable',
  ];

  it.each(reasons)('%s is said, with what to do', (reason) => {
    const { what, advice } = failureWords({ reason });
    expect(what).toMatch(/^[a-z].*[^.]$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    [401, 'it asks for a login or refuses programs (401)'],
    [403, 'it asks for a login or refuses programs (403)'],
    [404, 'it is not there (404)'],
    [410, 'its publisher has ended it (410)'],
    [418, 'its server answers with 418 instead of a feed'],
    [429, 'its server finds that I ask too often (429)'],
    [451, 'its server may not show it, for legal reasons (451)'],
    [503, 'its server has trouble of its own (503)'],
  ])('status %i: %s', (status, what) => {
    expect(failureWords({ reason: 'status', status }).what).toBe(what);
  });
});

describe('outside words', () => {
  it.each([
    ['Harbour News', 20, 'Harbour News'],
    ['  Harbour \n News ', 20, 'Harbour News'],
    ['Harbour News of the week', 13, 'Harbour News…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2, '👨‍👩‍👧‍👦…'],
    ['a\u0301'.repeat(4), 3, 'a\u0301a\u0301…'],
    ['', 5, ''],
    ['\ud800 half', 20, '\ufffd half'],
    ['\u202eswen\u200b', 20, 'swen'],
    ['\u200d\u2060 \u0301', 20, ''],
  ])('%j in %i characters are %j', (words, most, shown) => {
    expect(cut(words, most)).toBe(shown);
  });

  it('stay short though one character has a thousand marks on it', () => {
    expect(cut(`a${'\u0301'.repeat(100_000)}`, 10).length).toBeLessThan(150);
  });
});
