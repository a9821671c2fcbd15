import type { Article } from '../domain/article.ts';
import type { Brief, FindIn } from '../domain/brief.ts';
import type { BriefShape } from './make-brief.ts';
import { makeBriefs } from './make-briefs.ts';

/** As many choices of stories as are common at a time. */
const mostRemembered = 64;

/** Makes `makeBriefs` that remembers the last lists of articles: many digests tell the same stories at the same minute. */
export function rememberBriefs(find: FindIn) {
  const known = new Map<string, readonly Brief[]>();
  return (articles: readonly Article[], shape: Omit<BriefShape, 'accepts'>): readonly Brief[] => {
    const key = JSON.stringify([shape, articles.map(({ id, version }) => [id, version])]);
    const briefs = known.get(key) ?? makeBriefs(articles, shape, find);
    known.delete(key);
    known.set(key, briefs); // the last in the map is the last asked for
    for (const oldest of known.keys()) {
      if (known.size <= mostRemembered) break;
      known.delete(oldest);
    }
    return briefs;
  };
}
