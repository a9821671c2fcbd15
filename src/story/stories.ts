import { type Likenesses, linkGroups } from './link-groups.ts';
import { copySketch, isNearCopy } from './near-copies.ts';
import { smoothed } from './smoothed.ts';
import { type ArticleWords, storyTerms } from './story-terms.ts';
import {
  createStoryWindow,
  leastLikenessOfCopies,
  type StoryWindow,
  type WindowArticle,
  worthALook,
} from './story-window.ts';
import type { TermCounts } from './term-counts.ts';

/** An article as it arrives; times are UTC milliseconds. */
interface ArrivedArticle extends ArticleWords {
  readonly id: string;
  readonly publishedAt: number;
  /** Never before that of an article put earlier. */
  readonly arrivedAt: number;
}

/** What one arrival changes in the stories that were. */
export interface StoryChange {
  /** The arrived article's story: the id of the first article in it. */
  readonly story: string;
  /** The oldest article of the last days whose text this one has, cut or lightly edited. */
  readonly copyOf?: string;
  /** Articles that are in another story than before, the arrived one among them, each with its story. */
  readonly moved: ReadonlyMap<string, string>;
  /** Stories that others took whole, with those of their articles that have left the window. */
  readonly taken: ReadonlyMap<string, string>;
}

/**
 * Puts articles on one event together as they arrive, rather split than merged. It looks at the articles of the last
 * five days; older ones stay in the story they were given. A story has its first article's id, so an id that was
 * given once leads on when stories merge or split: to the story that this article is in now.
 */
export interface Stories {
  /** The same id again is the article with another text. */
  put(article: ArrivedArticle): StoryChange;
  /**
   * Takes in again what was put before this one was made: in the order in which it was put, with the stories that
   * articles are in now. Where it begins two windows back, all that is put afterwards goes as if it had never ended,
   * but for small differences where articles had other words before.
   */
  restore(article: ArrivedArticle, story: string): void;
  remove(articleId: string): void;
  /** How many articles are in the window. */
  count(): number;
  /** `undefined` for articles that have left the window. */
  storyOf(articleId: string): string | undefined;
}

interface Story {
  readonly id: string;
  /** In the order of arrival. */
  readonly members: Set<WindowArticle>;
  /** Some of its articles have left the window: it is not split any more. */
  readonly isSettled: boolean;
}

/** What is grouped as one: an article, or a story that stays whole. */
interface Item extends Story {
  /** Of the first of its articles in the window, in the order of arrival. */
  readonly place: number;
  /** Those of its articles that speak for it. */
  readonly sample: readonly WindowArticle[];
}

const windowMs = 5 * 86_400_000;
/**
 * How near two groups of articles must be for one story. Fitted on the tuning gold, and on news of no common event,
 * which lower ones put together by its topic.
 */
const enough = 0.33;
/** Articles that are compared anew at one arrival. */
const mostRegrouped = 64;
/** Larger stories stay whole. */
const largestLoose = 24;
/** Articles that speak for a story that stays whole: spread over it, so that it does not drift. */
const mostSpeakers = 8;

/** `rarity` is of terms among all the articles to come, where they are known before. */
export function createStories(rarity?: TermCounts['rarity']): Stories {
  const window = createStoryWindow(windowMs, rarity);
  const stories = new Map<string, Story>();
  const homes = new Map<string, Story>();

  const leaveHome = (article: WindowArticle): Story | undefined => {
    const home = homes.get(article.id);
    homes.delete(article.id);
    if (home === undefined) return undefined;
    home.members.delete(article);
    if (home.members.size === 0) stories.delete(home.id);
    return home;
  };
  const leaveForGood = (article: WindowArticle): void => {
    const home = leaveHome(article);
    if (home !== undefined && home.members.size > 0) settle({ ...home, isSettled: true });
  };
  const settle = (story: Story): void => {
    stories.set(story.id, story);
    for (const { id } of story.members) homes.set(id, story);
  };
  /** Takes the article in as the newest of the window, in no story yet. */
  const enter = (arrived: ArrivedArticle) => {
    const incoming = read(arrived);
    for (const gone of window.leave(arrived.arrivedAt - windowMs)) leaveForGood(gone);
    const before = window.get(arrived.id);
    const was = before && leaveHome(before)?.id;
    return { article: window.add(incoming), was };
  };
  let isRestored = true;
  /** What has lost its first article to a removal stays whole, so that this article's id goes on leading to it. */
  const endRestoring = (): void => {
    for (const story of stories.values())
      if (homes.get(story.id) !== story) settle({ ...story, isSettled: true });
    isRestored = true;
  };

  return {
    put(arrived) {
      if (!isRestored) endRestoring();
      const { article, was } = enter(arrived);
      const near = window.nearest(article);
      const copied = copiedBy(article, near, window);
      const own = stories.get(article.id);
      const touched = storiesToLookAt(article, near, homes, window).filter((story) => story !== own);
      const items = itemsOf(article, touched, own);
      const before = homesBefore(items, homes).set(article.id, was);
      for (const { id } of touched) stories.delete(id);
      if (own !== undefined) stories.delete(own.id);
      const groups = regroup(items, window);
      for (const group of groups) settle(group.story);
      return {
        story: homes.get(article.id)?.id ?? article.id,
        ...(copied !== undefined && { copyOf: copied }),
        moved: movedFrom(before, homes),
        taken: new Map(groups.flatMap(({ story, parts }) => takenBy(story, parts))),
      };
    },
    restore(arrived, id) {
      isRestored = false;
      const { article } = enter(arrived);
      const story = stories.get(id);
      if (story === undefined) settle({ id, members: new Set([article]), isSettled: false });
      else {
        story.members.add(article);
        homes.set(article.id, story);
      }
    },
    remove(id) {
      const article = window.get(id);
      if (article === undefined) return;
      leaveForGood(article);
      window.remove(id);
    },
    count: window.count,
    storyOf: (id) => homes.get(id)?.id,
  };
}

