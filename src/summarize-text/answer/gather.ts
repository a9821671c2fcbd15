import type { Evidence } from './evidence.ts';
import type { Fill, Ground } from './fills/fill.ts';
import { findFills } from './fills/find-fills.ts';
import type { Question } from './question/question.ts';
import type { AskedTerm } from './question/terms.ts';
import { type AskedVerb, roleOf } from './roles.ts';
import type { Hit, SpreadSentence, SpreadText } from './spread.ts';
import { tellsWhat } from './tells.ts';

/** What all sentences of a question share. */
export interface Inquiry {
  readonly question: Question;
  readonly terms: readonly AskedTerm[];
  readonly isPlain: (lower: string) => boolean;
  readonly verb: AskedVerb | undefined;
  /** The most weight of terms that one text has. */
  readonly mostWhole: number;
  /** Whether some text or headline has a term. */
  readonly isAnywhere: (term: AskedTerm) => boolean;
}

/** A sentence with what speaks for it. */
export interface Found {
  readonly at: SpreadSentence;
  readonly evidence: Evidence;
  /** The best filling of the gap. */
  readonly fill: Fill | undefined;
}

const usualLength = 22;
/** Texts of fewer sentences are no news articles: their first sentence says no more than others. */
const fewestOfNews = 9;
const inherited = [1, 0.7, 0.5, 0.4] as const;

/** What speaks for a sentence, its fillings left out: cheap enough for every sentence. */
export function gatherCheap(at: SpreadSentence, inquiry: Inquiry): Found {
  const { terms, mostWhole } = inquiry;
  const { read, text, strengths } = at;
  const kin = kinOf(at, terms);
  const theme = themeOf(at, terms, kin);
  const rest = (term: number): number =>
    Math.max(0, 1 - (strengths[term] ?? 0) - (kin[term] ?? 0) - (theme[term] ?? 0));
  const before = text.sentences[read.place - 1]?.strengths ?? [];
  const total = sum(terms, () => 1) || 1;
  const share = (of: (term: number) => number): number => sum(terms, of) / total;
  const held = (term: number): number => text.whole[term] ?? 0;
  const isName = (term: number): boolean => terms[term]?.isName === true;
  const isLong = text.sentences.length >= fewestOfNews;
  const evidence: Evidence = {
    ownNames: share((term) => (isName(term) ? (strengths[term] ?? 0) : 0)),
    ownWords: share((term) => (isName(term) ? 0 : (strengths[term] ?? 0))),
    kin: share((term) => kin[term] ?? 0),
    theme: share((term) => theme[term] ?? 0),
    before: share((term) => rest(term) * (before[term] ?? 0)),
    headline: share((term) => rest(term) * (text.title.strengths[term] ?? 0)),
    whole: mostWhole === 0 ? 0 : wholeWeight(text, terms) / mostWhole,
    names: meanOf(terms, held, (term) => term.isName),
    numbers: meanOf(terms, held, ({ isNumber }) => isNumber),
    pairs: pairsOf(at, terms.length),
    fill: 0,
    near: 0,
    role: 0,
    said: 0,
    tells: tellsWhat(at, inquiry.question),
    early: isLong ? 1 / (1 + read.place / 2) : 0,
    first: isLong && read.place === 0 ? 1 : 0,
    length: Math.log((read.words.length + 1) / usualLength),
    asks: /\?["”’']?$/.test(read.sentence.text) ? 1 : 0,
    quotes: /["“”]/.test(read.sentence.text) ? 1 : 0,
  };
  return { at, evidence, fill: undefined };
}

export const wholeWeight = ({ whole }: SpreadText, terms: readonly AskedTerm[]): number =>
  sum(terms, (term) => whole[term] ?? 0);

function sum(terms: readonly AskedTerm[], of: (term: number) => number): number {
  let total = 0;
  for (const [index, { weight }] of terms.entries()) total += weight * of(index);
  return total;
}

/** 1 where there is none such. */
function meanOf(
  terms: readonly AskedTerm[],
  of: (term: number) => number,
  isOne: (term: AskedTerm) => boolean,
): number {
  let total = 0;
  let count = 0;
  for (const [index, term] of terms.entries())
    if (isOne(term)) {
      total += of(index);
      count += 1;
    }
  return count === 0 ? 1 : total / count;
}

/** By term, how much of a name the sentence takes up with a pronoun from the sentences before it. */
function kinOf({ read, text, strengths }: SpreadSentence, terms: readonly AskedTerm[]): readonly number[] {
  if (!read.leans) return [];
  return terms.map(({ isName }, term) => {
    if (!isName) return 0;
    const near = inherited.map(
      (share, back) => share * (text.sentences[read.place - 1 - back]?.strengths[term] ?? 0),
    );
    return Math.max(0, Math.max(...near) - (strengths[term] ?? 0));
  });
}

/** By term, how much of it is what the whole text is about: of its headline or its first sentence. */
function themeOf(
  { read, text, strengths }: SpreadSentence,
  terms: readonly AskedTerm[],
  kin: readonly number[],
): readonly number[] {
  if (read.place === 0 || !read.leans) return [];
  const first = text.sentences[0]?.strengths ?? [];
  return terms.map((_, term) => {
    const theme = Math.max(text.title.strengths[term] ?? 0, first[term] ?? 0);
    return Math.max(0, theme - (strengths[term] ?? 0) - (kin[term] ?? 0));
  });
}

const closeBy = 3;
const inSight = 7;

/** Of the neighbours among the question's terms, the share that stand close in the sentence. */
function pairsOf({ hits }: SpreadSentence, termCount: number): number {
  if (termCount < 2) return 0;
  let total = 0;
  for (let term = 0; term + 1 < termCount; term += 1) {
    const distance = leastDistance(hits, term, term + 1);
    total += distance <= closeBy ? 1 : distance <= inSight ? 0.5 : 0;
  }
  return total / (termCount - 1);
}

function leastDistance(hits: readonly Hit[], one: number, other: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of hits)
    if (a.term === one)
      for (const b of hits)
        if (b.term === other && b.at !== a.at) least = Math.min(least, Math.abs(a.at - b.at));
  return least;
}

/** The same with what may fill the gap: for the sentences that are in question. */
export function gatherFills(found: Found, { question, isPlain, terms, verb }: Inquiry): Found {
  const { read, hits } = found.at;
  const ground: Ground = { text: read.sentence.text, words: read.words, isPlain };
  const placed = findFills(ground, question).map((fill) => {
    const near = nearness(fill, hits, terms);
    const role = roleOf(fill, found.at, verb);
    return { fill, near, role, score: fill.strength + 0.3 * near + 0.4 * role };
  });
  if (placed.length === 0) return found;
  const { fill, near, role } = placed.reduce((best, one) => (one.score > best.score ? one : best));
  return { ...found, fill, evidence: { ...found.evidence, fill: fill.strength, near, role } };
}

/** How near a filling stands to the question's words, 0 to 1; their weight counts. */
function nearness({ from, to }: Fill, hits: readonly Hit[], terms: readonly AskedTerm[]): number {
  let total = 0;
  let weights = 0;
  for (const { term, at, strength } of hits) {
    const distance = at < from ? from - at : at >= to ? at - to + 1 : 0;
    const weight = (terms[term]?.weight ?? 0) * strength;
    total += weight / (1 + distance / 4);
    weights += weight;
  }
  return weights === 0 ? 0 : total / weights;
}
