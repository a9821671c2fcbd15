import type { DatabaseSync } from 'node:sqlite';

const secondMs = 1000;

/** The first row id that an article of this time may have. Indexes keep articles in the order of their row ids. */
export function lowestRowId(publishedAt: number): number {
  return Math.max(1, Math.floor(publishedAt / secondMs));
}

/** A free row id behind a taken one. Steps double until one is free, and are halved back to the last that is taken. */
function freeBehind(taken: number, isTaken: (rowId: number) => boolean): number {
  let [last, step] = [taken, 1];
  for (; isTaken(last + step); step *= 2) last += step;
  let free = last + step;
  while (free - last > 1) {
    const middle = Math.floor((last + free) / 2);
    if (isTaken(middle)) last = middle;
    else free = middle;
  }
  return free;
}

/**
 * Finds a free row id for an article: the second it was published in, or the first free one behind those that are
 * taken. So the order of row ids is that of time, also where thousands were published in one second, and differences
 * between neighbours stay small, which keeps the indexes small.
 */
export function createRowIds(db: DatabaseSync): (publishedAt: number) => number {
  const taken = db.prepare('select 1 from article where row_id = :rowId');
  const isTaken = (rowId: number): boolean => taken.get({ rowId }) !== undefined;
  /** The row ids that were given last, one behind the other: who comes in their midst goes to their end. */
  let run = { from: 0, end: 0 };
  return (publishedAt) => {
    const from = lowestRowId(publishedAt);
    const isInRun = run.from <= from && from <= run.end && !isTaken(run.end);
    if (!isInRun) run = { from, end: isTaken(from) ? freeBehind(from, isTaken) : from };
    const rowId = run.end;
    run.end += 1;
    return rowId;
  };
}
