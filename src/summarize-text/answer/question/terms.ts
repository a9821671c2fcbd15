import { isYear } from '../fills/times.ts';
import type { ReadText, ReadTexts } from '../read-texts.ts';
import { relativesOf } from '../words/families.ts';
import { askingWords, joiningWords } from '../words/plain-words.ts';
import type { Word } from '../words/words.ts';
import type { Question } from './question.ts';

/** A telling word of the question. */
export interface AskedTerm {
  readonly word: Word;
  readonly stem: string;
  /** How rare it is in the texts, and how much such words tell. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isYear: boolean;
  readonly isNumber: boolean;
}

/** How strongly the words of texts stand for the terms of a question: the term's index and 0 to 1. */
export type Matcher = (word: Word) => readonly Match[];

interface Match {
  readonly term: number;
  readonly strength: number;
}

const strength = { relative: 0.55, beginning: 0.5, part: 0.45 } as const;
const worth = { asking: 0.3, focus: 0.6, name: 1.3, number: 1.3, floor: 0.15 } as const;

/** A question of more telling words is none. */
const mostTerms = 40;

/** The telling words of a question, each once, in its order. */
export function readTerms(question: Question, texts: ReadTexts): readonly AskedTerm[] {
  const seen = new Set<string>();
  const told = question.words.filter(({ lower, stem }, at) => {
    if (joiningWords.has(lower) && !isWrittenAsName(question, at)) return false;
    if (seen.has(stem)) return false;
    seen.add(stem);
    return seen.size <= mostTerms;
  });
  const counts = countSentences(texts, new Set(told.map(({ stem }) => stem)));
  const total = texts.sentences.length;
  return told.map((word): AskedTerm => {
    const count = counts.get(word.stem) ?? 0;
    const rarity = worth.floor + Math.log(1 + (total - count + 0.5) / (count + 0.5));
    const isName = !word.isNumber && isNameHere(question, word, texts);
    const traits = { word, stem: word.stem, isName, isYear: isYear(word.lower), isNumber: word.isNumber };
    return { ...traits, weight: rarity * worthOf(question, word, isName) };
  });
}

function worthOf(question: Question, word: Word, isName: boolean): number {
  if (isName) return worth.name;
  if (word.isNumber) return worth.number;
  const isFocus = question.focus !== undefined && question.words[question.focus] === word;
  if (isFocus && question.wanted !== 'thing') return worth.focus;
  return askingWords.has(word.lower) ? worth.asking : 1;
}

/** "US" is no "us". */
const isWrittenAsName = ({ words }: Question, at: number): boolean => {
  const text = words[at]?.text ?? '';
  return at > 0 && text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
};

/** A capital behind the question's beginning; or in small letters a word that the texts write with a capital only. */
function isNameHere(question: Question, word: Word, { plain, capital }: ReadTexts): boolean {
  if (word.isCapital && word !== question.words[0]) return true;
  if (plain.has(word.lower) || question.words.some(({ isCapital }, at) => isCapital && at > 0)) return false;
  return capital.has(word.lower);
}

/** What a text is about is spoken of in sentences that do not name it: so much of them counts. */
const unnamed = 0.6;

/** By stem, how many sentences have it, named or by a pronoun. */
function countSentences({ texts }: ReadTexts, stems: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) countInText(text, stems, counts);
  return counts;
}

function countInText(
  { title, sentences }: ReadText,
  stems: ReadonlySet<string>,
  counts: Map<string, number>,
): void {
  const theme = stemsIn([...title, ...(sentences[0]?.words ?? [])], stems);
  for (const { words, leans } of sentences) {
    const here = stemsIn(words, stems);
    const meant = leans ? [...theme].filter((stem) => !here.has(stem)) : [];
    for (const stem of here) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const stem of meant) counts.set(stem, (counts.get(stem) ?? 0) + unnamed);
  }
}

function stemsIn(words: readonly Word[], stems: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { stem } of words) if (stems.has(stem)) found.add(stem);
  return found;
}

const shortestBeginning = 5;
const nothing: readonly Match[] = [];

/** Tells how words of the texts stand for the terms: the same word in any form, one of its family, one that begins alike. */
export function createMatcher(terms: readonly AskedTerm[]): Matcher {
  const found = new Map<string, readonly Match[]>();
  const exact = new Map(terms.map(({ stem }, term) => [stem, term]));
  const relatives = terms.map(({ stem, isName }) => (isName ? new Set<string>() : relativesOf(stem)));
  const matchesOf = (stem: string): readonly Match[] => {
    const own = exact.get(stem);
    const others = terms.flatMap((term, index): readonly Match[] => {
      if (index === own) return [];
      if (relatives[index]?.has(stem) === true) return [{ term: index, strength: strength.relative }];
      if (beginsAlike(term.stem, stem)) return [{ term: index, strength: strength.beginning }];
      return isPart(term.stem, stem) ? [{ term: index, strength: strength.part }] : [];
    });
    return own === undefined ? others : [{ term: own, strength: 1 }, ...others];
  };
  return ({ stem, lower }) => {
    if (joiningWords.has(lower) && !exact.has(stem)) return nothing;
    const known = found.get(stem);
    if (known !== undefined) return known;
    const matches = matchesOf(stem);
    found.set(stem, matches);
    return matches;
  };
}

/** "Norway" and "Norwegian" begin alike, "invent" and "inventory" do, "intern" and "internet" not by much. */
function beginsAlike(one: string, other: string): boolean {
  if (one.length < shortestBeginning || other.length < shortestBeginning) return false;
  let same = 0;
  while (same < one.length && one.charAt(same) === other.charAt(same)) same += 1;
  return same >= shortestBeginning && same >= Math.max(one.length, other.length) - 4;
}

const shortestPart = 4;
const mostAround = 5;

/** One is the other's beginning or end: "sign" and "signature", "suit" and "lawsuit". */
function isPart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < shortestPart || long.length - short.length > mostAround) return false;
  return long.startsWith(short) || long.endsWith(short);
}
