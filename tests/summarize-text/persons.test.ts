import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnName, mayBeOne, nameWords, readName } from '../../src/summarize-text/speakers/person-name.ts';
import { groupNames, personsNamed } from '../../src/summarize-text/speakers/persons.ts';

const names = [
  'Ines Marlow',
  'Sir Tobias Renn',
  'Marlow',
  'Tobias Renn',
  'Peter Marlow',
  'Mr Marlow',
  'Ms Marlow',
  'Sir Tobias',
  'the Bank of Orme',
  'Bank of Orme',
  'Zoë Ørsted',
  "Finn O'Brannoch",
  'Ursa van der Meer',
  'van der Meer',
  'Ann B. Poe',
  'Ann C. Poe',
  'Ann Poe',
  'Tom Ferrar-Quist',
  'Attorney General Ruth Vane',
  'Vane',
];

describe('whom a reader means', () => {
  it.each([
    ['Renn', ['Sir Tobias Renn']],
    ['tobias renn', ['Sir Tobias Renn']],
    ['Mr Renn', ['Sir Tobias Renn']],
    ['Sir Tobias', ['Sir Tobias Renn']],
    ['foreign secretary tobias renn', ['Sir Tobias Renn']],
    ['marlow', ['Ines Marlow', 'Peter Marlow']],
    ['Ms Marlow', ['Ines Marlow']],
    ['lord marlow', ['Peter Marlow']],
    ['orme', ['the Bank of Orme']],
    ['The Bank of Orme', ['the Bank of Orme']],
    ['zoe orsted', ['Zoë Ørsted']],
    ['ZOË', ['Zoë Ørsted']],
    ['obrannoch', ["Finn O'Brannoch"]],
    ['O’Brannoch', ["Finn O'Brannoch"]],
    ['van der meer', ['Ursa van der Meer']],
    ['meer', ['Ursa van der Meer']],
    ['quist', ['Tom Ferrar-Quist']],
    ['Ferrar-Quist', ['Tom Ferrar-Quist']],
    ['vane', ['Attorney General Ruth Vane']],
    ['poe', ['Ann B. Poe', 'Ann C. Poe', 'Ann Poe']],
    ['ann c poe', ['Ann C. Poe']],
    ['Mar', []],
    ['Renn Poe', []],
    ['', []],
    ['—', []],
  ])('by %j: %j', (asked, expected) => {
    expect(personsNamed(asked, names).map(({ name }) => name)).toEqual(expected);
  });

  it('gives each person the names that can be nobody else’s', () => {
    const namesOf = (asked: string) => personsNamed(asked, names)[0]?.names.toSorted();
    expect(namesOf('Renn')).toEqual(['Sir Tobias', 'Sir Tobias Renn', 'Tobias Renn']);
    expect(namesOf('Ines Marlow')).toEqual(['Ines Marlow', 'Ms Marlow']);
    expect(namesOf('Peter Marlow')).toEqual(['Mr Marlow', 'Peter Marlow']);
    expect(namesOf('orme')).toEqual(['Bank of Orme', 'the Bank of Orme']);
    expect(namesOf('Ruth Vane')).toEqual(['Attorney General Ruth Vane', 'Vane']);
  });

  it('puts no name under two people, whatever the names are', () => {
    const word = fc.constantFrom(
      'Ann',
      'Anne',
      'A.',
      'Tobias',
      'Poe',
      'Renn',
      'Mr',
      'Dame',
      'van',
      'of',
      'Bank',
      'Jr',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (some) => {
        const grouped = groupNames(some).flatMap((person) => person.names);
        expect(new Set(grouped).size).toBe(grouped.length);
        for (const person of groupNames(some)) expect(person.names).toContain(person.name);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('a name', () => {
  it.each([
    ['Zoë O’Brien-Łoś', ['zoe', 'obrien-los']],
    ['J. P. Straße', ['j', 'p', 'strasse']],
    ['Marlow’s', ['marlow']],
    ['  Ann\n Poe ', ['ann', 'poe']],
  ])('%j is compared by its words %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it.each([
    ['Jon Poe', 'Jonathan Poe', true],
    ['J. Poe', 'Jonathan Poe', true],
    ['Jon Poe', 'Jane Poe', false],
    ['Mr Poe', 'Jane Poe', false],
    ['Ann B. Poe', 'Ann C. Poe', false],
    ['Ann B. Poe', 'Ann Poe', true],
    ['Ann Poe Jr.', 'Ann Poe', true],
    ['Ann Poe', 'Ann Renn', false],
    ['the Orme Council', 'Orme Council', true],
    ['Orme Council', 'Tom Council', false],
    ['the Bank of Orme', 'the Bank of Sula', false],
  ])('%j and %j: one person is %j', (one, other, expected) => {
    expect(mayBeOne(readName(one), readName(other))).toBe(expected);
    expect(mayBeOne(readName(other), readName(one))).toBe(expected);
  });

  it.each([
    ['Ann Poe', true],
    ['the Bank of Orme', true],
    ['The Army', true],
    ['Will Poe', true],
    ['the judge', false],
    ['The Governor', false],
    ['A spokesman for the Orme Council', false],
    ['an Orme official', false],
    ['Most', false],
    ['witnesses', false],
    ['Lord', false],
    ['', false],
  ])('%j is one of somebody’s own: %j', (name, expected) => {
    expect(isOwnName(name)).toBe(expected);
  });
});
