import type { Answer, AnswerLine, AskedText, Span } from '../../../src/summarize-text/types.ts';
import { median } from '../numbers.ts';
import type { GoldQuestion } from './question-sets.ts';

/** A question of the gold, and what an asker answers: when it must (`always`), and when it may be silent (`free`). */
export interface AskedQuestion {
  readonly gold: GoldQuestion;
  readonly texts: readonly AskedText[];
  readonly always: Answer;
  readonly free: Answer;
}

/** In per cent, but for the words and the counts; NaN of none. */
export interface AnswerScore {
  readonly questions: number;
  /** How many of the questions the texts answer. */
  readonly answerable: number;
  /** Of the answerable, those whose first line is right though it must not be silent. */
  readonly first: number;
  /** Of the answerable, those where a line, or the sentence before one, is right. */
  readonly any: number;
  /** Of all, those with a right first line, or rightly silent. */
  readonly right: number;
  /** Of the answerable, those that are answered. */
  readonly answered: number;
  /** Of the others, those that are not. */
  readonly silent: number;
  /** Of all lines, those that are the text's words with their spans in place. */
  readonly verbatim: number;
  /** Of the right first lines, those with the words that answer marked. */
  readonly marked: number;
  /** Of the marked, those that mark what a person would. */
  readonly spans: number;
  /** Words of all lines of an answer, and of its first; the median of the answerable. */
  readonly words: number;
  readonly firstWords: number;
}

export function scoreAnswers(all: readonly AskedQuestion[]): AnswerScore {
  const answerable = all.filter(isAnswerable);
  const others = all.filter((asked) => !isAnswerable(asked));
  const lines = all.flatMap(({ texts, always, free }) =>
    [...always.lines, ...free.lines].map((line) => ({ line, texts })),
  );
  const rightLines = answerable.flatMap(({ gold, always }) => {
    const [line] = always.lines;
    return line !== undefined && isRight(line.text, gold) ? [{ line, gold }] : [];
  });
  const marked = rightLines.filter(({ line }) => line.answer !== undefined);
  return {
    questions: all.length,
    answerable: answerable.length,
    first: percent(rightLines.length, answerable.length),
    any: share(answerable, hasRightLine),
    right: share(all, isDecidedRightly),
    answered: share(answerable, ({ free }) => free.lines.length > 0),
    silent: share(others, ({ free }) => free.lines.length === 0),
    verbatim: share(lines, ({ line, texts }) => isVerbatim(line, texts)),
    marked: percent(marked.length, rightLines.length),
    spans: share(marked, ({ line, gold }) => isSpanRight(line, gold)),
    words: median(
      answerable.map((asked) => shownTexts(asked).reduce((sum, text) => sum + wordCount(text), 0)),
    ),
    firstWords: median(answerable.map(({ always }) => wordCount(always.lines[0]?.text ?? ''))),
  };
}

const percent = (part: number, whole: number): number => (whole === 0 ? Number.NaN : (100 * part) / whole);

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  percent(items.filter(holds).length, items.length);

export const isAnswerable = ({ gold }: Pick<AskedQuestion, 'gold'>): boolean => gold.answers.length > 0;

/** Whether the sentence holds what answers. */
export const isRight = (sentence: string, { answers, in: only }: GoldQuestion): boolean =>
  answers.some((answer) => sentence.includes(answer)) && (only === undefined || sentence.includes(only));

/** A right first line where there is one, silence where there is none. */
export function isDecidedRightly({ gold, free }: Pick<AskedQuestion, 'gold' | 'free'>): boolean {
  const [line] = free.lines;
  return line === undefined ? gold.answers.length === 0 : isRight(line.text, gold);
}

const hasRightLine = (asked: AskedQuestion): boolean =>
  shownTexts(asked).some((text) => isRight(text, asked.gold));

/** The lines, each after the sentence before it where that is shown. */
function shownTexts({ texts, always }: AskedQuestion): readonly string[] {
  return always.lines.flatMap(({ textId, text, before }) => {
    const whole = texts.find(({ id }) => id === textId)?.text ?? '';
    return before === undefined ? [text] : [whole.slice(before.start, before.end), text];
  });
}

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.start < inner.end;

export function isVerbatim(line: AnswerLine, texts: readonly AskedText[]): boolean {
  const whole = texts.find(({ id }) => id === line.textId)?.text;
  if (whole === undefined || line.text === '' || whole.slice(line.start, line.end) !== line.text)
    return false;
  if (line.answer !== undefined && !isWithin(line.answer, line)) return false;
  return line.before === undefined || isWithin(line.before, { start: 0, end: line.start });
}

const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:a|an|the)$/.test(word));

/** Half of the words in common (F1), as one reader marks more of a sentence than another. */
const sameFrom = 0.5;

function isSpanRight({ text, start, answer }: AnswerLine, { answers }: GoldQuestion): boolean {
  if (answer === undefined) return false;
  const mine = wordsOf(text.slice(answer.start - start, answer.end - start));
  return answers.some((other) => {
    const theirs = [...wordsOf(other)];
    const all = mine.length + theirs.length;
    const common = mine.filter((word) => {
      const at = theirs.indexOf(word);
      if (at !== -1) theirs.splice(at, 1);
      return at !== -1;
    });
    return (2 * common.length) / Math.max(1, all) >= sameFrom;
  });
}
