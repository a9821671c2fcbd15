import { isWestern, westernLetters, westernNumbers } from '../western-letters.ts';

/** A word that carries matter, under the stem its forms share. */
export interface Term {
  readonly stem: string;
  /** Written with a capital where no sentence starts. */
  readonly isName: boolean;
  readonly isFigure: boolean;
}

/** Words that join others and say nothing of an article's matter. */
const joining = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between
  both but by can could did do does doing down during each few for from further had has have having he her here
  hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off
  on once only or other our ours ourselves out over own per said same say says she should so some such than that
  the their theirs them themselves then there these they this those through to too under until up us very was we
  were what when where which while who whom why will with would you your yours s t don ll re ve d m mr mrs ms mx
  year years told new one two first last`.split(/\s+/),
);
/** Scripts that write no spaces between words; they count letter by letter. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;
/** Looked for first, because it is quick: the blocks that hold these scripts, and everything above. */
const mayBeUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]/;
const spaced = /\p{N}+(?:[.,]\p{N}+)+\p{L}*|[\p{L}\p{N}\p{M}]+/gu;
const western = new RegExp(
  `[${westernNumbers}]+(?:[.,][${westernNumbers}]+)+[${westernLetters}]*|[${westernLetters}${westernNumbers}]+`,
  'g',
);

/** How many words a text has: what stands between spaces, or letters where a script writes no spaces. */
export function countWords(text: string): number {
  return partLetters(text).match(/\S+/g)?.length ?? 0;
}

/** The words of a sentence that carry matter, in order. */
export function termsOf(sentence: string): readonly Term[] {
  const terms: Term[] = [];
  let atStart = true;
  for (const found of wordsOf(sentence)) {
    const small = found.toLowerCase();
    if (!joining.has(small) && (small.length > 1 || !/[a-z]/.test(small))) {
      const isFigure = /\p{N}/u.test(found);
      terms.push({ stem: isFigure ? small : stem(small), isName: !atStart && small !== found, isFigure });
    }
    atStart = false;
  }
  return terms;
}

function wordsOf(sentence: string): readonly string[] {
  return (isWestern(sentence) ? sentence.match(western) : partLetters(sentence).match(spaced)) ?? [];
}

function partLetters(text: string): string {
  return mayBeUnspaced.test(text) ? text.replace(unspaced, ' $& ') : text;
}

const endings = ['ing', 'ed', 'al', 'ly'];
const shortestStem = 3;

/** Takes the commonest English endings off, so that "rises", "rising" and "rise" meet; other words stay. */
function stem(word: string): string {
  if (word.length <= shortestStem) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const isPlural = word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us');
  const singular = isPlural ? word.slice(0, -1) : word;
  const root = withoutEnding(singular);
  if (root.length <= shortestStem) return root;
  const last = root.at(-1);
  return last === 'e' || last === root.at(-2) ? root.slice(0, -1) : root;
}

function withoutEnding(word: string): string {
  const room = word.length - shortestStem;
  const ending = endings.find((candidate) => candidate.length <= room && word.endsWith(candidate));
  return ending === undefined ? word : word.slice(0, -ending.length);
}
