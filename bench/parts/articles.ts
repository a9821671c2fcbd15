import { join } from 'node:path';
import type { NewArticle } from '../../src/domain/article.ts';
import { loadSamples } from '../../src/ingest/load-samples.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';
import { root } from './machine.ts';
import { createRandom } from './numbers.ts';

/** The articles of `data/articles`, as they are stored. */
export async function sampleArticles(): Promise<readonly NewArticle[]> {
  const articles: NewArticle[] = [];
  const put = async (article: NewArticle) => {
    articles.push(article);
    return 'new' as const;
  };
  await loadSamples(join(root, 'data', 'articles'), { put }, { now: Date.now });
  return articles;
}

const syllables = [
  'bar',
  'den',
  'fol',
  'gar',
  'hem',
  'kel',
  'lor',
  'mun',
  'nor',
  'pel',
  'ros',
  'tam',
  'wick',
];

/** A place that is not on any map: "Rosgarden". */
function placeName(random: () => number): string {
  const parts = Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)] ?? '');
  const name = parts.join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Other digits in the same places; a number does not begin to begin with 0. */
export function withOtherDigits(text: string, random: () => number): string {
  return text.replace(/\d+/g, (digits) =>
    [...digits]
      .map((_, index) => Math.floor(random() * (index === 0 ? 9 : 10)) + (index === 0 ? 1 : 0))
      .join(''),
  );
}

/** So many articles, no two alike: the samples again and again, each time with other figures and another place. */
export function variedArticles(samples: readonly NewArticle[], count: number, seed: number): NewArticle[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length];
    if (sample === undefined) throw new Error('there are no sample articles');
    const place = placeName(random);
    return makeArticle({
      ...sample,
      raw: withOtherDigits(sample.raw, random),
      title: `${place}: ${sample.title}`,
      url: `${sample.url}-${place.toLowerCase()}-${index}`,
      publishedAt: sample.publishedAt - index * 60_000,
    });
  });
}

/** A clean text of about this many bytes, made of varied samples. */
export function longText(samples: readonly NewArticle[], bytes: number, seed: number): string {
  const random = createRandom(seed);
  let text = '';
  for (let index = 0; Buffer.byteLength(text) < bytes; index += 1)
    text += `${withOtherDigits(samples[index % samples.length]?.text ?? '', random)}\n\n`;
  return text.slice(0, text.lastIndexOf('\n\n', bytes));
}
