import type { Sentence } from '../types.ts';
import { isFurniture } from './furniture.ts';
import { opensLeaning } from './openers.ts';
import { readSpeech, type Speech } from './quoted.ts';
import { speakerOf, speaksAsI } from './speaker.ts';
import { countWords, type Term, termsOf } from './terms.ts';

/** A sentence of the article's own text and what the laws of a summary say of it. */
export interface Candidate {
  readonly sentence: Sentence;
  /** Counts the article's own sentences: furniture before it does not make it stand later. */
  readonly place: number;
  readonly terms: readonly Term[];
  /** The stems of its terms, each once. */
  readonly stems: ReadonlySet<string>;
  readonly wordCount: number;
  readonly speech: Speech;
  /** May stand in a summary: complete, and nobody's words without their speaker. */
  readonly fit: boolean;
  /** Only right behind the sentence that stands before it in the text. */
  readonly leans: boolean;
}

/** Below, a sentence is a heading, a label or an interjection. */
const fewestWords = 4;
/** Up to so many quoted words are a term in marks; more need a speaker. */
const mostUnspoken = 4;
const complete = /[\p{STerm}…]["“”„«»’'‘)\]\s]*$/u;
const opensInMidst = /^["“”„«‘’'([\s]*(?:[,;:.…)]|\p{Ll}(?!\p{L}?\p{Lu}))/u;

/** The article's own sentences, furniture left out, each measured by the laws of a summary. */
export function readCandidates(
  text: string,
  sentences: readonly Sentence[],
  title = '',
): readonly Candidate[] {
  const speech = readSpeech(text, sentences);
  const furniture = findFurniture(sentences, title);
  const candidates: Candidate[] = [];
  sentences.forEach((sentence, index) => {
    const own = speech[index];
    if (!own || furniture[index]) return;
    candidates.push(candidateOf(sentence, own, speech[index - 1], candidates.length));
  });
  return anyFit(candidates);
}

function candidateOf(
  sentence: Sentence,
  speech: Speech,
  before: Speech | undefined,
  place: number,
): Candidate {
  const { text } = sentence;
  const wordCount = countWords(text);
  const terms = termsOf(text);
  const quotes = speech.longest > mostUnspoken;
  const asI = speaksAsI(speech.outside);
  const speaker = quotes || asI ? speakerOf(speech.outside) : 'named';
  const nobodys = quotes && speaker === 'none';
  const spokenBefore = nobodys && before !== undefined && speakerOf(before.outside) !== 'none';
  const lost = (nobodys && !spokenBefore) || (asI && speaker === 'none');
  return {
    sentence,
    place,
    terms,
    stems: new Set(terms.map(({ stem }) => stem)),
    wordCount,
    speech,
    fit: wordCount >= fewestWords && complete.test(text) && !opensInMidst.test(text) && speech.whole && !lost,
    leans: sentence.index > 0 && (nobodys || (quotes && speaker === 'pronoun') || opensLeaning(text)),
  };
}

/** Where no sentence is complete (a line without its stop) the whole ones that nobody speaks will do. */
function anyFit(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.some(({ fit, leans }) => fit && !leans)) return candidates;
  return candidates.map((candidate) => {
    const { speech, leans, fit } = candidate;
    const unspoken = speech.whole && speech.longest <= mostUnspoken && !speaksAsI(speech.outside);
    return { ...candidate, fit: fit || (unspoken && !leans) };
  });
}

/** An appeal or a share bar at a page's head is this long at most. */
const headLength = 14;
const fewestInHead = 3;

/**
 * Furniture by its words, a repeated title, and what stands between furniture, at the head of a page in a longer
 * block: appeals hold sentences that look like any other.
 */
function findFurniture(sentences: readonly Sentence[], title: string): readonly boolean[] {
  const heading = lettersOf(title);
  const found = sentences.map(
    ({ text }) => isFurniture(text) || (heading !== '' && lettersOf(text) === heading),
  );
  const head = found.slice(0, headLength);
  const last = head.lastIndexOf(true);
  const count = head.filter(Boolean).length;
  const isBlock = count >= fewestInHead && count * 2 > last;
  return found.map((is, index) => {
    const between = found[index - 1] === true && found[index + 1] === true;
    return is || between || (isBlock && index < last);
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