const read = ({ id, title, text, publishedAt, arrivedAt }: ArrivedArticle) => ({
  id,
  publishedAt: Number.isFinite(publishedAt) ? Math.min(publishedAt, arrivedAt) : arrivedAt,
  arrivedAt,
  terms: storyTerms({ title, text }),
  sketch: copySketch(text),
});

/** The oldest of the nearest that is of one text with the article. */
function copiedBy(
  article: WindowArticle,
  near: readonly WindowArticle[],
  window: StoryWindow,
): string | undefined {
  const copies = near.filter(
    (other) =>
      window.likeness(article, other) >= leastLikenessOfCopies && isNearCopy(other.sketch, article.sketch),
  );
  return copies.toSorted((one, other) => one.place - other.place)[0]?.id;
}

function storiesToLookAt(
  article: WindowArticle,
  near: readonly WindowArticle[],
  homes: ReadonlyMap<string, Story>,
  window: StoryWindow,
): readonly Story[] {
  const alike = near
    .map((other) => ({ home: homes.get(other.id), likeness: window.likeness(article, other) }))
    .filter(({ likeness }) => likeness >= worthALook)
    .sort((one, other) => other.likeness - one.likeness);
  const chosen = new Set<Story>();
  let articles = 0;
  for (const { home } of alike) {
    if (home === undefined || chosen.has(home)) continue;
    articles += isWhole(home) ? mostSpeakers : home.members.size;
    if (articles > mostRegrouped) break;
    chosen.add(home);
  }
  return [...chosen];
}

const isWhole = ({ isSettled, members }: Story): boolean => isSettled || members.size > largestLoose;

/** `own` is a story that has the article's id, from before the article left or was removed: it takes it back. */
function itemsOf(article: WindowArticle, touched: readonly Story[], own: Story | undefined): readonly Item[] {
  const loose = touched.filter((story) => !isWhole(story)).flatMap(({ members }) => [...members]);
  const whole = touched.filter(isWhole).map(asOne);
  const back = own && asOne({ ...own, members: new Set([...own.members, article]) });
  return [back ?? itemOf(article), ...whole, ...loose.map(itemOf)];
}

function asOne(story: Story): Item {
  const all = [...story.members];
  const step = Math.max(1, all.length / mostSpeakers);
  const sample = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return { ...story, place: all[0]?.place ?? 0, sample };
}

const itemOf = (article: WindowArticle): Item => ({
  id: article.id,
  place: article.place,
  members: new Set([article]),
  isSettled: false,
  sample: [article],
});

interface Group {
  readonly story: Story;
  readonly parts: readonly Item[];
}

function regroup(items: readonly Item[], window: StoryWindow): readonly Group[] {
  const speakers = items.flatMap(({ sample }) => sample);
  let next = 0;
  const places = items.map(({ sample }) => sample.map(() => next++));
  return linkGroups(places, smoothed(likenessesOf(speakers, window)), enough).map((indices) => {
    const parts = indices.flatMap((index) => items[index] ?? []);
    const [first = parts[0]] = parts.toSorted((one, other) => one.place - other.place);
    const members = new Set(
      parts.flatMap((part) => [...part.members]).sort((one, other) => one.place - other.place),
    );
    const isSettled = parts.some((part) => part.isSettled);
    return { story: { id: first?.id ?? '', members, isSettled }, parts };
  });
}

function likenessesOf(articles: readonly WindowArticle[], window: StoryWindow): Likenesses {
  const rows = articles.map(() => new Float64Array(articles.length).fill(1));
  articles.forEach((one, here) => {
    for (let there = 0; there < here; there += 1) {
      const other = articles[there];
      const found = other === undefined ? 0 : window.likeness(one, other);
      rows[here]?.fill(found, there, there + 1);
      rows[there]?.fill(found, here, here + 1);
    }
  });
  return rows;
}

function homesBefore(
  items: readonly Item[],
  homes: ReadonlyMap<string, Story>,
): Map<string, string | undefined> {
  return new Map(items.flatMap(({ members }) => [...members].map(({ id }) => [id, homes.get(id)?.id])));
}

function movedFrom(
  before: ReadonlyMap<string, string | undefined>,
  homes: ReadonlyMap<string, Story>,
): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  for (const [id, old] of before) {
    const home = homes.get(id);
    if (home !== undefined && home.id !== old) moved.set(id, home.id);
  }
  return moved;
}

const takenBy = (story: Story, parts: readonly Item[]): [string, string][] =>
  parts.flatMap((part): [string, string][] =>
    part.isSettled && part.id !== story.id ? [[part.id, story.id]] : [],
  );
