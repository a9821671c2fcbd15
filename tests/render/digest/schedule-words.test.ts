import { describe, expect, it } from 'vitest';
import { nextLeap } from '../../../src/digest/schedule/clock-changes.ts';
import { parseTimes, timesProblem } from '../../../src/digest/schedule/parse-times.ts';
import { gapNotice, scheduleWords, timesProblemWords } from '../../../src/render/digest/schedule-words.ts';

const daily = [0, 1, 2, 3, 4, 5, 6];

describe('a schedule in words', () => {
  it.each([
    ['08:00', daily, '08:00 Asia/Tokyo, daily'],
    ['08:00', [1, 3], '08:00 Asia/Tokyo, Mon, Wed'],
    ['08:00 18:00', [0, 6], '08:00 and 18:00 Asia/Tokyo, weekends'],
    ['08:00 13:00 19:00', [1, 2, 3, 4, 5], '08:00, 13:00 and 19:00 Asia/Tokyo, weekdays'],
    ['08:00 12:00 16:00 20:00', [1], 'every 4 hours from 08:00 to 20:00 Asia/Tokyo, Mon'],
    ['09:00 10:00 11:00', daily, 'every hour from 09:00 to 11:00 Asia/Tokyo, daily'],
    ['09:00 09:30 10:00', daily, 'every 30 minutes from 09:00 to 10:00 Asia/Tokyo, daily'],
    ['09:00 10:30 12:00', daily, 'every 90 minutes from 09:00 to 12:00 Asia/Tokyo, daily'],
    ['09:00 09:20 09:40', daily, '09:00, 09:20 and 09:40 Asia/Tokyo, daily'],
    ['00:00 04:00 08:00 20:00', daily, 'every 4 hours from 20:00 to 08:00 Asia/Tokyo, daily'],
    ['10:00 12:00 23:00', daily, '10:00, 12:00 and 23:00 Asia/Tokyo, daily'],
  ])('%s on %j is %j', (times, days, words) => {
    expect(scheduleWords({ times: times.split(' '), days, timezone: 'Asia/Tokyo' })).toBe(words);
  });
});

describe('the notice of times that do not exist on a day', () => {
  const from = Date.parse('2026-11-26');

  function notice(times: string, timezone: string, { days = daily, after = from, within = 366 } = {}) {
    const leap = nextLeap({ times: times.split(' '), days, timezone }, after, within);
    return leap === undefined ? undefined : gapNotice(leap, timezone);
  }

  it.each([
    [
      '01:30',
      'Europe/London',
      'On Sunday 28 March 01:30 does not exist in Europe/London; that day the digest comes at 02:00.',
    ],
    [
      '01:59 02:00 02:30 02:59 03:00',
      'America/New_York',
      'On Sunday 14 March 02:00, 02:30 and 02:59 do not exist in America/New_York; that day the digest comes at 03:00.',
    ],
    [
      '00:00',
      'Africa/Cairo',
      'On Friday 30 April 00:00 does not exist in Africa/Cairo; that day the digest comes at 01:00.',
    ],
    [
      '23:30',
      'America/Scoresbysund',
      'On Saturday 27 March 23:30 does not exist in America/Scoresbysund; the digest comes on Sunday 28 March at 00:00.',
    ],
  ])('for %s in %s', (times, timezone, words) => {
    expect(notice(times, timezone)).toBe(words);
  });

  it('is of a day that a zone left out', () => {
    expect(notice('08:00 18:00', 'Pacific/Apia', { after: Date.parse('2011-12-01') })).toBe(
      'On Friday 30 December 08:00 and 18:00 do not exist in Pacific/Apia; the digest comes on Saturday 31 December at 00:00.',
    );
  });

  it.each([
    ['no time is leapt over', '02:00', 'Europe/London', {}],
    ['the zone has no summer time', '02:30', 'Asia/Tokyo', {}],
    ['the digest does not come on that weekday', '01:30', 'Europe/London', { days: [1, 2, 3, 4, 5, 6] }],
    ['the day is over', '01:30', 'Europe/London', { after: Date.parse('2026-03-29T01:00Z'), within: 300 }],
    ['the day is too far off', '01:30', 'Europe/London', { within: 100 }],
  ])('is not given where %s', (_, times, timezone, more) => {
    expect(notice(times, timezone, more)).toBeUndefined();
  });
});

describe('what is said of times that cannot be taken', () => {
  it.each([
    ['soon', 'is not a time I know'],
    ['every 5 minutes', 'every 30 minutes at most'],
    ['9 and 5', 'Say am or pm'],
    ['twice a day', 'at which times'],
    ['weekdays at 8', 'names days'],
    ['8am UTC', 'names a time zone'],
  ])('“%s” %s', (asked, said) => {
    const words = timesProblemWords(asked, timesProblem(asked) ?? 'many');
    expect(words).toContain(`“${asked}” `);
    expect(words).toContain(said);
  });

  it('has examples that are taken', () => {
    const [, examples = ''] = /Examples: (.*)\.$/.exec(timesProblemWords('soon', 'unknown')) ?? [];
    expect(examples.split(', ').filter((example) => parseTimes(example) !== undefined)).toHaveLength(3);
  });
});
