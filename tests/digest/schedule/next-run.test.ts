import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nextRun } from '../../../src/digest/schedule/next-run.ts';
import { instantOf, wallClock } from '../../../src/digest/schedule/zone-clock.ts';

const daily = [0, 1, 2, 3, 4, 5, 6];
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe('the next run of a digest', () => {
  it.each([
    ['later today', '08:00', daily, 'Europe/London', '2026-11-25T07:59:59Z', '2026-11-25T08:00:00Z'],
    [
      'tomorrow, when it is just that time',
      '08:00',
      daily,
      'UTC',
      '2026-11-25T08:00:00Z',
      '2026-11-26T08:00:00Z',
    ],
    ['in a zone ahead of UTC', '08:00', daily, 'Asia/Tokyo', '2026-11-25T00:00:00Z', '2026-11-25T23:00:00Z'],
    ['in a zone behind UTC', '18:30', daily, 'America/Lima', '2026-11-25T23:00:00Z', '2026-11-25T23:30:00Z'],
    [
      'in a zone off by three quarters',
      '06:00',
      daily,
      'Asia/Kathmandu',
      '2026-11-25T01:00:00Z',
      '2026-11-26T00:15:00Z',
    ],
    ['on the next chosen weekday', '09:00', [1], 'UTC', '2026-11-25T00:00:00Z', '2026-11-30T09:00:00Z'],
    ['a week later on the same weekday', '09:00', [3], 'UTC', '2026-11-25T09:00:00Z', '2026-12-02T09:00:00Z'],
    [
      'by the local weekday, not the UTC one',
      '00:30',
      [4],
      'Pacific/Auckland',
      '2026-11-25T00:00:00Z',
      '2026-11-25T11:30:00Z',
    ],
    [
      'at the first minute after a spring gap',
      '02:30',
      daily,
      'America/New_York',
      '2027-03-14T05:00:00Z',
      '2027-03-14T07:00:00Z',
    ],
    [
      'after a gap of half an hour',
      '02:10',
      daily,
      'Australia/Lord_Howe',
      '2026-10-03T14:00:00Z',
      '2026-10-03T15:30:00Z',
    ],
    [
      'after a gap at midnight',
      '00:30',
      daily,
      'Africa/Cairo',
      '2027-04-29T12:00:00Z',
      '2027-04-29T22:00:00Z',
    ],
    [
      'at the first of two equal times',
      '01:30',
      daily,
      'America/New_York',
      '2026-11-01T04:00:00Z',
      '2026-11-01T05:30:00Z',
    ],
    [
      'not at the second of two equal times',
      '01:30',
      daily,
      'America/New_York',
      '2026-11-01T05:30:00Z',
      '2026-11-02T06:30:00Z',
    ],
    [
      'right after a day that a zone left out',
      '10:00',
      [5],
      'Pacific/Apia',
      '2011-12-29T20:00:00Z',
      '2011-12-30T10:00:00Z',
    ],
    [
      'the earliest of several times that is still to come',
      '08:00 13:00 18:00',
      daily,
      'Europe/London',
      '2026-11-25T08:00:00Z',
      '2026-11-25T13:00:00Z',
    ],
    [
      'the first time of the next chosen day after the last of several',
      '08:00 18:00',
      [1, 3],
      'UTC',
      '2026-11-25T18:00:00Z',
      '2026-11-30T08:00:00Z',
    ],
    [
      'one run for several times that a gap holds',
      '02:00 02:30 02:59 03:00 03:01',
      daily,
      'America/New_York',
      '2027-03-14T07:00:00Z',
      '2027-03-14T07:01:00Z',
    ],
    [
      'the next time after an hour that comes twice, not one of that hour again',
      '01:00 01:30 02:00',
      daily,
      'America/New_York',
      '2026-11-01T05:30:00Z',
      '2026-11-01T07:00:00Z',
    ],
    [
      'on the morning after, for the last minutes of a day that a gap at midnight holds',
      '23:30',
      [6],
      'America/Scoresbysund',
      '2027-03-27T23:00:00Z',
      '2027-03-28T01:00:00Z',
    ],
    [
      'once for all times of a day that a zone left out and the first of the day after',
      '00:00 10:00',
      [5, 6],
      'Pacific/Apia',
      '2011-12-30T10:00:00Z',
      '2011-12-30T20:00:00Z',
    ],
  ])('is %s', (_, times, days, timezone, after, expected) => {
    const next = nextRun({ times: times.split(' '), days, timezone }, Date.parse(after));
    expect(new Date(next).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each([
    ['has no day', ['08:00'], [], 'UTC'],
    ['has no time', [], daily, 'UTC'],
    ['has no time of day', ['soon'], daily, 'UTC'],
    ['has no zone', ['08:00'], daily, 'Mars/Olympus'],
  ])('never comes where a schedule %s', (_, times, days, timezone) => {
    expect(() => nextRun({ times, days, timezone }, 0)).toThrow(RangeError);
  });
});

const zones = [
  'Europe/London',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Tehran',
  'UTC',
];

test('runs follow each other once a day, at the asked time or right after the gap that holds it', () => {
  const from = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: from, max: from + 730 * dayMs }),
      (timezone, hour, minute, after) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const asked = (hour * 60 + minute) * minuteMs;
        const first = nextRun({ times: [time], days: daily, timezone }, after);
        const second = nextRun({ times: [time], days: daily, timezone }, first);
        expect(first).toBeGreaterThan(after);
        expect(second - first).toBeGreaterThan(dayMs - 121 * minuteMs);
        expect(second - first).toBeLessThan(dayMs + 121 * minuteMs);
        for (const run of [first, second]) {
          const wall = wallClock(run, timezone);
          const before = wallClock(run - minuteMs, timezone);
          const due = Math.floor(wall / dayMs) * dayMs + asked;
          // On time, or the clock leapt from before the asked time to this minute.
          expect(wall === due || (before < due && wall > due && wall - before > minuteMs)).toBe(true);
        }
      },
    ),
    { seed: 7, numRuns: 500 },
  );
});

describe('the clock of a zone', () => {
  const formatOf = (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'medium',
    });

  /** "2026-03-29, 03:00:00" */
  const shown = (instant: number) => new Date(instant).toISOString().slice(0, 19).replace('T', ', ');

  it.each([
    ['Europe/London', '2026-03-29'],
    ['Europe/London', '2026-10-25'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Africa/Cairo', '2027-04-30'],
    ['America/Santiago', '2027-04-04'],
    ['Pacific/Apia', '2011-12-30'],
    ['America/St_Johns', '2010-11-07'],
    ['Africa/Monrovia', '1972-01-07'],
  ])(
    'shows in %s around %s what Intl says, and each time comes when it first shows that or more',
    (zone, day) => {
      const middle = Date.parse(day);
      const format = formatOf(zone);
      let latest = Number.NEGATIVE_INFINITY;
      for (let at = middle - 2 * dayMs; at < middle + 2 * dayMs; at += minuteMs / 2) {
        const wall = wallClock(at, zone);
        if (at % (10 * minuteMs) === 0) expect(shown(wall)).toBe(format.format(at));
        if (wall > latest) expect(instantOf(wall, zone)).toBe(at);
        if (wall > latest + minuteMs && latest > 0) expect(instantOf(latest + minuteMs, zone)).toBe(at);
        latest = Math.max(latest, wall);
      }
    },
  );
});
