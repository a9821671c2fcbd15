import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTimes } from '../../../src/digest/schedule/parse-times.ts';
import { timesWords } from '../../../src/render/digest/schedule-words.ts';

const page = readFileSync(new URL('../../../docs/digests.md', import.meta.url), 'utf8');
const table = page.split('| you write')[1]?.split('\n\n')[0] ?? '';
const rows = [...table.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm)].map(([, written = '', comes = '']) => ({
  written,
  comes,
}));

it.each(rows)('“$written” comes as docs/digests.md says: $comes', ({ written, comes }) => {
  expect(timesWords(parseTimes(written) ?? [])).toBe(comes);
});

it('has several examples', () => {
  expect(rows.length).toBeGreaterThan(5);
});
