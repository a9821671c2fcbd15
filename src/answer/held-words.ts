import type { ArticleTexts } from '../domain/article.ts';
import { joiningWords, usualShares } from '../story/common-words.ts';
import { stemsOf } from '../story/words.ts';

/** The words of some texts, stemmed: of all of it, and of headlines alone. */
export interface HeldWords {
  readonly everywhere: ReadonlySet<string>;
  readonly inTitle: ReadonlySet<string>;
}

/** What articles of one story hold. */
export function heldWords(articles: readonly ArticleTexts[]): HeldWords {
  const headlines = articles.map(({ title, standfirst = '' }) => `${title}\n${standfirst}`).join('\n');
  const bodies = articles.map(({ text }) => text).join('\n');
  return { everywhere: stemsOf(`${headlines}\n${bodies}`), inTitle: stemsOf(headlines) };
}

/** Share of the articles that have a word of which nothing is known. */
const rareShare = 0.002;

/** How much a word says of what is meant: the rarer, the more. */
const worthOf = (word: string): number =>
  joiningWords.has(word) ? 0 : -Math.log2(usualShares.get(word) ?? rareShare);

/** How much of some words a text holds. */
export const heldWorth = (words: readonly string[], held: ReadonlySet<string>): number =>
  words.reduce((sum, word) => sum + (held.has(word) ? worthOf(word) : 0), 0);

/** Whether hardly an article has the word, as far as is known. */
export const isRare = (word: string): boolean => !usualShares.has(word) && !joiningWords.has(word);

/** Whether a text holds so large a share of what some words are worth. */
export const isWorthOf = (words: readonly string[], held: ReadonlySet<string>, share: number): boolean =>
  heldWorth(words, held) >= share * heldWorth(words, new Set(words));
