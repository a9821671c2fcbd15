import { setImmediate } from 'node:timers/promises';
import type { Headline } from '../../domain/article.ts';
import type { ArticleStore } from '../../domain/article-store.ts';
import { createPhraseTest } from '../../domain/phrase-test.ts';
import type { Scope } from '../../domain/scope.ts';
import type { FoundArticle, FoundArticles, SearchQuery } from '../../domain/search.ts';
import type { StoryStore } from '../../domain/story-store.ts';
import { tellingWords } from '../../story/words.ts';

/** As many as a search of the store ranks. */
const mostFound = 200;
const textsAtOnce = 20;

export interface SearchPorts {
  readonly articles: Pick<ArticleStore, 'search' | 'texts'>;
  readonly stories: Pick<StoryStore, 'ofArticles'>;
}

/**
 * The articles that have all the words, or where none has, all those that tell something; best first. Articles of one
 * text are one: the best of them.
 */
export async function findArticles(
  query: SearchQuery,
  scopes: readonly Scope[],
  { articles, stories }: SearchPorts,
): Promise<FoundArticles> {
  const { words, since, source, until = Number.POSITIVE_INFINITY } = query;
  const holding = (wanted: readonly string[]) =>
    articles.search({
      scopes,
      words: wanted.join(' '),
      match: 'all',
      limit: mostFound,
      ...(since === undefined ? {} : { since }),
      ...(source === undefined ? {} : { source }),
    });
  const all = await holding(words);
  const telling = tellingWords(words.join(' '));
  const isWordy = telling.length > 0 && telling.length < words.length;
  const hits = all.length === 0 && isWordy ? await holding(telling) : all;
  const dated = hits.filter(({ publishedAt }) => publishedAt <= until);
  const found = await asWanted(dated, query, scopes, articles);
  return { found: await withoutCopies(found, scopes, stories), isCapped: hits.length >= mostFound };
}

/** Those that hold every phrase, and nothing that is not wanted. */
async function asWanted(
  hits: readonly Headline[],
  { phrases, unwanted }: SearchQuery,
  scopes: readonly Scope[],
  articles: Pick<ArticleStore, 'texts'>,
): Promise<readonly Headline[]> {
  if (phrases.length === 0 && unwanted.length === 0) return hits;
  const needed = phrases.map((phrase) => createPhraseTest([phrase]));
  const holdsUnwanted = createPhraseTest(unwanted);
  const kept: Headline[] = [];
  for (let from = 0; from < hits.length; from += textsAtOnce) {
    const some = hits.slice(from, from + textsAtOnce);
    const texts = await articles.texts(
      some.map(({ id }) => id),
      scopes,
    );
    for (const hit of some) {
      const { title = '', text = '' } = texts.get(hit.id) ?? {};
      const holds = (test: (words: string) => boolean) => test(title) || test(text);
      if (needed.every(holds) && !holds(holdsUnwanted)) kept.push(hit);
    }
    await setImmediate();
  }
  return kept;
}

async function withoutCopies(
  hits: readonly Headline[],
  scopes: readonly Scope[],
  stories: SearchPorts['stories'],
): Promise<readonly FoundArticle[]> {
  const ids = hits.map(({ id }) => id);
  const storyOf = await stories.ofArticles(ids, scopes);
  const found = new Map<string, FoundArticle>();
  for (const id of ids) {
    const own = storyOf.get(id)?.articles.find((article) => article.id === id);
    const text = own?.copyOf ?? id;
    const best = found.get(text);
    found.set(text, best === undefined ? { id, copyCount: 0 } : { ...best, copyCount: best.copyCount + 1 });
  }
  return [...found.values()];
}
