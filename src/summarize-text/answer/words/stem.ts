/** Longer ones are no words of a language that inflects as English does. */
const longestWord = 40;
const mostKept = 20_000;
const kept = new Map<string, string>();

/** The stem that the forms of an English word share, by the rules of Porter's second stemmer; in small letters. */
export function stemOf(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (word.length <= 2 || word.length > longestWord || !isPlain(word)) return word;
  const stem = stemmed(word);
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, stem);
  return stem;
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

const exceptions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
    inning: 'inning',
    outing: 'outing',
    canning: 'canning',
    herring: 'herring',
    earring: 'earring',
    proceed: 'proceed',
    exceed: 'exceed',
    succeed: 'succeed',
  }),
);

const isVowel = (word: string, at: number): boolean => {
  const letter = word.charAt(at);
  if (letter === 'y') return at > 0 && !isVowel(word, at - 1);
  return letter !== '' && 'aeiou'.includes(letter);
};

const hasVowel = (word: string): boolean => {
  for (let at = 0; at < word.length; at += 1) if (isVowel(word, at)) return true;
  return false;
};

/** Where the region behind the first consonant that follows a vowel begins, from `from` on. */
function regionFrom(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1)
    if (!isVowel(word, at) && isVowel(word, at - 1)) return at + 1;
  return word.length;
}

function firstRegion(word: string): number {
  const opener = ['gener', 'commun', 'arsen'].find((beginning) => word.startsWith(beginning));
  return opener?.length ?? regionFrom(word, 0);
}

/** The regions count in the word as it was, whatever has been taken off its end since. */
interface Regions {
  readonly first: number;
  readonly second: number;
}

function stemmed(word: string): string {
  const exception = exceptions.get(word);
  if (exception !== undefined) return exception;
  const first = firstRegion(word);
  const regions = { first, second: regionFrom(word, first) };
  const singular = withoutPlural(word);
  if (exceptions.has(singular)) return singular;
  const rooted = withoutTense(singular, regions);
  const turned = withI(rooted);
  const short = withoutLong(
    withoutLong(turned, longEndings, regions.first, regions),
    laterEndings,
    regions.first,
    regions,
  );
  return withoutLast(withoutSuffix(short, regions), regions);
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (!word.endsWith('s') || word.endsWith('us') || word.endsWith('ss')) return word;
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function withoutTense(word: string, regions: Regions): string {
  const late = ['eedly', 'eed'].find((ending) => word.endsWith(ending));
  if (late !== undefined)
    return word.length - late.length >= regions.first ? word.slice(0, word.length - late.length + 2) : word;
  const ending = ['ingly', 'edly', 'ing', 'ed'].find((candidate) => word.endsWith(candidate));
  if (ending === undefined) return word;
  const root = word.slice(0, -ending.length);
  if (!hasVowel(root)) return word;
  if (root.endsWith('at') || root.endsWith('bl') || root.endsWith('iz')) return `${root}e`;
  if (endsDoubled(root)) return root.slice(0, -1);
  return isShort(root, regions.first) ? `${root}e` : root;
}

const endsDoubled = (word: string): boolean =>
  word.at(-1) === word.at(-2) && 'bdfgmnprt'.includes(word.at(-1) ?? ' ');

const isShort = (word: string, first: number): boolean => first >= word.length && endsShort(word);

function endsShort(word: string): boolean {
  const last = word.length - 1;
  if (last === 1) return isVowel(word, 0) && !isVowel(word, 1);
  return (
    !isVowel(word, last) &&
    !'wxy'.includes(word.charAt(last)) &&
    isVowel(word, last - 1) &&
    !isVowel(word, last - 2)
  );
}

const withI = (word: string): string =>
  word.length > 2 && word.endsWith('y') && !isVowel(word, word.length - 2) ? `${word.slice(0, -1)}i` : word;

type Endings = readonly (readonly [string, string])[];

const longEndings: Endings = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
];
const laterEndings: Endings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

function withoutLong(word: string, endings: Endings, from: number, { second }: Regions): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (found !== undefined) {
    const root = word.length - found[0].length;
    return root >= from ? word.slice(0, root) + found[1] : word;
  }
  if (endings === laterEndings)
    return word.endsWith('ative') && word.length - 5 >= second ? word.slice(0, -5) : word;
  if (word.endsWith('logi') && word.length - 3 >= from) return word.slice(0, -1);
  const isAdverb =
    word.endsWith('li') && word.length - 2 >= from && 'cdeghkmnrt'.includes(word.at(-3) ?? ' ');
  return isAdverb ? word.slice(0, -2) : word;
}

const suffixes = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic'.split(' ');

function withoutSuffix(word: string, { second }: Regions): string {
  const found = suffixes.find((suffix) => word.endsWith(suffix));
  if (found !== undefined) return word.length - found.length >= second ? word.slice(0, -found.length) : word;
  const isNoun = (word.endsWith('sion') || word.endsWith('tion')) && word.length - 3 >= second;
  return isNoun ? word.slice(0, -3) : word;
}

function withoutLast(word: string, { first, second }: Regions): string {
  const at = word.length - 1;
  if (word.endsWith('e')) {
    const isSpare = at >= second || (at >= first && !endsShort(word.slice(0, -1)));
    return isSpare ? word.slice(0, -1) : word;
  }
  return word.endsWith('ll') && at >= second ? word.slice(0, -1) : word;
}
