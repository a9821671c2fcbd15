import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDays } from '../../../src/digest/schedule/parse-schedule.ts';
import { parseTimes, timesProblem } from '../../../src/digest/schedule/parse-times.ts';
import { scheduleWords, timesWords } from '../../../src/render/digest/schedule-words.ts';

describe('times of day', () => {
  it.each([
    // one
    ['08:00', '08:00'],
    ['8', '08:00'],
    ['8am', '08:00'],
    ['8 a.m.', '08:00'],
    ['8 A. M.', '08:00'],
    ['8:15 PM', '20:15'],
    ['830pm', '20:30'],
    ['12am', '00:00'],
    ['12:30am', '00:30'],
    ['12pm', '12:00'],
    ['18.30', '18:30'],
    ['18h30', '18:30'],
    ['18h', '18:00'],
    ['18 Uhr', '18:00'],
    ['1830', '18:30'],
    [' 00:00 ', '00:00'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['8 o’clock', '08:00'],
    ['7 in the evening', '19:00'],
    ['at 8am', '08:00'],
    ['daily at 8', '08:00'],
    // several
    ['8am and 6pm', '08:00 18:00'],
    ['6pm & 8am', '08:00 18:00'],
    ['8am 6pm', '08:00 18:00'],
    ['8 am, 6 pm', '08:00 18:00'],
    ['08:00, 13:00, 18:00', '08:00 13:00 18:00'],
    ['08:00 18:00', '08:00 18:00'],
    ['8:00; 13:30', '08:00 13:30'],
    ['8, 13 and 18', '08:00 13:00 18:00'],
    ['18 and 8', '08:00 18:00'],
    ['7/12/18', '07:00 12:00 18:00'],
    ['08:00, 08:00', '08:00'],
    ['every day at 7am, at noon, and at 6 in the evening', '07:00 12:00 18:00'],
    ['7, 8 and 9am', '07:00 08:00 09:00'],
    ['8 and 6pm', '08:00 18:00'],
    ['8, 12 and 6pm', '08:00 12:00 18:00'],
    ['8am and 18:00', '08:00 18:00'],
    ['midnight and noon', '00:00 12:00'],
    // a step and a span
    ['every 4 hours between 8 and 20', '08:00 12:00 16:00 20:00'],
    ['every 4 hours from 8am to 8pm', '08:00 12:00 16:00 20:00'],
    ['every four hours from 8 to 8pm', '08:00 12:00 16:00 20:00'],
    ['Every 4h, 8:00 – 20:00', '08:00 12:00 16:00 20:00'],
    ['every 4 hrs (8am-8pm)', '08:00 12:00 16:00 20:00'],
    ['from 8 to 20 every 4 hours', '08:00 12:00 16:00 20:00'],
    ['every 3 hours between 8 and 18', '08:00 11:00 14:00 17:00'],
    ['every hour 9-12', '09:00 10:00 11:00 12:00'],
    ['9-12 hourly', '09:00 10:00 11:00 12:00'],
    ['hourly from 9am until noon', '09:00 10:00 11:00 12:00'],
    ['every hour on the hour from 3pm through 5pm', '15:00 16:00 17:00'],
    ['every 30 minutes between 9 and 10', '09:00 09:30 10:00'],
    ['every half an hour from 9 to 10', '09:00 09:30 10:00'],
    ['every hour and a half from 8 to 11', '08:00 09:30 11:00'],
    ['every 1h30 from 8 to 11', '08:00 09:30 11:00'],
    ['every 1.5 hours from 8 to 11', '08:00 09:30 11:00'],
    // over midnight, and round the clock
    ['every 4 hours from 20 to 8', '00:00 04:00 08:00 20:00'],
    ['every 6 hours from 8pm to 8am', '02:00 08:00 20:00'],
    ['every 8 hours between 8 and 24', '00:00 08:00 16:00'],
    ['every 8 hours from 8 to midnight', '00:00 08:00 16:00'],
    ['every 12 hours', '00:00 12:00'],
    ['every 6 hours', '00:00 06:00 12:00 18:00'],
    ['6-hourly', '00:00 06:00 12:00 18:00'],
    ['once every six hours', '00:00 06:00 12:00 18:00'],
    ['every 5 hours', '00:00 05:00 10:00 15:00 20:00'],
    ['every 6 hours starting at 8am', '02:00 08:00 14:00 20:00'],
    ['every 12 hours from 8am to 8am', '08:00 20:00'],
  ])('are read from %j', (written, times) => {
    expect(parseTimes(written)?.join(' ')).toBe(times);
    expect(timesProblem(written)).toBeUndefined();
  });

  it.each([
    ['hourly', 24],
    ['once an hour', 24],
    ['every other hour', 12],
    ['every 90 minutes', 16],
    ['every half hour', 48],
    ['every 30 min from 07:30', 48],
  ])('%j are %i, from midnight on or round the clock', (written, count) => {
    expect(parseTimes(written)).toHaveLength(count);
  });

  const everyHalfHour = parseTimes('half-hourly') ?? [];

  it.each([
    ['unknown', 'eight'],
    ['unknown', '8:5'],
    ['unknown', '8 30'],
    ['unknown', '08:00:00'],
    ['unknown', '8:60'],
    ['unknown', '25:00'],
    ['unknown', '24:00'],
    ['unknown', '13pm'],
    ['unknown', '0am'],
    ['unknown', '-1'],
    ['unknown', '830'],
    ['unknown', '１２'],
    ['unknown', '8,'],
    ['unknown', '8am to 6pm'],
    ['unknown', 'every 2 hours 8 and 20'],
    ['unknown', 'every 2 hours until 18'],
    ['unknown', 'every 2 hours from 24 to 8'],
    ['unknown', 'every __proto__ hours'],
    ['unknown', `8${' '.repeat(2000)}am`],
    ['often', 'every minute'],
    ['often', 'every 10 seconds'],
    ['often', 'every 15 minutes between 8 and 9'],
    ['often', 'every quarter of an hour'],
    ['many', [...everyHalfHour, '23:45'].join(', ')],
    ['half', '8 and 6'],
    ['half', '5 and 6pm'],
    ['half', '8am and 6'],
    ['half', '12 and 6am'],
    ['half', '8, noon and 6'],
    ['half', 'every hour 9-5'],
    ['half', 'every hour 2-6pm'],
    ['half', 'every hour from 10 to 6am'],
    ['half', 'every 4 hours from 8 to 8'],
    ['when', ''],
    ['when', 'daily'],
    ['when', 'twice a day'],
    ['when', 'morning and evening'],
    ['when', 'every 24 hours'],
    ['when', 'every 2 days'],
    ['when', 'every 20 hours'],
    ['when', 'every 4 hours between 8 and 10'],
    ['days', 'weekdays at 8'],
    ['days', '8am on Mondays'],
    ['days', 'every 3 hours mon-fri'],
    ['zone', '8am EST'],
    ['zone', '08:00 Europe/London'],
  ])('are refused as %j: %j', (problem, written) => {
    expect(timesProblem(written)).toBe(problem);
    expect(parseTimes(written)).toBeUndefined();
  });

  it('may be 48', () => {
    expect(parseTimes(everyHalfHour.join(', '))).toEqual(everyHalfHour);
  });
});

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const someTimes = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 48 })
  .map((minutes) => minutes.toSorted((one, other) => one - other).map(timeOf));

