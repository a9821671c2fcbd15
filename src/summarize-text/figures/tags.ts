import { createRequire } from 'node:module';
import type { ItemToken, WinkMethods } from 'wink-nlp';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, wordsAfter } from './tokens.ts';

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
  const read = tokens.map((token) => classOf(starts, classes, token.start, token.end));
  return withMissedVerbs(
    tokens,
    read.map((found, at) =>
      isBareNoun(tokens, read, at) || isBacking(tokens, read, at)
        ? bareClass(found)
        : mended(tokens, found, at),
    ),
  );
}

/** "the final is", "the average of": an adjective with an article and without its noun. */
function isBareNoun(tokens: readonly FigureToken[], classes: readonly WordClass[], at: number): boolean {
  const isLast = /^(?:AUX|PUNCT)$/.test(classes[at + 1] ?? 'PUNCT') || isOf(tokens, at);
  return classes[at] === 'ADJ' && classes[at - 1] === 'DET' && isLast;
}

/** "the average of", not "the largest of". */
const isOf = (tokens: readonly FigureToken[], at: number): boolean =>
  tokens[at + 1]?.lower === 'of' && !/(?:est|er|most)$/.test(tokens[at]?.lower ?? '');

/** "to back the plan". */
function isBacking(tokens: readonly FigureToken[], classes: readonly WordClass[], at: number): boolean {
  return (
    tokens[at]?.lower === 'back' &&
    tokens[at - 1]?.lower === 'to' &&
    /^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(classes[at + 1] ?? '')
  );
}

const bareClass = (found: WordClass): WordClass => (found === 'ADJ' ? 'NOUN' : 'VERB');

function mended(tokens: readonly FigureToken[], found: WordClass, at: number): WordClass {
  const token = tokens[at];
  if (found === 'X') return token && isCapitalised(token) ? 'PROPN' : 'NOUN';
  if (found === 'NOUN' && isVerbHere(tokens, at)) return 'VERB';
  if (isMay(tokens, at)) return 'PROPN';
  return found === 'VERB' && isNounHere(tokens, at) ? 'NOUN' : found;
}

/** "The deal values the firm": a noun after a noun and before an article, in a part without a verb, is its verb. */
function withMissedVerbs(
  tokens: readonly FigureToken[],
  classes: readonly WordClass[],
): readonly WordClass[] {
  const found = [...classes];
  let hasVerb = false;
  let isFronted = classes[0] === 'ADP' || classes[0] === 'SCONJ';
  found.forEach((wordClass, at) => {
    if (/^[,;:—.]$/.test(tokens[at]?.lower ?? '')) {
      hasVerb = false;
      isFronted = /^(?:ADP|SCONJ|PUNCT)$/.test(classes[at + 1] ?? '');
    }
    const isMissed = !hasVerb && !isFronted && mayBeVerb(tokens, found, at);
    if (isMissed) found[at] = 'VERB';
    if (isMissed || wordClass === 'VERB' || wordClass === 'AUX') hasVerb = true;
  });
  return found;
}

function mayBeVerb(tokens: readonly FigureToken[], classes: readonly WordClass[], at: number): boolean {
  return (
    classes[at] === 'NOUN' &&
    /^(?:NOUN|PROPN|NUM)$/.test(classes[at - 1] ?? '') &&
    /^(?:the|an?|its|their|his|her|me|us|him|them)$/.test(tokens[at + 1]?.lower ?? '') &&
    !timeWord.test(tokens[at]?.lower ?? '')
  );
}

const timeWord =
  /^(?:year|month|week|day|night|morning|afternoon|evening|time|times|years|months|weeks|days|percent|cent|[a-z]{1,2})$/;

/** "of help", "the hold", "a rise": a verb's plain form after an article or "of" is a noun. */
function isNounHere(tokens: readonly FigureToken[], at: number): boolean {
  return (
    !/(?:ed|ing)$/.test(tokens[at]?.lower ?? '') &&
    /^(?:of|the|an?|its|their|this)$/.test(tokens[at - 1]?.lower ?? '')
  );
}

/** "which costs", "who claims": a form in -s right after a relative pronoun is its verb. */
function isVerbHere(tokens: readonly FigureToken[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (/^(?:which|who)$/.test(tokens[at - 1]?.lower ?? ''))
    return /[^s']s$/.test(word) || measuring.test(word);
  return (
    measuring.test(word) &&
    /^(?:,|\)|\p{L}+)$/u.test(tokens[at - 1]?.lower ?? '') &&
    beforeNumber.test(wordsAfter(tokens, at + 1, 1))
  );
}

const measuring = /^(?:cost|total|last|number|measure|weigh|range|average|span)s?$/;
const beforeNumber = /^(?:\d|[£$€]|me|us|him|them|about|around|nearly|almost|between)/;

/** The month, not the verb: "in May", "by May". */
function isMay(tokens: readonly FigureToken[], at: number): boolean {
  return (
    tokens[at]?.text === 'May' &&
    /^(?:in|by|since|until|from|to|of|on|before|after|late|early|mid|last|this)$/.test(
      tokens[at - 1]?.lower ?? '',
    )
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
