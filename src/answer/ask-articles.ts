import { type Answer, answer, leastConfidence } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { FindIn } from '../domain/brief.ts';
import { stemsOf } from '../story/words.ts';
import { askedWords } from './question/asked-words.ts';

/** Below that, nothing speaks for a line but its words. */
const leastDoubtful = 0.3;

/**
 * What the text engine says to a question of some articles. Where it is in doubt, a line is taken that has all that the
 * question names, itself or in its headline, and words that answer.
 */
export function askArticles(question: string, articles: readonly Article[], find: FindIn): Answer {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const nearest = answer(question, articles, {
    always: true,
    findings(id) {
      const article = byId.get(id);
      return article === undefined ? undefined : find(article);
    },
  });
  if (nearest.confidence >= leastConfidence) return nearest;
  const silence = { ...nearest, lines: [] };
  const { telling } = askedWords(question);
  if (nearest.confidence < leastDoubtful || telling.length === 0) return silence;
  const isWhole = nearest.lines.slice(0, 1).every((line) => {
    const article = byId.get(line.textId);
    const before = line.before === undefined ? '' : article?.text.slice(line.before.start, line.before.end);
    const held = stemsOf(`${article?.title} ${before} ${line.text}`);
    const answers = line.answer !== undefined || nearest.wanted === 'words';
    return answers && telling.every((word) => held.has(word));
  });
  return isWhole ? { ...nearest, lines: nearest.lines.slice(0, 1) } : silence;
}
