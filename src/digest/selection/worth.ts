import type { FreshArticle } from '../../domain/story.ts';

/** How much a story is worth more with each doubling of those who tell it. */
const perDoubling = 1;

/** When an article came out, as far as that can be believed. */
const toldAt = ({ publishedAt, storedAt }: FreshArticle): number => Math.min(publishedAt, storedAt);

/**
 * What a story is worth by who tells it and when. Age halves it, so that of two stories the same one is worth more
 * whenever that is asked: a preview and the post after it have one order.
 */
export function worthOf(
  articles: readonly FreshArticle[],
  { at, halfLifeMs }: { readonly at: number; readonly halfLifeMs: number },
): number {
  const sources = new Set(articles.map(({ source }) => source)).size;
  const originals = articles.filter(({ copyOf }) => copyOf === undefined);
  const newest = Math.max(...(originals.length === 0 ? articles : originals).map(toldAt));
  return (1 + perDoubling * Math.log2(sources)) * 0.5 ** ((at - newest) / halfLifeMs);
}
