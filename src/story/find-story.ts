import type { Article, Headline } from '../domain/article.ts';
import { idByUrl } from '../domain/article-id.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import { plainUrl } from '../domain/canonical-url.ts';
import type { Scope } from '../domain/scope.ts';
import type { Story } from '../domain/story.ts';
import type { StoryStore } from '../domain/story-store.ts';
import { stemsOf, tellingStems, tellingWords, wordsOf } from './words.ts';

export type FoundStory =
  /** `rival`: an article of another story that the words mean as well. */
  | { readonly kind: 'found'; readonly article: Article; readonly rival?: Article }
  | { readonly kind: 'unknown-link'; readonly link: string }
  | { readonly kind: 'unknown'; readonly closest: readonly Headline[] };

/** An article is the one meant when it holds this share of the asked words, and its headline that share of them. */
const enough = 0.75;
const enoughOfTitle = 0.4;
const closestCount = 3;
/** Among so many of the nearest the one that is meant is looked for. */
const lookedAt = 8;
/** Longer requests are cut: nobody names a story in more. */
const longestAsked = 300;

type Reading = Pick<ArticleStore, 'get' | 'getByUrl' | 'search' | 'titles' | 'latest'>;

interface StoryPorts {
  readonly articles: Pick<ArticleStore, 'get'>;
  readonly stories: Pick<StoryStore, 'get'>;
}

/** The article of an id; of a story's whose first article is gone, the one by which the story is told now. */
export async function articleOrLead(
  id: string,
  scopes: readonly Scope[],
  { articles, stories }: StoryPorts,
): Promise<Article | undefined> {
  const article = await articles.get(id, scopes);
  if (article !== undefined) return article;
  const story = await stories.get(id, scopes);
  return story === undefined ? undefined : await articles.get(story.lead.id, scopes);
}

/**
 * The article that a person means by an id, a link, a title or some words of it, among those they may see.
 * Rather none than a wrong one: then the nearest headlines.
 */
export async function findStory(
  asked: string,
  scopes: readonly Scope[],
  { articles, stories }: StoryPorts & { readonly articles: Reading },
): Promise<FoundStory> {
  const words = asked.trim().slice(0, longestAsked);
  const byId = /^[\w-]{22}$/.test(words)
    ? await articleOrLead(words, scopes, { articles, stories })
    : undefined;
  if (byId !== undefined) return { kind: 'found', article: byId };
  const link = linkIn(asked);
  if (link !== undefined) return await findByLink(link, scopes, articles);
  const exact = await articleTitled(words, scopes, articles);
  if (exact !== undefined) return { kind: 'found', article: exact };
  return await findByWords(words, scopes, { articles, stories });
}

/** The first link in a text, without the marks that end its sentence. */
function linkIn(text: string): URL | undefined {
  const link = /https?:\/\/[^\s<>]+/i.exec(text)?.[0].replace(/[).,;:!?'"’”]{1,9}$/, '');
  return link !== undefined && URL.canParse(link) ? new URL(link) : undefined;
}

async function findByLink(link: URL, scopes: readonly Scope[], articles: Reading): Promise<FoundStory> {
  for (const scope of scopes) {
    const article = await articles.get(idByUrl(scope, link.href), [scope]);
    if (article !== undefined) return { kind: 'found', article };
  }
  const article = await articles.getByUrl(plainUrl(link.href), scopes);
  return article === undefined ? { kind: 'unknown-link', link: link.href } : { kind: 'found', article };
}

/** The article of exactly that title, whatever stands between its words. */
export async function articleTitled(
  title: string,
  scopes: readonly Scope[],
  articles: Pick<ArticleStore, 'get' | 'titles'>,
): Promise<Article | undefined> {
  const wanted = wordsOf(title).join(' ');
  if (wanted === '') return undefined;
  const rows = await articles.titles({ scopes, typed: title, limit: 10 });
  const same = rows.find((row) => wordsOf(row.title).join(' ') === wanted);
  return same === undefined ? undefined : await articles.get(same.id, scopes);
}

async function findByWords(
  asked: string,
  scopes: readonly Scope[],
  { articles, stories }: StoryPorts & { readonly articles: Reading },
): Promise<FoundStory> {
  const stems = tellingStems(asked);
  const candidates = await nearest(asked, scopes, articles);
  const read = await Promise.all(candidates.map(({ id }) => articles.get(id, scopes)));
  const holders = read
    .filter((article) => article !== undefined)
    .map((article) => ({ article, shares: sharesIn(article, stems) }))
    .filter(({ shares: { all, title } }) => all >= enough && title >= enoughOfTitle);
  const [first, ...others] = holders;
  if (first === undefined) return { kind: 'unknown', closest: candidates.slice(0, closestCount) };
  const equals = others.filter(
    ({ shares }) => shares.all >= first.shares.all && shares.title >= first.shares.title,
  );
  const story = await stories.get(first.article.id, scopes);
  const isOther = ({ id }: Headline) => story?.articles.every((article) => article.id !== id) !== false;
  const rival = equals.map(({ article }) => article).find(isOther);
  const article = (await originalIn(story, first.article.id, scopes, articles)) ?? first.article;
  return { kind: 'found', article, ...(rival === undefined ? {} : { rival }) };
}

/** The article whose text one has, where that is a copy in its story: words mean either, and the text is the first one's. */
async function originalIn(
  story: Story | undefined,
  id: string,
  scopes: readonly Scope[],
  articles: Reading,
): Promise<Article | undefined> {
  const original = story?.articles.find((article) => article.id === id)?.copyOf;
  return original === undefined ? undefined : await articles.get(original, scopes);
}

/** Headlines that share a telling word with the request, best first; none when it has no such word. */
async function nearest(
  asked: string,
  scopes: readonly Scope[],
  articles: Reading,
): Promise<readonly Headline[]> {
  const words = tellingWords(asked).join(' ');
  if (words === '') return [];
  const all = await articles.search({ scopes, words, match: 'all', limit: lookedAt });
  return all.length > 0 ? all : await articles.search({ scopes, words, match: 'any', limit: lookedAt });
}

/** The share of some words that an article holds, in all of it and in its headline. */
function sharesIn(
  article: Article,
  stems: readonly string[],
): { readonly all: number; readonly title: number } {
  const title = stemsOf(`${article.title} ${article.standfirst ?? ''}`);
  const all = new Set([...title, ...stemsOf(article.text)]);
  const shareIn = (words: ReadonlySet<string>) =>
    stems.filter((word) => words.has(word)).length / Math.max(1, stems.length);
  return { all: shareIn(all), title: shareIn(title) };
}
