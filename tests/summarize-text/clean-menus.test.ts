import { describe, expect, it } from 'vitest';
import { clean } from '../../src/summarize-text/clean/clean.ts';

const title = 'Weir keeper of Ostrey pulls 40 sheep from the river';
const body = [
  'The keeper of the weir at Ostrey pulled 40 sheep out of the river with a boat hook on Sunday night.',
  'Ivo Marsh said the flock had been swept off the water meadows when the river rose by a metre in an hour.',
  '“They came down like a white raft,” said Mr Marsh, who is 66 and has kept the weir for 30 years.',
  'The sheep belong to three farms above Ostrey, one of which lost half of its meadows to the river.',
  'Vets from the county said on Monday that all but two of the sheep would live.',
];
const menu = [
  'Home',
  'News',
  'Sport',
  'Weather',
  'Farming',
  'What’s on',
  'Deaths',
  'Jobs',
  'Motors',
  'Sign in',
  'Search',
  'Ostrey Mercury.',
  'All of the valley, every day.',
];
const footer = [
  'Most read',
  'Vicar finds a Roman coin in the font',
  'Bus drivers vote on pay',
  'Baker’s dozen',
  'Puzzles',
  'Letters',
  'Archive',
  'Contact',
  'Terms',
  'Privacy',
  'Cookies',
  'Notices',
  'Who we are',
  'Is your street the quietest of the valley?',
];

describe('a whole page with its menus', () => {
  const page = [...menu, title, ...body, ...footer].join('\n');

  it('is cut down to its article, the headline told apart', () => {
    const { text, title: found, removals } = clean(page);
    expect({ text, found }).toEqual({ text: body.join('\n\n'), found: title });
    const around = removals.filter(({ step }) => step === 'menus').map(({ text: words }) => words);
    expect(around).toEqual([menu.join('\n'), footer.join('\n')]);
  });

  it('is told from it once: cleaning again changes nothing', () => {
    const { text } = clean(page);
    expect(clean(text).text).toBe(text);
  });

  it('keeps them when the step is skipped', () => {
    expect(clean(page, { skip: ['menus', 'fragments'] }).text).toContain('Vicar finds');
  });
});

it.each([
  ['an article with a few headings', [title, ...body.flatMap((line) => ['The river', line])]],
  [
    'a list of stops behind the article',
    [...body, 'The boat stops at:', ...Array.from({ length: 25 }, (_, at) => `Lock ${at}, Ostrey`)],
  ],
  ['a poem of short lines', Array.from({ length: 30 }, (_, at) => `the river is ${at} deep`)],
])('%s is no such page', (_, lines) => {
  expect(clean(lines.join('\n')).removals.filter(({ step }) => step === 'menus')).toEqual([]);
});
