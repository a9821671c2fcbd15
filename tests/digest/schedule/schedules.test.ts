import { describe, expect, it } from 'vitest';
import { numbers } from '../../seeded-numbers.ts';
import { listedZones, zoneNames } from './every-zone.ts';
import { compareWithCroner, compareWithSeen, noTotals } from './schedule-years.ts';

const seed = 9;
const random = numbers(seed);
const halfYear = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)] as const;

/** What they do with their clocks is like nobody else's; and two by chance. */
const chosen = [
  'Australia/Lord_Howe',
  'America/Nuuk',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Havana',
  ...[0, 1].map(() => zoneNames[random(zoneNames.length)] ?? 'UTC'),
];

describe(`schedules of half a year (seed ${seed})`, () => {
  it.each(chosen)('in %s run as its clock is seen to go, and as croner runs them', (zone) => {
    const totals = noTotals();
    const changes = compareWithSeen(zone, halfYear, random, totals);
    compareWithCroner(zone, { span: halfYear, changes, step: 7 }, random, totals);
    expect(totals.seen).toBeGreaterThan(4000);
    expect(totals.croner).toBeGreaterThan(50);
  });

  it('run right after a day that a zone left out', () => {
    const span = [Date.UTC(2011, 11, 20), Date.UTC(2012, 0, 10)] as const;
    const totals = noTotals();
    const changes = compareWithSeen('Pacific/Apia', span, random, totals);
    compareWithCroner('Pacific/Apia', { span, changes, step: 1 }, random, totals);
    // Each quarter of an hour of that day by itself, but its midnight: the next one is at the same instant.
    expect(totals.skipped).toBeGreaterThanOrEqual(95);
  });
});

it('knows every zone by each of its names', () => {
  expect(listedZones.length).toBeGreaterThan(400);
  expect(zoneNames.length).toBeGreaterThan(listedZones.length + 150);
  for (const timeZone of zoneNames) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
});
