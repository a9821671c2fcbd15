import { type AnswerLine, answer, type Quotation, type Span } from 'summarize-text';
import { speakerIn, sureSpeaker } from '../brief/brief-quotation.ts';
import { passageAt } from '../brief/passage-at.ts';
import { createWordBudget, createWordRoom } from '../brief/word-budget.ts';
import type { AnsweredLine } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { BriefSpeaker, FindIn } from '../domain/brief.ts';

/** What the text engine says to a question of some articles. */
export function askArticles(question: string, articles: readonly Article[], find: FindIn) {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return answer(question, articles, {
    findings(id) {
      const article = byId.get(id);
      return article === undefined ? undefined : find(article);
    },
  });
}

/** Makes lines of a reply, as far as fair dealing allows: of each article at most half its words, one sentence always. */
export function createLineMaker(find: FindIn) {
  const room = createWordRoom();
  const budgets = new Map<string, ReturnType<typeof createWordBudget>>();
  let isFirst = true;

  function budgetOf({ id, text }: Article) {
    const budget = budgets.get(id) ?? createWordBudget(text, room);
    budgets.set(id, budget);
    return budget;
  }

  return (
    article: Article,
    { start, end, before, answer: answering }: Pick<AnswerLine, 'start' | 'end' | 'before' | 'answer'>,
  ): AnsweredLine | undefined => {
    const line = { start, end };
    const budget = budgetOf(article);
    const withBefore = before !== undefined && budget.spend([before, line]);
    if (!withBefore && !budget.spend([line]) && !isFirst) return undefined;
    isFirst = false;
    const speaker = speakerOf(article, line, find(article).quotations());
    return {
      article,
      passage: passageAt(article, 'text', [line]),
      ...(withBefore ? { before: passageAt(article, 'text', [before]) } : {}),
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
