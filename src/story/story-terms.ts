import { joiningWords } from './common-words.ts';
import { stem } from './words.ts';

/** An article as far as stories are concerned. */
export interface ArticleWords {
  readonly title: string;
  readonly text: string;
}

/** What each term of an article weighs by itself, before anybody asks how rare it is. */
export type StoryTerms = ReadonlyMap<string, number>;

interface Word {
  readonly small: string;
  readonly isNumber: boolean;
  readonly isCapital: boolean;
  /** Its capital may be the sentence's. */
  readonly startsSentence: boolean;
  readonly zone: 'title' | 'lead' | 'body';
}

interface Use {
  count: number;
  kind: 'name' | 'number' | 'word';
  zone: Word['zone'];
}

/** Articles are read so far, in characters: what an article is about, it says before. */
const longestRead = 12_000;
const leadWords = 35;

/** Fitted on the tuning half of the gold; names and numbers tell events of one kind apart. */
const kindWeights = { name: 2, number: 2, word: 1 } as const;
const zoneWeights = { title: 1.7, lead: 1.5, body: 1 } as const;

/** The terms of an article: stems of words, names as they are written, numbers. */
export function storyTerms({ title, text }: ArticleWords): StoryTerms {
  const inTitle = wordsIn(title.slice(0, 400), true);
  const words = [...inTitle, ...wordsIn(text.slice(0, longestRead), false)];
  const isName = nameTest(words, isTitleCase(inTitle));
  const uses = new Map<string, Use>();
  words.forEach((word, index) => {
    if (tellsNothing(word)) return;
    const kind = word.isNumber ? 'number' : isName(word, words[index + 1]) ? 'name' : 'word';
    noteUse(uses, kind === 'word' ? stem(word.small) : word.small, kind, word.zone);
  });
  const weights = new Map<string, number>();
  for (const [term, { count, kind, zone }] of uses)
    weights.set(term, (1 + Math.log(count)) * kindWeights[kind] * zoneWeights[zone]);
  return weights;
}

function noteUse(uses: Map<string, Use>, term: string, kind: Use['kind'], zone: Word['zone']): void {
  const use = uses.get(term);
  if (use === undefined) {
    uses.set(term, { count: 1, kind, zone });
    return;
  }
  use.count += 1;
  if (kind === 'name') use.kind = 'name';
}

/** A word, or a number with its marks inside ("6.4", "48,000"). */
const wordForm = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d[\d.,]{0,20}\d|\d/gu;

function wordsIn(text: string, isTitle: boolean): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(wordForm)) {
    const whole = written.replace(/['’]s?$/i, '');
    words.push({
      small: fold(whole),
      isNumber: /^\d/.test(written),
      isCapital: /^\p{Lu}/u.test(written),
      startsSentence: end === 0 || /[.!?:\n“"‘|•]/.test(text.slice(end, index)),
      zone: isTitle ? 'title' : words.length < leadWords ? 'lead' : 'body',
    });
    end = index + written.length;
  }
  return words;
}

/** Lower-case, without marks over letters, and without the commas of thousands. */
function fold(written: string): string {
  const small = written.toLowerCase();
  if (/^[a-z0-9.]*$/.test(small)) return small;
  return small.normalize('NFD').replace(/[\p{M}'’,]+/gu, '');
}

/** Years and single digits stand in any article. */
const tellsNothing = ({ small, isNumber }: Word): boolean =>
  small.length < 2 || joiningWords.has(small) || (isNumber && /^(?:19|20)\d\d$/.test(small));

/** Most words of the headline have a capital: then it says nothing of names. */
function isTitleCase(title: readonly Word[]): boolean {
  const long = title.filter(({ small, isNumber }) => !isNumber && small.length > 3);
  return long.length > 2 && long.filter(({ isCapital }) => isCapital).length / long.length > 0.7;
}

/**
 * Whether a word is a name: it has a capital where no sentence starts; or it starts one, and has that capital
 * elsewhere, or another such word follows it and it is nowhere written small.
 */
function nameTest(words: readonly Word[], isCased: boolean): (word: Word, next: Word | undefined) => boolean {
  const tells = (word: Word): boolean => !(isCased && word.zone === 'title');
  const telling = words.filter(tells);
  const capital = new Set(
    telling.filter((one) => one.isCapital && !one.startsSentence).map(({ small }) => small),
  );
  const small = new Set(words.filter(({ isCapital }) => !isCapital).map((word) => word.small));
  return (word, next) => {
    if (!word.isCapital) return false;
    if (capital.has(word.small)) return !small.has(word.small) || (tells(word) && !word.startsSentence);
    return tells(word) && !small.has(word.small) && next !== undefined && goesOn(next);
  };
}

const goesOn = ({ isCapital, startsSentence, small }: Word): boolean =>
  isCapital && !startsSentence && !joiningWords.has(small);
