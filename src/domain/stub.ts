import { segment } from 'summarize-text';
import type { ArticleTexts } from './article.ts';

/** Of fewer sentences no fair summary can be made. */
export const fewestSentences = 3;

/** Whether only so little of an article could be read that it is no more than a notice of it. */
export function isStub({ text }: Pick<ArticleTexts, 'text'>): boolean {
  return segment(text).length < fewestSentences;
}
