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
    ['Inflation climbed to 3.6% in October.', '3.6%', 'Inflation climbed … in October'],
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
    ['The 39-year-old was raised in a lighthouse.', '39-year-old', 'was raised in a lighthouse'],
    ['The choir has singers over the age of 80.', '80', 'singers'],
    // The subject stands before words that explain it, a clause about it, or a comparison.
    ['The ship, named Marigold, carries 90 sailors.', '90', 'ship, named Marigold, carries … sailors'],
    ['Shares in the mill, which makes flour and Best 9 yeast, fell 4%.', '4%', 'Shares in the mill … fell'],
    ['A clerk who stole from a school to pay for a boat was fined £900.', '£900', 'clerk … was fined'],
    ['Tarn, a start-up founded in an old barn in 2019, has raised £4m.', '£4m', 'Tarn … has raised'],
    [
      'A beetle no wider than a pin, lifted from 300 metres below the bay, glows.',
      '300 metres',
      'beetle no wider than a pin, lifted … below the bay',
    ],
    ['The pool where the eels breed is a steady 9C.', '9C', 'pool where the eels breed is a steady'],
    [
      'The number of people admitted to hospital has risen by 31,000.',
      '31,000',
      'number of people admitted to hospital has risen',
    ],
    ['In the other ward they rose by 3%.', '3%', 'In the other ward they rose'],
    [
      'The harbour master read the log, which lists 1,200 wrecks off the cape.',
      '1,200',
      'log, which lists … wrecks off the cape',
    ],
    [
      'The pool where the eels breed is a steady 9C and the salt is about 40 times that of the sea.',
      '40 times',
      'salt is … that of the sea',
    ],
    [
      'Eel prices have leapt to new ten-year highs above £53 in the port.',
      '£53',
      'Eel prices have leapt to new ten-year highs … in the port',
    ],
    [
      'The ferry crossed in record time — 24 hours, 39 minutes and 35 seconds.',
      '39 minutes',
      'ferry crossed in record time',
    ],
    ['They bought a jug (31cm) for the hall.', '31cm', 'jug'],
    ['About 600 clerks have left the port and two are missing.', 'two', 'clerks … are missing'],
    ['The study followed 418 people aged 55 to 90 for 18 months.', '18 months', 'study followed'],
    ['The best seats are £12 and nine-tenths of them were sold.', 'nine-tenths', 'of them were sold'],
    [
      'Seats are £12 and nine-tenths of the 900 rows in the hall were sold.',
      '900',
      'rows in the hall were sold',
    ],
    ['The report said costs “could rise by 20%” in May.', '20%', 'costs … could rise'],
    ['Half were given £90 for coal.', '£90', 'Half were given … for coal'],
    ['He began with a gift of £240 in March.', '£240', 'He began with a gift … in March'],
    [
      'Ada Pell, 58, who runs the mill, made 41 offers for the ferry.',
      '41',
      'Ada Pell … offers for the ferry',
    ],
    ['They voted to build a £14m “sea school” there.', '£14m', 'They voted to build … sea school'],
    [
      'The thefts came to 11% of everything given to the choir.',
      '11%',
      'thefts came … of everything given to the choir',
    ],
    // Where nothing else stands behind it, the time does.
    ['Fares rose 5.2% in the year to October.', '5.2%', 'Fares rose … in the year to October'],
    [
      'Profit for the six months to June fell to £48m from £73m a year earlier.',
      '£73m',
      'Profit … a year earlier',
    ],
    [
      'The yard, which builds and mends all kinds of boats for the fishing fleet, hopes to launch 20 in 2027.',
      '20',
      'yard … hopes to launch',
    ],
    // What the figure is of stands behind it.
    ['Bread is about 45% dearer than a year ago.', '45%', 'Bread is … dearer than a year ago'],
    ['A 10% increase in fares is planned.', '10%', 'increase in fares is planned'],
    ['The hull cost €2.6m, two-thirds of it from a lottery.', 'two-thirds', 'hull cost … from a lottery'],
    ['Divers found £5m worth of silver.', '£5m', 'Divers found … of silver'],
    ['A total of 3,028 adults aged 18 or over were asked.', '3,028', 'adults aged 18 or over were asked'],
    [
      'The barge ended a five-year, 900-mile tour of the canals.',
      'five-year',
      'barge ended … 900-mile tour of the canals',
    ],
    ['Shops took an average of £46 a week for bread.', '£46 a week', 'Shops took … for bread'],
    [
      'A quarter of those who commute by ferry complain.',
      'A quarter',
      'of those who commute by ferry complain',
    ],
    ['It lasted twice as long as the old lamp.', 'twice', 'It lasted … as long as the old lamp'],
    ['It gives 450 Nm (332 lb ft) of torque.', '450 Nm', 'It gives … of torque'],
    ['The play is back, 140 years after she wrote it.', '140 years', 'after she wrote it'],
    ['The loss wiped £260m off its value.', '£260m', 'loss wiped … off its value'],
    [
      'The ruling helps the 900 tenants whose fixed-rent leases end.',
      '900',
      'ruling helps … tenants whose fixed-rent leases end',
    ],
    // The noun that governs it says what it is; a bare change says it with its verb.
    ['The minority wanted a cut of 2%.', '2%', 'minority wanted a cut'],
    [
      'He sang in front of 18,406 people, the biggest crowd of the year.',
      '18,406',
      'people, the biggest crowd',
    ],
    ['We ordered 38 buses, each with 80 seats.', '80', 'buses … seats'],
    ['Only 68% of trains ran, and more than 41,000 were cancelled.', '41,000', 'trains … were cancelled'],
    ['The shop has 36 lamps, two clocks and 90 spoons.', '90', 'shop has … spoons'],
  ])('%s', (text, figure, label) => {
    expect(labels(text)[figure]).toBe(label);
  });
});

describe('a figure that goes on from another keeps what is measured', () => {
  it('a conversion has the label of what it converts', () => {
    const [paid, converted] = Object.values(labels('The council paid $61m (£47.2m) for the pier.'));
    expect(paid).toBe('council paid … for the pier');
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

it('the concept is empty where the words say no more than the unit', () => {
  const [figure] = findFigures('There are four to five thousand porters.');
  expect(figure).toMatchObject({ unit: 'porter', concept: '' });
  expect(figure?.label).not.toEqual([]);
});

it('the concept holds no words of saying, of time or of change', () => {
  const [figure] = findFigures('Analysts said rents in the port had risen 5% last year.');
  expect(figure?.concept).toBe('rents port');
});
