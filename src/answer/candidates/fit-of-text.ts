import type { ArticleTexts } from '../../domain/article.ts';
import { foldedWords, stemOf } from '../../domain/folded-words.ts';
import type { WeighedQuestion } from './weigh-words.ts';

/** A word of the question in a text: where it stands, and which. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/** Words so near to each other may be of one sentence. */
const nearby = 220;
/** So much of a text is looked at: what an article is about stands at its beginning. */
const lookedAt = 20_000;

/** How soon more of a word adds nothing (bm25), and by how much a long text has it by chance. */
const saturation = 1.2;
const lengthLoss = 0.6;
const usualLength = 3_000;
const mostLengths = 3;
/** A word in the title is as much as so many in the text. */
const titleCount = 3;

/** What the words' standing together counts for, and that of a name's parts. */
const nearbyWeight = 0.6;
const nameWeight = 0.5;

const hasMarks = /[\u00c0-\u024f\u1e00-\u1eff]/;

function plain(text: string): string {
  const small = text.slice(0, lookedAt).toLowerCase().replace(/['’]/g, '');
  return hasMarks.test(small) ? small.normalize('NFD').replace(/[\u0300-\u036f]+/g, '') : small;
}

/** What a word and its stem begin with: so do all words of that stem. */
function beginningOf(word: string, stem: string): string {
  let length = 0;
  while (length < stem.length && stem[length] === word[length]) length += 1;
  return word.slice(0, Math.max(1, length));
}

/** Finds the words of a question in a text, in any of their forms. Only words that begin as they do are stemmed. */
function createFinder({ words }: WeighedQuestion): (text: string) => readonly Place[] {
  const terms = new Map(words.map(({ stem }, term) => [stem, term]));
  const beginnings = words.map(({ word, stem }) => beginningOf(word, stem));
  const begun = new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join('|')})[\\p{L}\\p{N}]*`, 'gu');
  const known = new Map<string, number | undefined>();
  const termOf = (word: string): number | undefined => {
    if (!known.has(word)) known.set(word, terms.get(stemOf(foldedWords(word)[0] ?? '')));
    return known.get(word);
  };
  return (text) => {
    const places: Place[] = [];
    for (const { 0: word, index } of plain(text).matchAll(begun)) {
      const term = termOf(word);
      if (term !== undefined) places.push({ start: index, end: index + word.length, term });
    }
    return places;
  };
}

/** The weight of the different words that stand nearest to each other. */
function heaviest(places: readonly Place[], weights: readonly number[]): number {
  const held = weights.map(() => 0);
  let [sum, best, from] = [0, 0, 0];
  const change = (term: number, by: number) => {
    const count = (held[term] ?? 0) + by;
    held[term] = count;
    if (count === Math.max(0, by)) sum += by * (weights[term] ?? 0);
  };
  for (const { end, term } of places) {
    change(term, 1);
    for (let first = places[from]; first !== undefined && first.start < end - nearby; first = places[from]) {
      change(first.term, -1);
      from += 1;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** Makes a measure of how well an article fits a question: 0 where it has none of its words. */
export function createFit(question: WeighedQuestion): (article: ArticleTexts) => number {
  const find = createFinder(question);
  const weights = question.words.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const termOf = (stem: string) => question.words.findIndex((word) => word.stem === stem);
  const names = question.names.map(([first, second]) => [termOf(first), termOf(second)] as const);

  const holdsName = (places: readonly Place[], first: number, second: number): boolean =>
    places.some((place, index) => {
      const before = places[index - 1];
      return place.term === second && before?.term === first && place.start - before.end <= 2;
    });

  return ({ title, text }) => {
    const inTitle = new Set(find(title).map(({ term }) => term));
    const places = find(text);
    const counts = weights.map((_, term): number => (inTitle.has(term) ? titleCount : 0));
    for (const { term } of places) counts[term] = (counts[term] ?? 0) + 1;
    const slowness =
      saturation * (1 - lengthLoss + lengthLoss * Math.min(mostLengths, text.length / usualLength));
    const said = weights.reduce((sum, weight, term) => {
      const count = counts[term] ?? 0;
      return sum + (weight * count) / (count + slowness);
    }, 0);
    const named = names
      .filter(([first, second]) => holdsName(places, first, second))
      .reduce((sum, [first, second]) => sum + ((weights[first] ?? 0) + (weights[second] ?? 0)) / 2, 0);
    const together = heaviest(places, weights);
    return (said + nearbyWeight * together + nameWeight * named) / Math.max(total, Number.MIN_VALUE);
  };
}
