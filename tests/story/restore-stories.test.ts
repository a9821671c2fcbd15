import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldArticles } from '../../bench/parts/stories/story-gold.ts';
import { createStories, type Stories, type StoryChange } from '../../src/story/stories.ts';

/** Some hundred articles; more would take longer and try nothing else. */
const articlesOfFew = goldArticles.filter(({ eventSize }) => eventSize < 9);

const dayMs = 86_400_000;
/** Two windows: what left the window of the oldest article that counts is known as well. */
const restoredMs = 10 * dayMs;

type Arrival = Parameters<Stories['put']>[0];

/** What a store holds: the articles in the order in which they were put last, and the story of each. */
function createShelf() {
  const articles = new Map<string, Arrival>();
  const homes = new Map<string, string>();
  return {
    homes,
    keep(article: Arrival, { story, moved, taken }: StoryChange): void {
      articles.delete(article.id);
      articles.set(article.id, article);
      for (const [from, into] of taken)
        for (const [id, home] of homes) if (home === from) homes.set(id, into);
      for (const [id, home] of moved) homes.set(id, home);
      homes.set(article.id, story);
    },
    remove(id: string): void {
      articles.delete(id);
      homes.delete(id);
    },
    restored(now: number): Stories {
      const stories = createStories();
      for (const article of articles.values())
        if (article.arrivedAt >= now - restoredMs)
          stories.restore(article, homes.get(article.id) ?? article.id);
      return stories;
    },
  };
}

/** The gold in any order over so many days; some of it again later, in the words of its neighbour. */
function arrivals(order: readonly number[], days: number): readonly Arrival[] {
  return order.map((place, index) => {
    const at = (index / order.length) * days * dayMs;
    const { id } = articlesOfFew[place % articlesOfFew.length] ?? { id: '' };
    const { title, text } = articlesOfFew[
      (place + (place >= articlesOfFew.length ? 1 : 0)) % articlesOfFew.length
    ] ?? {
      title: '',
      text: '',
    };
    return { id, title, text, publishedAt: at - (place % 7) * 3_600_000, arrivedAt: at };
  });
}

/** Each article once, and some of them twice. */
const all = Array.from({ length: articlesOfFew.length + 40 }, (_, index) => index);

const once = all.slice(0, articlesOfFew.length);

describe('stories restored from what was kept', () => {
  it('group what comes as if they had never ended, wherever that was', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(once, { minLength: 150 }),
        fc.constantFrom(1, 12, 20),
        fc.integer({ min: 20, max: 90 }),
        (order, days, share) => {
          const sequence = arrivals(order, days);
          const split = Math.floor((share / 100) * sequence.length);
          const shelf = createShelf();
          const unbroken = createStories();
          for (const article of sequence.slice(0, split)) shelf.keep(article, unbroken.put(article));
          const restored = shelf.restored(sequence[split]?.arrivedAt ?? 0);
          for (const article of sequence.slice(split)) {
            const change = restored.put(article);
            expect(change).toEqual(unbroken.put(article));
            shelf.keep(article, change);
          }
        },
      ),
      { numRuns: 6, seed: 4 },
    );
  });

  // How rare words were while an article had its old ones is not known any more: here likenesses can differ a little.
  it('agree with the store in what goes on, though articles have changed before', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 190 }), fc.constantFrom(1, 12), (order, days) => {
        const sequence = arrivals(order, days);
        const half = Math.floor(sequence.length / 2);
        const shelf = createShelf();
        const before = createStories();
        for (const article of sequence.slice(0, half)) shelf.keep(article, before.put(article));
        const after = shelf.restored(sequence[half]?.arrivedAt ?? 0);
        for (const article of sequence.slice(half)) {
          shelf.keep(article, after.put(article));
          for (const [id, home] of shelf.homes) expect(after.storyOf(id) ?? home).toBe(home);
        }
      }),
      { numRuns: 4, seed: 6 },
    );
  });

  it('keep a story whole that has lost its first article, so that its id leads on until another takes it', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(once, { minLength: 120 }),
        fc.integer({ min: 2, max: 9 }),
        (order, every) => {
          const sequence = arrivals(order, 3);
          const half = Math.floor(sequence.length / 2);
          const [early, late] = [sequence.slice(0, half), sequence.slice(half)];
          const shelf = createShelf();
          const before = createStories();
          for (const article of early) shelf.keep(article, before.put(article));
          for (const { id } of early.filter((_, index) => index % every === 0)) shelf.remove(id);
          const given = new Set(shelf.homes.values());
          const after = shelf.restored(late[0]?.arrivedAt ?? 0);
          const changes = late.map((article) => {
            const change = after.put(article);
            shelf.keep(article, change);
            return change;
          });
          const led = new Set([
            ...shelf.homes.values(),
            ...changes.flatMap(({ taken }) => [...taken.keys()]),
          ]);
          const lost = [...given].filter((id) => !led.has(shelf.homes.get(id) ?? id));
          expect(lost).toEqual([]);
        },
      ),
      { numRuns: 6, seed: 5 },
    );
  });
});
