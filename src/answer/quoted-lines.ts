import { keyQuotations } from 'summarize-text';
import { sentenceAround } from '../brief/brief-figure.ts';
import { sureEnough } from '../brief/brief-quotation.ts';
import type { AnsweredLine } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { FindIn } from '../domain/brief.ts';
import { createLineMaker } from './answered-lines.ts';

const mostLines = 3;

/** The sentences with what matters most of that which is said in some articles, each with its speaker. */
export function quotedLines(articles: readonly Article[], find: FindIn): readonly AnsweredLine[] {
  const quoted = articles.map((article) => ({ id: article.id, quotations: find(article).quotations() }));
  const toLine = createLineMaker(find);
  return keyQuotations(quoted, { most: mostLines, leastConfidence: sureEnough }).flatMap(
    ({ articleId, quotation: { spans } }) => {
      const article = articles.find(({ id }) => id === articleId);
      const [span] = spans;
      if (article === undefined || span === undefined) return [];
      return toLine(article, sentenceAround(span, find(article).sentences()) ?? span) ?? [];
    },
  );
}
