import type { Figure } from 'summarize-text';
import { findFigures } from 'summarize-text';
import { describe, expect, it } from 'vitest';

function labelOf(text: string, { label }: Figure): string {
  return label.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

function labels(text: string): Record<string, string> {
  return Object.fromEntries(findFigures(text).map((figure) => [figure.text, labelOf(text, figure)]));
}

describe('a label says in the words of the sentence what is measured', () => {
  it.each([
    ['Inflation climbed to 3.6% in October.', '3.6%', 'Inflation climbed'],
    ['The prize for the winner is £1.6m.', '£1.6m', 'prize for the winner is'],
    ['City had 71% of the ball.', '71%', 'City had … of the ball'],
    [
      'Ardmoor spends about 1.5% of national income on patrols.',
      '1.5%',
      'Ardmoor spends … of national income on patrols',
    ],
    ['The firm will pay $40m for the yard.', '$40m', 'firm will pay … for the yard'],
    ['More than 41,000 trains were cancelled.', '41,000', 'trains were cancelled'],
    ['Forty per cent of the eggs had hatched.', 'Forty per cent', 'of the eggs had hatched'],
    ['Brindle owns a 31% share of the mill.', '31%', 'Brindle owns … share of the mill'],
    ['He led a cast of 34 singers.', '34', 'cast … singers'],
    ['Ruth Pell, 61, keeps bees.', '61', 'Ruth Pell'],
    ['A 29-year-old nurse was praised.', '29-year-old', 'nurse'],
  ])('%s', (text, figure, label) => {
    expect(labels(text)[figure]).toBe(label);
  });
});

describe('a figure that goes on from another keeps what is measured', () => {
  it('a conversion has the label of what it converts', () => {
    const [paid, converted] = Object.values(labels('The council paid $61m (£47.2m) for the pier.'));
    expect(paid).toBe('council paid');
    expect(converted).toBe(paid);
  });

  it('the level has the subject of the change that leads to it', () => {
    const found = labels('Bookings at the hotel rose 9% to £740m.');
    expect(found['9%']).toBe('Bookings at the hotel rose');
    expect(found['£740m']).toBe('Bookings at the hotel rose');
  });

  it('each of a list has its own subject', () => {
    const found = labels('Quarry fell 4%, Larch 3% and Brindle 2%.');
    expect(found).toMatchObject({ '3%': 'Larch', '2%': 'Brindle' });
  });

  it('words that explain the subject do not stand for it', () => {
    const found = labels('Shares in Harrow Oil, the oldest maker of lamps, dropped by 23%.');
    expect(found['23%']).toMatch(/^Shares in Harrow Oil/);
  });

  it('a report says nothing of what is measured', () => {
    const found = labels('A survey found 69% of gardeners sing to their plants.');
    expect(found['69%']).toBe('of gardeners sing to their plants');
  });
});

it('the concept holds no words of saying, of time or of change', () => {
  const [figure] = findFigures('Analysts said rents in the port had risen 5% last year.');
  expect(figure?.concept).toBe('rents port');
});