const seriesOfTimes = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 720 }), fc.integer({ min: 1, max: 48 }))
  .map(([start, step, count]) => {
    const minutes = Array.from({ length: count }, (_, index) => start + index * step)
      .filter((one) => one < start + 1440)
      .map((one) => one % 1440);
    return [...new Set(minutes)].sort((one, other) => one - other).map(timeOf);
  });

test('the words of any times are read as the same times', () => {
  fc.assert(
    fc.property(fc.oneof(someTimes, seriesOfTimes), (times) => {
      expect(parseTimes(timesWords(times))).toEqual(times);
    }),
    { seed: 9, numRuns: 2000 },
  );
});

test('the words of any days are read as the same days', () => {
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), (days) => {
      const words = scheduleWords({ times: ['08:00'], timezone: 'UTC', days });
      expect(parseDays(words.replace('08:00 UTC, ', ''))).toEqual(days);
    }),
    { seed: 9, numRuns: 200 },
  );
});

test('whatever is written, times are in order, each once, 48 at most, and either they or a problem is given', () => {
  const word = fc.constantFrom(
    ...'every each once an hour hours minutes half 30 4 8 18 20:00 8:30 08:00 am pm noon midnight 24 from to between and , - ; at hourly daily other until 2-hourly 1h30 mon'.split(
      ' ',
    ),
  );
  const written = fc.oneof(
    fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')),
    fc.array(word, { maxLength: 10 }).map((words) => words.join('')),
    fc.string({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(written, (words) => {
      const times = parseTimes(words);
      expect(times === undefined).toBe(timesProblem(words) !== undefined);
      if (times === undefined) return;
      expect(times.length).toBeGreaterThan(0);
      expect(times.length).toBeLessThanOrEqual(48);
      expect([...new Set(times)].sort()).toEqual(times);
      for (const time of times) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
    }),
    { seed: 9, numRuns: 3000 },
  );
});
