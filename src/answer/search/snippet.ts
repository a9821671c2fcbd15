import type { Sentence, Span } from 'summarize-text';
import { passageAt } from '../../brief/passage-at.ts';
import { createWordBudget, type WordRoom } from '../../brief/word-budget.ts';
import type { Article } from '../../domain/article.ts';
import type { MarkedPassage, Snippet } from '../../domain/search.ts';
import type { Mark } from './mark-words.ts';
import { wordWindows } from './word-windows.ts';

interface MarkedSentence {
  readonly sentence: Sentence;
  readonly marks: readonly Mark[];
}

/** Fewer words say too little, unless nothing else has what is searched for. */
const tellingLength = 5;
/** Of two that are worth about the same the earlier is shown. */
const lossPerSentence = 0.01;

const wordCount = (text: string): number => text.split(/\s+/).length;

/** How telling each term is within an article: the fewer of its sentences have it, the more. */
function weightsOf(marked: readonly MarkedSentence[]): (term: number) => number {
  const counts = new Map<number, number>();
  for (const { marks } of marked)
    for (const term of new Set(marks.map((mark) => mark.term))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + marked.length / (counts.get(term) ?? 1));
}

/** The sentence that has most of what is searched for; the first of the article where none has anything. */
function bestOf(
  marked: readonly MarkedSentence[],
  weight: (term: number) => number,
): MarkedSentence | undefined {
  const worth = ({ sentence, marks }: MarkedSentence): number => {
    const terms = new Set(marks.map(({ term }) => term));
    const held = [...terms].reduce((sum, term) => sum + weight(term), 0);
    const isShort = wordCount(sentence.text) < tellingLength;
    return held * (isShort ? 0.5 : 1) - lossPerSentence * sentence.index;
  };
  return marked.reduce<MarkedSentence | undefined>(
    (best, one) => (best === undefined || worth(one) > worth(best) ? one : best),
    undefined,
  );
}

/** The first place of each term, the most telling first; then all others. */
function byWeight(marks: readonly Mark[], weight: (term: number) => number): readonly Mark[] {
  const isFirst = (mark: Mark) => marks.find(({ term }) => term === mark.term) === mark;
  const first = marks.filter(isFirst).toSorted((one, other) => weight(other.term) - weight(one.term));
  return [...first, ...marks.filter((mark) => !isFirst(mark))];
}

/** A part of an article's text in pieces, so that each mark is one; marks with only a blank between them are one. */
function markedPassages(article: Article, part: Span, marks: readonly Span[]): readonly MarkedPassage[] {
  const inside = marks.filter(({ start, end }) => start >= part.start && end <= part.end);
  const joined: Span[] = [];
  for (const { start, end } of inside) {
    const last = joined.at(-1);
    if (last !== undefined && article.text.slice(last.end, start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  const edges = [part.start, ...joined.flatMap(({ start, end }) => [start, end]), part.end];
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] ?? end;
    return start === end
      ? []
      : [{ passage: passageAt(article, 'text', [{ start, end }]), isMatch: index % 2 === 1 }];
  });
}

/** What may be shown, of one article and of all on a page. */
interface SnippetRoom {
  readonly most: number;
  readonly words: WordRoom;
}

/**
 * The sentence of an article that says most of what is searched for, with the words marked; of one of more than so many
 * words the parts around them. `undefined` where fair dealing leaves nothing to show.
 */
export function makeSnippet(
  article: Article,
  sentences: readonly Sentence[],
  mark: (text: string) => readonly Mark[],
  { most, words }: SnippetRoom,
): Snippet | undefined {
  const marked = sentences.map((sentence) => ({ sentence, marks: mark(sentence.text) }));
  const weight = weightsOf(marked);
  const best = bestOf(marked, weight);
  const half = Math.floor(wordCount(article.text) / 2);
  if (best === undefined || Math.min(most, half) < 1) return undefined;
  const { start: offset, text } = best.sentence;
  const shift = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const spans = wordWindows(text, byWeight(best.marks, weight), Math.min(most, half));
  const shown = spans.map(shift);
  if (shown.length === 0 || !createWordBudget(article.text, words).spend(shown)) return undefined;
  const marks = best.marks.map(shift);
  return {
    parts: shown.map((part) => markedPassages(article, part, marks)),
    hasBeginning: spans[0]?.start === 0,
    hasEnd: spans.at(-1)?.end === text.length,
  };
}
