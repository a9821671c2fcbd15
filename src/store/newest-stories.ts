import { z } from 'zod';

const placedRow = z.object({ row_id: z.int(), published_at: z.int(), story: z.string() });

/** So many of the newest articles are looked at for stories, more only where those have not enough. */
const looks = (limit: number): readonly number[] => [Math.max(40, 4 * limit), 1000, mostLookedAt];
const mostLookedAt = 5000;

/**
 * The ids of the stories of the newest articles, in their order. `ask` answers rows of at least so many of the newest
 * where there are as many. Where one story has thousands of articles, those behind it are not looked for without end.
 */
export async function newestStories(
  ask: (articleCount: number) => Promise<readonly unknown[]>,
  limit: number,
): Promise<readonly string[]> {
  if (limit <= 0) return [];
  let stories: readonly string[] = [];
  for (const count of looks(limit)) {
    const rows = (await ask(count))
      .map((row) => placedRow.parse(row))
      .toSorted((one, other) => other.published_at - one.published_at || other.row_id - one.row_id)
      .slice(0, count);
    stories = [...new Set(rows.map(({ story }) => story))].slice(0, limit);
    if (stories.length === limit || rows.length < count) break;
  }
  return stories;
}
