import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Article } from '../domain/article.ts';
import type { Brief, FindIn } from '../domain/brief.ts';
import type { BriefShape } from './make-brief.ts';
import { makeBriefs } from './make-briefs.ts';

/** As many choices of stories as are common at a time. */
const mostRemembered = 64;

/**
 * Makes `makeBriefs` that remembers the last lists of articles, as many digests tell the same stories at the same minute.
 * Between two articles that are read for the first time others have their turn.
 */
export function rememberBriefs(find: FindIn) {
  const known = new Map<string, readonly Brief[]>();

  async function newBriefs(articles: readonly Article[], shape: BriefShape): Promise<readonly Brief[]> {
    for (const article of articles) {
      find(article).summary(shape.length, shape.focus); // found once, and the longest part of a brief
      await othersTurn();
    }
    return makeBriefs(articles, shape, find);
  }

  return async (
    articles: readonly Article[],
    shape: Omit<BriefShape, 'accepts'>,
  ): Promise<readonly Brief[]> => {
    const key = JSON.stringify([shape, articles.map(({ id, version }) => [id, version])]);
    const briefs = known.get(key) ?? (await newBriefs(articles, shape));
    known.delete(key);
    known.set(key, briefs); // the last in the map is the last asked for
    for (const oldest of known.keys()) {
      if (known.size <= mostRemembered) break;
      known.delete(oldest);
    }
    return briefs;
  };
}
