import type { ArticleStore } from '../../domain/article-store.ts';
import { stemsOf } from '../../domain/phrase-test.ts';

/** How many of the newest articles have each stem. */
export interface CommonStems {
  readonly articleCount: number;
  readonly counts: ReadonlyMap<string, number>;
}

type Reads = Pick<ArticleStore, 'latest' | 'texts'>;

const sampled = 100;
/** After so many questions news may be of something else. */
const questionsOfASample = 500;

interface Sample {
  readonly stems: Promise<CommonStems>;
  left: number;
}

/** By store: reading it takes as long as some questions. */
const samples = new WeakMap<Reads, Sample>();

async function readSample(articles: Reads): Promise<CommonStems> {
  const newest = await articles.latest({ scopes: ['public'], limit: sampled });
  const texts = await articles.texts(
    newest.map(({ id }) => id),
    ['public'],
  );
  const counts = new Map<string, number>();
  for (const { title, text } of texts.values())
    for (const stem of new Set(stemsOf(`${title} ${text}`))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return { articleCount: texts.size, counts };
}

/** How common words are in what a store has of public news; read now and then only. */
export async function commonStems(articles: Reads): Promise<CommonStems> {
  const known = samples.get(articles);
  if (known !== undefined && known.left > 0) {
    known.left -= 1;
    return await known.stems;
  }
  const stems = readSample(articles);
  samples.set(articles, { stems, left: questionsOfASample });
  stems.catch(() => samples.delete(articles)); // the next question tries again
  return await stems;
}
