import { describe, expect, it } from 'vitest';
import { goldArticles } from '../../bench/parts/stories/story-gold.ts';
import { copySketch, isNearCopy, sharedText } from '../../src/story/near-copies.ts';

const sketches = new Map(goldArticles.map(({ id, text }) => [id, copySketch(text)]));
const sketchOf = (id: string) => sketches.get(id) ?? copySketch('');
const originals = goldArticles.filter(({ copyOf, text }) => copyOf === undefined && text.length > 350);
const originOf = ({ id, copyOf }: { id: string; copyOf?: string }): string => copyOf ?? id;

const share = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;

/** What desks do to an agency's text. */
const edits: readonly (readonly [string, (sentences: readonly string[]) => readonly string[]])[] = [
  ['the last third cut', (all) => all.slice(0, Math.ceil((all.length * 2) / 3))],
  ['the second half cut', (all) => all.slice(0, Math.ceil(all.length / 2))],
  ['one sentence taken out', (all) => all.filter((_, index) => index !== 1)],
  ['every tenth word changed', (all) => [changed(all.join(' '), 10)]],
  ['a paragraph of its own before and a note after', (all) => [ownLead, ...all, ownNote]],
];
const ownLead =
  'Readers of this newspaper have been writing to us all day about what they saw, heard and did, and we thank each of them.';
const ownNote =
  'Additional reporting by our own staff. Write to the desk by post, or come in and see us on a weekday.';

const changed = (text: string, every: number): string =>
  text
    .split(' ')
    .map((word, index) => (index % every === every - 1 ? 'otherwise' : word))
    .join(' ');

describe('near-copies', () => {
  it.each(edits)('with %s, at least 97 in 100 are found', (_, edit) => {
    const found = originals.map(({ id, text }) => {
      const copy = edit(text.split(/(?<=[.!?”’])\s+/)).join(' ');
      return isNearCopy(sketchOf(id), copySketch(copy));
    });
    expect(share(found)).toBeGreaterThanOrEqual(0.97);
  });

  it('of the gold are all found, whichever of the two is longer', () => {
    const missed = goldArticles.filter(
      ({ id, copyOf, text }) =>
        copyOf !== undefined &&
        text.split(' ').length > 20 &&
        !(isNearCopy(sketchOf(id), sketchOf(copyOf)) && isNearCopy(sketchOf(copyOf), sketchOf(id))),
    );
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('are none of the texts that two people wrote, of one event or of look-alikes', () => {
    const pairs = goldArticles.flatMap((one) =>
      goldArticles
        .filter((other) => one.id < other.id && originOf(one) !== originOf(other))
        .map((other) => [one.id, other.id]),
    );
    const taken = pairs.filter(([one = '', other = '']) => isNearCopy(sketchOf(one), sketchOf(other)));
    expect(taken).toEqual([]);
  });

  it.each([
    ['other numbers', 'Rain fell on 14 days, 62 millimetres in all, and 9 roads were shut.', false],
    [
      'some numbers more',
      'Rain fell on 12 days, 48 millimetres in all, and 7 roads were shut, 31 cars lost.',
      true,
    ],
    ['numbers in other marks', 'Rain fell on 12 days, 48 millimetres in all; and “7” roads were shut.', true],
  ])('are told from the same words with other numbers: %s', (_, end, isCopy) => {
    const start =
      'The service said on Monday that the month had been wet in the hills above Sula and dry by the sea.';
    const one = `${start} Rain fell on 12 days, 48 millimetres in all, and 7 roads were shut.`;
    expect(isNearCopy(copySketch(one), copySketch(`${start} ${end}`))).toBe(isCopy);
    expect(isNearCopy(copySketch(`${start} ${end}`), copySketch(one))).toBe(isCopy);
  });

  it('need more than a phrase: two texts of a few words are none', () => {
    const phrase = copySketch('Police were called to the house shortly after ten.');
    expect(sharedText(phrase, phrase)).toBe(0);
  });

  it('are looked for in the first 12,000 characters of a text alone', () => {
    const long = 'All about the weather of the week and of the week after it. '.repeat(400);
    expect(copySketch(`${long}${'x'.repeat(2_000_000)}`)).toEqual(copySketch(long));
  });
});
