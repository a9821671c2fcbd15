import { foldedWords } from 'summarize-text';
import type { ArticleTexts } from '../../domain/article.ts';

/** What an article is about stands in its beginning. */
const beginning = 400;
const shortestWord = 4;
/** Copies have more in common than this, and no two events of the gold have as much. */
const sameShare = 0.7;

const wordsOf = ({ title, text }: ArticleTexts): ReadonlySet<string> =>
  new Set(
    foldedWords(`${title} ${text.slice(0, beginning)}`)
      .split(' ')
      .filter(({ length }) => length >= shortestWord),
  );

/** Whether two articles that were never compared, as they are of two scopes, begin in the same words. */
export function isSameNews(one: ArticleTexts, other: ArticleTexts): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > sameShare * Math.min(words.size, others.size);
}
