import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Clock } from '../domain/clock.ts';
import { makeArticle } from './make-article.ts';

const sampleSchema = z.strictObject({
  file: z.string().regex(/^[\w-][\w.-]*\.txt$/, 'a .txt file of the same folder'),
  title: z.string().min(1),
  source: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  publishedAt: z.iso.datetime({ offset: true }),
  author: z.string().min(1).optional(),
  topics: z.array(z.string().min(1)),
});

/**
 * Puts the sample articles of a folder (`index.json` and its .txt files) into the store as public articles;
 * answers how many were new or changed. A bad sample is a fault of ours: it throws and says which.
 */
export async function loadSamples(
  folder: URL | string,
  articles: Pick<ArticleStore, 'put'>,
  clock: Clock,
): Promise<number> {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const samples = z.array(sampleSchema).parse(JSON.parse(await readFile(join(path, 'index.json'), 'utf8')));
  let count = 0;
  for (const { file, publishedAt, ...known } of samples) {
    const raw = await readFile(join(path, file), 'utf8');
    const article = makeArticle({
      ...known,
      raw,
      publishedAt: Date.parse(publishedAt),
      scope: 'public',
      storedAt: clock.now(),
    });
    if ((await articles.put(article)) !== 'unchanged') count += 1;
  }
  return count;
}
