import { createRequire } from 'node:module';
import type { ItemToken, WinkMethods } from 'wink-nlp';
import type { FigureToken } from './tokens.ts';
import { isCapitalised } from './tokens.ts';

/** A word class of the Universal Dependencies, as the tagger names them. */
export type WordClass = string;

let tagger: WinkMethods | undefined;

/** The tagger takes a quarter of a second and 50 MB to load, so it is loaded at its first use, once. */
function openTagger(): WinkMethods {
  if (tagger) return tagger;
  const load = createRequire(import.meta.url);
  const makeTagger: typeof import('wink-nlp').default = load('wink-nlp');
  const model: typeof import('wink-eng-lite-web-model').default = load('wink-eng-lite-web-model');
  tagger = makeTagger(model, ['pos']);
  return tagger;
}

/** The word class of each token of a sentence, unknown words being nouns; tokens that the tagger cuts otherwise get that of their first part. */
export function tagTokens(sentence: string, tokens: readonly FigureToken[]): readonly WordClass[] {
  const nlp = openTagger();
  const offset = tokens[0]?.start ?? 0;
  const lead = sentence.length - sentence.trimStart().length;
  const starts: number[] = [];
  const classes: WordClass[] = [];
  let from = 0;
  nlp
    .readDoc(sentence)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out();
      const found = sentence.indexOf(word, from);
      starts.push(offset - lead + (found < 0 ? from : found));
      if (found >= 0) from = found + word.length;
      classes.push(String(token.out(nlp.its.pos)));
    });
  return tokens.map((token, at) => {
    const found = classOf(starts, classes, token.start, token.end);
    if (found === 'X') return isCapitalised(token) ? 'PROPN' : 'NOUN';
    return found === 'VERB' && isNounHere(tokens, at) ? 'NOUN' : found;
  });
}

/** "of help", "the hold", "a rise": a verb's plain form after an article or "of" is a noun. */
function isNounHere(tokens: readonly FigureToken[], at: number): boolean {
  return (
    !/(?:ed|ing)$/.test(tokens[at]?.lower ?? '') &&
    /^(?:of|the|an?|its|their|this)$/.test(tokens[at - 1]?.lower ?? '')
  );
}

function classOf(
  starts: readonly number[],
  classes: readonly WordClass[],
  start: number,
  end: number,
): WordClass {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const first = (starts[low] ?? end) < end ? low : low - 1;
  return classes[Math.max(0, first)] ?? 'NOUN';
}
