import type { Article, ArticleVersion } from '../domain/article.ts';
import type { BriefChanges } from '../domain/brief.ts';
import { briefSentence } from './passage-at.ts';
import { sentenceDiff } from './sentence-diff.ts';
import { createWordBudget } from './word-budget.ts';

/**
 * What is different in an article since it was first stored, with as many of its new sentences as fair dealing allows.
 * `undefined` where no sentence is. `versions` are those kept of it, newest first.
 */
export function makeChanges(article: Article, versions: readonly ArticleVersion[]): BriefChanges | undefined {
  const first = versions.at(-1);
  if (first === undefined || first.version >= article.version) return undefined;
  const { added, removed } = sentenceDiff(first.text, article.text);
  if (added.length + removed.length === 0) return undefined;
  const budget = createWordBudget(article.text);
  return {
    article,
    since: first.storedAt,
    sentences: added
      .filter((sentence) => budget.spend([sentence]))
      .map((sentence) => briefSentence(article, sentence)),
    addedCount: added.length,
    removedCount: removed.length,
  };
}
