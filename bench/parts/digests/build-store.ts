import type { NewArticle } from '../../../src/domain/article.ts';
import type { StoryGrouping } from '../../../src/domain/story-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { startMaker } from '../article-maker.ts';
import { corpusNow } from '../corpus.ts';

const dayMs = 24 * 60 * 60 * 1000;
const oldestDays = 90;
/** Of the stories of the last day so many are told by three publishers. */
const shareTold = 0.25;
const articlesOfTold = 3;

/** Which story an article of the last day is in, counted from 0. */
function dayOfStories(storyCount: number) {
  const told = Math.floor(storyCount * shareTold);
  const articleCount = storyCount - told + articlesOfTold * told;
  return {
    articleCount,
    storyOf: (place: number) =>
      place < articlesOfTold * told ? place % told : place - (articlesOfTold - 1) * told,
  };
}

/** An article with sentences and a date: the last of them within the last day, all others in the months before. */
function dated(article: NewArticle, place: number, count: number, recent: number): NewArticle {
  const first = count - recent;
  const daysAgo = place < first ? 1 + (oldestDays - 1) * (1 - place / first) : 1 - (place - first) / recent;
  const publishedAt = corpusNow - Math.ceil(daysAgo * dayMs);
  const text = article.text.replace(/(?<=^|\. )[a-z]/g, (letter) => letter.toUpperCase());
  return { ...article, text, raw: text, publishedAt, storedAt: publishedAt + 1 };
}

/** Fills a store with articles, of which the last day has so many stories; all are grouped. */
export async function fillWithStories(
  store: Store,
  { count, storyCount, seed }: { readonly count: number; readonly storyCount: number; readonly seed: number },
): Promise<void> {
  const { articleCount, storyOf } = dayOfStories(storyCount);
  const maker = startMaker(count, seed);
  const firstOf = new Map<number, string>();
  for (let from = 0; from < count; from += 100) {
    const made = await maker.articles(from);
    const articles = made.map((article, place) => dated(article, from + place, count, articleCount));
    await store.articles.putAll(articles);
    const groupings = articles.map(({ id, publishedAt }, place): StoryGrouping => {
      const recent = from + place - (count - articleCount);
      const story = recent < 0 ? id : (firstOf.get(storyOf(recent)) ?? id);
      if (recent >= 0) firstOf.set(storyOf(recent), story);
      const nothing = { moved: new Map(), taken: new Map() };
      return { articleId: id, version: 1, story, arrivedAt: publishedAt, ...nothing };
    });
    await store.stories.group(groupings);
  }
  maker.stop();
}
