import type { Article, Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Digest } from '../domain/digest.ts';
import type { DigestStore } from '../domain/digest-store.ts';
import type { FeedStore } from '../domain/feed-store.ts';
import type { Scope } from '../domain/scope.ts';
import type { Story, StoryArticle } from '../domain/story.ts';
import type { StoryStore } from '../domain/story-store.ts';
import { isStub } from '../domain/stub.ts';

/** A story is not shown again within this many posts of a digest: a month of a daily one. */
const rememberedPosts = 31;

/** Newest stories looked at, beyond those that were shown already; more where most of them are left out. */
const spareCandidates = 50;
const mostCandidates = 3200;

interface Stores {
  readonly articles: Pick<ArticleStore, 'get'>;
  readonly stories: Pick<StoryStore, 'latest' | 'ofArticles'>;
  readonly digests: Pick<DigestStore, 'postedArticles'>;
  readonly feeds: Pick<FeedStore, 'mutedArticles'>;
}

/** A story of a digest, and the article that tells it there. */
export interface SelectedStory {
  readonly article: Article;
  /** Publishers that tell of it in what the guild hears, the article's own among them. */
  readonly sourceCount: number;
}

/** A story as far as a guild hears of it: those who may tell it, best first. */
interface HeardStory {
  readonly tellers: readonly Headline[];
  readonly sourceCount: number;
}

/**
 * The stories of a digest's next post, newest first: of its topics (of any, where it names none), public or its
 * guild's, none of which it has shown an article. Articles that only feeds have brought which the guild has muted
 * count for nothing, and no stub tells a story.
 */
export async function selectStories(stores: Stores, digest: Digest): Promise<readonly SelectedStory[]> {
  const { stories: wanted, guildId } = digest;
  const scopes: readonly Scope[] = ['public', `guild:${guildId}`];
  const shown = await stores.digests.postedArticles(digest.id, rememberedPosts);
  const wasShown = await shownTest(stores.stories, shown, scopes);
  const queries = queriesOf(digest);
  const readWhole = createWholeReader(stores.articles, scopes);
  for (let limit = shown.length + spareCandidates; ; limit *= 4) {
    const found = await Promise.all(
      queries.map((query) => stores.stories.latest({ scopes, limit, ...query })),
    );
    const unseen = newestFirst(found.flat()).filter((story) => !wasShown(story));
    const chosen = await firstStories(unseen, {
      wanted,
      readWhole,
      heard: (some) => heardBy(guildId, some, stores.feeds),
    });
    const isAll = found.every(({ length }) => length < limit);
    if (chosen.length >= wanted || isAll || limit >= mostCandidates) return chosen;
  }
}

/** One for each topic; topics are stored in small letters, but were not always. */
function queriesOf({ topics }: Digest): readonly { readonly topic?: string }[] {
  if (topics.length === 0) return [{}];
  return [...new Set(topics.flatMap((topic) => [topic, topic.toLowerCase()]))].map((topic) => ({ topic }));
}

/** Whether one of a story's articles was shown: also one that the story has so many of that it is not among them. */
async function shownTest(
  stories: Stores['stories'],
  articleIds: readonly string[],
  scopes: readonly Scope[],
): Promise<(story: Story) => boolean> {
  const shown = new Set(articleIds);
  const told = await stories.ofArticles(articleIds, scopes);
  const toldIds = new Set([...told.values()].map(({ id }) => id));
  return ({ id, articles }) => toldIds.has(id) || articles.some((article) => shown.has(article.id));
}

async function heardBy(
  guildId: string,
  stories: readonly Story[],
  feeds: Stores['feeds'],
): Promise<readonly HeardStory[]> {
  const ids = stories.flatMap(({ articles }) => articles.map(({ id }) => id));
  const muted = new Set(await feeds.mutedArticles(guildId, ids));
  return stories.map((story) => heardOf(story, muted));
}

function heardOf({ lead, articles, sources }: Story, muted: ReadonlySet<string>): HeardStory {
  const heard = articles.filter(({ id }) => !muted.has(id));
  const named = new Set(articles.map(({ source }) => source));
  const heardNames = new Set(heard.map(({ source }) => source));
  return {
    tellers: heard.toSorted((one, other) => worthOf(one, lead) - worthOf(other, lead)),
    sourceCount: sources.filter((name) => heardNames.has(name) || !named.has(name)).length,
  };
}

/** The lead tells a story; where it may not, the newest that is more than a copy, else the newest. */
function worthOf({ id, copyOf }: StoryArticle, lead: StoryArticle): number {
  if (id === lead.id) return 0;
  return copyOf === undefined ? 1 : 2;
}

/** Those of which is asked together what is muted: mostly the first few are enough. */
const batchSize = 100;

interface Choosing {
  readonly wanted: number;
  readonly readWhole: (id: string) => Promise<Article | undefined>;
  readonly heard: (stories: readonly Story[]) => Promise<readonly HeardStory[]>;
}

/** The first stories that have an article which is heard and more than a stub. */
async function firstStories(
  stories: readonly Story[],
  { wanted, readWhole, heard }: Choosing,
): Promise<readonly SelectedStory[]> {
  const chosen: SelectedStory[] = [];
  for (let at = 0; at < stories.length && chosen.length < wanted; at += batchSize)
    for (const { tellers, sourceCount } of await heard(stories.slice(at, at + batchSize))) {
      if (chosen.length >= wanted) break;
      const article = await firstWhole(tellers, readWhole);
      if (article !== undefined) chosen.push({ article, sourceCount });
    }
  return chosen;
}

/** So many of a story's articles are looked at: where they all are stubs, the others hardly are more. */
const mostTellers = 3;

async function firstWhole(
  tellers: readonly Headline[],
  readWhole: Choosing['readWhole'],
): Promise<Article | undefined> {
  for (const { id } of tellers.slice(0, mostTellers)) {
    const article = await readWhole(id);
    if (article !== undefined) return article;
  }
  return undefined;
}

/** A guild whose feeds give nothing but notices is not worth reading them all, at every post. */
const mostStubs = 400;

/** Reads articles that are more than stubs; none after so many that are not, and none of these twice. */
function createWholeReader(articles: Stores['articles'], scopes: readonly Scope[]): Choosing['readWhole'] {
  const stubs = new Set<string>();
  return async (id) => {
    if (stubs.has(id) || stubs.size >= mostStubs) return undefined;
    const article = await articles.get(id, scopes);
    if (article !== undefined && !isStub(article)) return article;
    stubs.add(id);
    return undefined;
  };
}

/** Each story once, though it may have several of the topics; by its newest article. */
function newestFirst(stories: readonly Story[]): readonly Story[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return [...byId.values()].sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? -1 : 1));
}
