/**
 * Porter's stemmer ("An algorithm for suffix stripping", 1980) with the departures of SQLite's FTS5, so that both
 * engines find the same words.
 */

const shortest = 3;
const longest = 64;

/** Endings and what takes their place, by the step; of several that fit the first counts. */
type Rules = readonly (readonly [ending: string, instead: string])[];

const rules = (text: string): Rules =>
  text.split(' ').map((rule) => {
    const [ending = '', instead = ''] = rule.split('>');
    return [ending, instead];
  });

const step2 = rules(
  'ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al entli>ent eli>e ousli>ous ' +
    'ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble',
);
const step3 = rules('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');
const step4 = rules(
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> sion>s tion>t ou> ism> ate> iti> ous> ive> ize>',
);

/** The letters as vowels and consonants; "y" is a vowel behind a consonant. */
function shapeOf(word: string): string {
  let shape = '';
  for (const letter of word) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c'));
    shape += isVowel ? 'v' : 'c';
  }
  return shape;
}

/** How often vowels are followed by consonants. */
const measure = (word: string): number => shapeOf(word).match(/v+c+/g)?.length ?? 0;

const holdsVowel = (word: string): boolean => shapeOf(word).includes('v');

/** Whether it ends as "hop" does, and not in w, x or y. */
const endsShort = (word: string): boolean => /cvc$/.test(shapeOf(word)) && !/[wxy]$/.test(word);

function replaceEnding(word: string, endings: Rules, least: number): string {
  const rule = endings.find(([ending]) => word.length > ending.length && word.endsWith(ending));
  if (rule === undefined) return word;
  const [ending, instead] = rule;
  const rest = word.slice(0, -ending.length);
  return measure(rest + (ending.endsWith('ion') && instead.length === 1 ? instead : '')) > least
    ? rest + instead
    : word;
}

function withoutPlural(word: string): string {
  if (/.(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What "ed" or "ing" leaves, mended: "hopp" is "hop", "hop" is "hope". */
function mended(rest: string): string {
  if (rest.length > 2 && /(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
}

function withoutPast(word: string): string {
  if (word.length > 3 && word.endsWith('eed'))
    return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find((end) => word.length > end.length && word.endsWith(end));
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  return holdsVowel(rest) ? mended(rest) : word;
}

function withoutLastE(word: string): string {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  const measured = measure(rest);
  return measured > 1 || (measured === 1 && !endsShort(rest)) ? rest : word;
}

/** The stem of a word in small letters. */
export function stem(word: string): string {
  if (word.length < shortest || word.length > longest) return word;
  let rest = withoutPast(withoutPlural(word));
  if (rest.endsWith('y') && holdsVowel(rest.slice(0, -1))) rest = `${rest.slice(0, -1)}i`;
  rest = replaceEnding(rest, step2, 0);
  rest = replaceEnding(rest, step3, 0);
  rest = withoutLastE(replaceEnding(rest, step4, 1));
  return rest.endsWith('ll') && measure(rest.slice(0, -1)) > 1 ? rest.slice(0, -1) : rest;
}
