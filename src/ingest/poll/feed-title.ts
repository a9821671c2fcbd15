import { cutAtWord } from '../cut-at-word.ts';
import type { ParsedFeed } from '../feed/parsed-feed.ts';

const longestTitle = 200;

/** What a feed calls itself, on one line; '' where it does not say. */
export function feedTitle({ title = '' }: Pick<ParsedFeed, 'title'>): string {
  return cutAtWord(title.replace(/\s+/g, ' ').trim(), longestTitle);
}
