import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GoldArticle, goldArticles } from '../../bench/parts/stories/story-gold.ts';
import { createStories, type StoryChange } from '../../src/story/stories.ts';

const dayMs = 86_400_000;
const arrived = (article: GoldArticle) => ({ ...article, arrivedAt: article.publishedAt });
const event = (name: string) => goldArticles.filter((article) => article.event === name).map(arrived);
const one = (name: string, place: number) => {
  const article = event(name)[place];
  if (article === undefined) throw new Error(`no article ${place} of ${name}`);
  return article;
};

/** What a store would hold: it does what each change says, and nothing else. */
function follow() {
  const homes = new Map<string, string>();
  return {
    homes,
    note({ moved, taken }: StoryChange): void {
      for (const [from, into] of taken)
        for (const [id, home] of homes) if (home === from) homes.set(id, into);
      for (const [id, story] of moved) homes.set(id, story);
    },
  };
}

describe('stories as articles arrive', () => {
  it('are named by their first article, and later ones on the event join them', () => {
    const stories = createStories();
    const changes = event('orrel-earthquake').map((article) => stories.put(article));
    expect(changes[0]?.story).toBe('orrel-earthquake/0');
    expect(stories.storyOf('orrel-earthquake/4')).toBe('orrel-earthquake/0');
  });

  it('tell of which article a near-copy is one', () => {
    const stories = createStories();
    const changes = event('orrel-earthquake').map((article) => stories.put(article));
    expect(changes.map(({ copyOf }) => copyOf)).toEqual([
      undefined,
      'orrel-earthquake/0',
      'orrel-earthquake/0',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tell all that moved: a store that follows the changes always agrees, and every old id leads to a story', () => {
    const week = goldArticles.map((article, index) => ({
      ...arrived(article),
      arrivedAt: index * 1000,
      publishedAt: 0,
    }));
    fc.assert(
      fc.property(fc.shuffledSubarray(week, { minLength: 60 }), (shuffled) => {
        const stories = createStories();
        const store = follow();
        const given = new Set<string>();
        shuffled.forEach((article, index) => {
          const change = stories.put({ ...article, arrivedAt: index * 1000 });
          store.note(change);
          given.add(change.story);
        });
        for (const { id } of shuffled) expect(store.homes.get(id)).toBe(stories.storyOf(id));
        for (const story of given)
          expect(store.homes.get(stories.storyOf(story) ?? '')).toBe(stories.storyOf(story));
      }),
      { numRuns: 4, seed: 8 },
    );
  });

  it('that merge answer by the older id, and the younger id leads to it', () => {
    const stories = createStories();
    const [first, , , survivors, funerals] = event('orrel-earthquake');
    if (!first || !survivors || !funerals) throw new Error('the gold has changed');
    const plain = { arrivedAt: 0, publishedAt: 0 };
    stories.put({ ...first, ...plain });
    const apart = {
      ...survivors,
      ...plain,
      title: 'A bakery wins',
      text: 'Bread prize for a baker of rye loaves in Corley.',
    };
    stories.put(apart);
    expect(stories.storyOf(survivors.id)).toBe(survivors.id);
    stories.put({ ...survivors, ...plain });
    stories.put({ ...funerals, ...plain });
    expect(stories.storyOf(survivors.id)).toBe(first.id);
    expect(stories.storyOf(funerals.id)).toBe(first.id);
  });

  it('stay when their articles have left the window, and a follow-up after that begins another', () => {
    const stories = createStories();
    stories.put(one('orrel-earthquake', 0));
    const late = one('orrel-earthquake', 3);
    const at = late.publishedAt + 30 * dayMs;
    expect(stories.put({ ...late, publishedAt: at, arrivedAt: at }).story).toBe(late.id);
    expect(stories.storyOf('orrel-earthquake/0')).toBeUndefined();
  });

  it('go on while each article follows within days of one before, under their first id', () => {
    const stories = createStories();
    const base = one('orrel-earthquake', 0);
    const homes = [0, 4, 8, 12].map((day) => {
      const at = base.publishedAt + day * dayMs;
      return stories.put({ ...base, id: `day-${day}`, publishedAt: at, arrivedAt: at }).story;
    });
    expect(homes).toEqual(['day-0', 'day-0', 'day-0', 'day-0']);
  });

  it('forget a removed article, and take it back when it comes again', () => {
    const stories = createStories();
    const [first, second] = event('glass-frog');
    if (!first || !second) throw new Error('the gold has changed');
    stories.put(first);
    const joined = stories.put({ ...second, arrivedAt: first.arrivedAt });
    expect(joined.story).toBe(first.id);
    stories.remove(first.id);
    expect(stories.storyOf(first.id)).toBeUndefined();
    expect(stories.storyOf(second.id)).toBe(first.id);
    expect(stories.put(first).story).toBe(first.id);
  });

  it('are not upset by articles dated in the far future or the far past', () => {
    const stories = createStories();
    const base = one('glass-frog', 0);
    stories.put({ ...base, id: 'future', publishedAt: 8.64e15 });
    stories.put({ ...base, id: 'past', publishedAt: -8.64e15 });
    expect(stories.put({ ...base, id: 'now' }).story).toBe('future');
    expect(stories.storyOf('past')).toBe('past');
  });
});
