import { describe, expect, it } from 'vitest';
import { parseDays, parseZone, zonesLike } from '../../../src/digest/schedule/parse-schedule.ts';

describe('weekdays', () => {
  it.each([
    ['daily', [0, 1, 2, 3, 4, 5, 6]],
    ['Weekdays', [1, 2, 3, 4, 5]],
    ['weekend', [0, 6]],
    ['mon, wed, fri', [1, 3, 5]],
    ['Mondays and Thursdays', [1, 4]],
    ['tues weds thurs', [2, 3, 4]],
    ['sun;sun', [0]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['fri to mon', [0, 1, 5, 6]],
    ['sat – sun, wed', [0, 3, 6]],
    ['Mon/Wed/Fri', [1, 3, 5]],
    ['Sat & Sun', [0, 6]],
    ['Monday through Thursday', [1, 2, 3, 4]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['every Monday and each weekend', [0, 1, 6]],
    ['weekdays + sat', [1, 2, 3, 4, 5, 6]],
  ])('are read from %j', (written, days) => {
    expect(parseDays(written)).toEqual(days);
  });

  it.each([
    '',
    'someday',
    'm',
    'mon, someday',
    'mon-',
    '-fri',
    'mon-wed-fri',
    'and',
    'every',
    'every other monday',
  ])('are not read from %j', (written) => {
    expect(parseDays(written)).toBeUndefined();
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/London', 'Europe/London'],
    ['europe/london', 'Europe/London'],
    ['London', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Kolkata', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['US/Eastern', 'America/New_York'],
    ['Etc/GMT-5', 'Etc/GMT-5'],
  ])('is read from %j', (written, zone) => {
    expect(parseZone(written)).toBe(zone);
  });

  it.each([
    '',
    'Mars/Olympus',
    '+02:00',
    'Europe',
    'EST',
    'bst',
    'AST',
    'NST',
    'x',
    '<script>',
    'a'.repeat(500),
  ])('is not read from %j', (written) => {
    expect(parseZone(written)).toBeUndefined();
  });

  it('is offered by the beginning of its city before all others that hold what is typed', () => {
    expect(zonesLike('lond', 3)[0]).toBe('Europe/London');
    expect(zonesLike('america/', 25)).toHaveLength(25);
    expect(zonesLike('', 25)).toContain('UTC');
    expect(zonesLike('nowhere at all', 25)).toEqual([]);
  });

  it('is offered by its name of today, also to those who type an older one', () => {
    for (const typed of ['kyiv', 'kiev']) expect(zonesLike(typed, 3)).toEqual(['Europe/Kyiv']);
    expect(zonesLike('', 500).filter((zone) => zone.includes('Calcutta'))).toEqual([]);
  });
});
