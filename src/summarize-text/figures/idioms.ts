import type { FigureToken } from './tokens.ts';
import { tokenAt } from './tokens.ts';

/** Phrases with number words that count nothing; a hyphen stands as a space. */
const idioms: readonly string[] = [
  'no one',
  'one another',
  'one day',
  'one by one',
  'one on one',
  'one to one',
  'one off',
  'one offs',
  'one way',
  'one sided',
  'one size',
  'one stop',
  'one liner',
  'one time',
  'one or two',
  'one and all',
  'one and only',
  'one at a time',
  'one and the same',
  'one of a kind',
  'one hand',
  'one foot in',
  'one fell swoop',
  'at one point',
  'at one stage',
  'at one time',
  'at one with',
  'day one',
  'day two',
  'day three',
  'square one',
  'a thing or two',
  'two way',
  'two ways about',
  'two faced',
  'two fold',
  'two cents',
  'two minds',
  'two and two',
  'two by two',
  'three way',
  'four way',
  'three strikes',
  'three pointer',
  'three pointers',
  'four letter word',
  'four by four',
  'five a side',
  'six a side',
  'seven a side',
  'eleven a side',
  'six pack',
  'six packs',
  'seven seas',
  'seven deadly sins',
  'cloud nine',
  'nine to five',
  'ten pin',
  'eleventh hour',
  'twenty something',
  'twenty somethings',
  'thirty something',
  'thirty somethings',
  'forty winks',
  'fifty fifty',
  'catch twenty two',
  'ground zero',
  'net zero',
  'year zero',
  'zero sum',
  'zero tolerance',
  'zero hours',
  'zero hour',
  'zero carbon',
  'zero emission',
  'zero emissions',
  'zero waste',
  'zero in',
  'zero to hero',
  'a hundred times over',
  'a thousand times',
  'a million times',
  'a million miles',
  'one in a million',
  'thousand island',
  'four figure',
  'five figure',
  'six figure',
  'seven figure',
  'eight figure',
  'nine figure',
  'four wheel',
  'two wheeler',
  'three piece',
  'double edged',
];

const byFirst = new Map<string, string[][]>();
for (const idiom of idioms) {
  const words = idiom.split(' ');
  const [first = ''] = words;
  byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
}

/** Where the idiom that begins at a token ends (exclusive), or `undefined`. */
export function idiomEnd(tokens: readonly FigureToken[], at: number): number | undefined {
  for (const words of byFirst.get(tokenAt(tokens, at).lower) ?? []) {
    const to = matchWords(tokens, at, words);
    if (to !== undefined) return to;
  }
  return undefined;
}

/** With a hyphen it is a length: "a one-day strike". */
const spaced = 'one day';

function matchWords(
  tokens: readonly FigureToken[],
  at: number,
  words: readonly string[],
): number | undefined {
  let to = at;
  for (const word of words) {
    if (to > at && tokenAt(tokens, to).lower === '-' && words.join(' ') !== spaced) to++;
    if (tokenAt(tokens, to).lower !== word) return undefined;
    to++;
  }
  return to;
}
