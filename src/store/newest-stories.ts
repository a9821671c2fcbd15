import { z } from 'zod';

const placedRow = z.object({
  place: z.string(),
  story: z.string(),
  row_id: z.int(),
  published_at: z.int(),
  looked_at: z.int(),
});

type PlacedRow = z.infer<typeof placedRow>;

/** The stories in a list of newest articles, as SQL: `newest` has `story`, `row_id` and `published_at` of `:limit` articles. */
export const storiesAmong = (newest: string, place: string): string =>
  `select ${place} as place, n.story, max(n.row_id) as row_id, max(n.published_at) as published_at,
          cast(sum(count(*)) over () as bigint) as looked_at
     from (${newest}) n group by n.story order by 4 desc, 3 desc limit :stories`;

/** So many of the newest articles are looked at for stories, more only where those have not enough. */
const looks = (limit: number): readonly number[] => [Math.max(40, 4 * limit), 1000, 5000];

/** Where one story has thousands of articles, those behind it are not looked for without end. */
const isDone = (rows: readonly PlacedRow[], looked: number, limit: number): boolean =>
  [...Map.groupBy(rows, ({ place }) => place).values()].every(
    (ofPlace) =>
      new Set(ofPlace.map(({ story }) => story)).size >= limit || (ofPlace[0]?.looked_at ?? 0) < looked,
  );

/**
 * The ids of the stories of the newest articles, in their order. `ask` answers the rows of `storiesAmong` for one list
 * or several, each of at most so many articles; a story may be among them more than once.
 */
export async function newestStories(
  ask: (articleCount: number) => Promise<readonly unknown[]>,
  limit: number,
): Promise<readonly string[]> {
  if (limit <= 0) return [];
  let rows: readonly PlacedRow[] = [];
  for (const looked of looks(limit)) {
    rows = (await ask(looked)).map((row) => placedRow.parse(row));
    if (isDone(rows, looked, limit)) break;
  }
  const inOrder = rows.toSorted(
    (one, other) => other.published_at - one.published_at || other.row_id - one.row_id,
  );
  return [...new Set(inOrder.map(({ story }) => story))].slice(0, limit);
}
