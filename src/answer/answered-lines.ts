import type { AnswerLine, Quotation, Span } from 'summarize-text';
import { speakerIn, sureSpeaker } from '../brief/brief-quotation.ts';
import { passageAt } from '../brief/passage-at.ts';
import { createWordBudget, createWordRoom, type WordBudget } from '../brief/word-budget.ts';
import type { AnsweredLine } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { BriefSpeaker, FindIn } from '../domain/brief.ts';

type LineSpans = Pick<AnswerLine, 'start' | 'end' | 'before' | 'answer'>;

/**
 * Makes lines of a reply, as far as fair dealing allows: of each article at most half its words, one sentence always. No
 * sentence is shown twice.
 */
export function createLineMaker(find: FindIn) {
  const room = createWordRoom();
  const budgets = new Map<string, WordBudget>();
  const shown = new Set<string>();

  /** The spans that may be shown: with the sentence before where there is room for it and it is new. */
  function allowed(article: Article, line: Span, before: Span | undefined): readonly Span[] {
    const placeOf = ({ start }: Span) => `${article.id} ${start}`;
    if (shown.has(placeOf(line))) return [];
    const budget = budgets.get(article.id) ?? createWordBudget(article.text, room);
    budgets.set(article.id, budget);
    const isLed = before !== undefined && !shown.has(placeOf(before));
    const forms = isLed ? [[before, line], [line]] : [[line]];
    const spans = forms.find((form) => budget.spend(form)) ?? (shown.size === 0 ? [line] : []);
    for (const span of spans) shown.add(placeOf(span));
    return spans;
  }

  return (
    article: Article,
    { start, end, before, answer: answering }: LineSpans,
  ): AnsweredLine | undefined => {
    const line = { start, end };
    const [first, second] = allowed(article, line, before);
    if (first === undefined) return undefined;
    const speaker = speakerOf(article, line, find(article).quotations());
    return {
      article,
      passage: passageAt(article, 'text', [line]),
      ...(second === undefined ? {} : { before: passageAt(article, 'text', [first]) }),
      ...(answering === undefined ? {} : { answer: answering }),
      ...(speaker === undefined ? {} : { speaker }),
    };
  };
}

/** Who says what the line quotes, where that is one person and sure. */
function speakerOf(article: Article, line: Span, quotations: readonly Quotation[]): BriefSpeaker | undefined {
  const isIn = ({ start, end }: Span) => start < line.end && end > line.start;
  const quoted = quotations.filter(({ spans }) => spans.some(isIn));
  const [first, ...others] = quoted.map((quotation) => sureSpeaker(quotation));
  const isOne = others.every((other) => other?.name === first?.name);
  return first === undefined || !isOne ? undefined : speakerIn(article, first);
}
