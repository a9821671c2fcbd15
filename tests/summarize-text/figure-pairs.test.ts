import { comparableGroup, type Figure, findFigures, tellApart, withPairs } from 'summarize-text';
import { describe, expect, it } from 'vitest';

const texts = (figures: readonly Figure[]): readonly string[] => figures.map(({ text }) => text);
const ranked = (text: string): Figure[] =>
  findFigures(text)
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
const group = (text: string): readonly string[] => texts(comparableGroup(text, ranked(text))).toSorted();

describe('figures that can stand side by side', () => {
  it.each([
    ['a movement', 'Profit at the mill fell to £48m from £73m a year earlier.', ['£48m', '£73m']],
    ['a movement told the other way', 'The toll went from £40 to £55 in May.', ['£40', '£55']],
    [
      'one against another',
      'Some 35% of the choir sing bass, compared with 12% in the spring.',
      ['12%', '35%'],
    ],
    [
      'a target and what there is',
      'Carrow has pledged to spend 1.8% of national income on lighthouses. It now spends about 1.5% of national income on lighthouses.',
      ['1.5%', '1.8%'],
    ],
    [
      'parts of one whole',
      'The tests were passed by 30% of the Orme pupils. The tests were passed by 17% of the Tarn pupils.',
      ['17%', '30%'],
    ],
  ])('are %s', (_, text, expected) => {
    expect(group(text)).toEqual(expected);
  });

  it.each([
    ['of other kinds', 'Profit rose 4% to £73m.'],
    ['of other units', 'The deal is worth £40m or €47m to the town.'],
    ['a rise and a level', 'A 40% rise in rents hit the port. Rents take 35% of the wages in the port.'],
    ['a rise and a fall', 'Rents in the port rose 4%. Rents in the port fell 9% in the hills.'],
    [
      'more than fifty times apart',
      'The fund paid £2m to the port town. The fund paid £400m to the port authority.',
    ],
    ['said of other things', 'The bridge cost £40m. The ferry earned £12m.'],
    ['of one name and nothing else', 'Harrow Oil owes £40m. Harrow Oil sold £12m.'],
    ['small counts', 'The pier lost three of its eight lamps to the storm.'],
    ['vague', 'The storm broke hundreds of lamps. The storm broke 40 lamps.'],
    ['ages', 'The champion, 34, beat the former champion, 19.'],
    ['the same', 'The toll is £40. The toll of £40 is new.'],
  ])('are not those %s', (_, text) => {
    expect(group(text)).toEqual([]);
  });

  it('are at most six, each comparable with each', () => {
    const towns = ['Orme', 'Tarn', 'Esk', 'Wye', 'Dove', 'Ure', 'Swale', 'Nidd'];
    const text = towns
      .map((town, at) => `The ballot was won with ${40 + at}% of the votes in ${town}.`)
      .join(' ');
    expect(comparableGroup(text, findFigures(text))).toHaveLength(6);
  });

  it('stand behind each other in a list, the rest in its order', () => {
    const text =
      'Profit at the mill fell to £48m. It has 900 looms. Wages took 40% of it. Profit at the mill was £73m in the spring.';
    const [a, b, c, d] = findFigures(text);
    if (!a || !b || !c || !d) throw new Error('a figure is missing');
    expect(texts(withPairs(text, [a, b, c, d]))).toEqual(['£48m', '£73m', '900', '40%']);
    expect(withPairs(text, [b, c])).toEqual([b, c]);
  });
});

describe('figures of two texts', () => {
  const one = (text: string): Figure => {
    const [figure] = findFigures(text);
    if (figure === undefined) throw new Error('there is no figure');
    return figure;
  };
  const spends = one('Carrow spends 2.4% of its income on lighthouses.');

  it.each([
    ['other values of the same thing', 'Carrow spends 2.9% of its income on lighthouses.', true],
    ['the same value', 'Carrow spends 2.4% of its income on lighthouses.', false],
    ['a rounded one', 'Carrow spends about 2.5% of its income on lighthouses.', false],
    ['another thing', 'Carrow earns 2.9% of its income with lighthouses.', false],
    ['another unit', 'Carrow spends £2.9m of its income on lighthouses.', false],
    ['a rise of it', 'Carrow raised its income by 2.9%.', false],
  ])('differ: %s', (_, text, expected) => {
    expect(tellApart(spends, one(text))).toBe(expected);
  });
});
