import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const secondMs = 1000;
const blockSize = 64;

const highest = z.object({ row_id: z.int().nullable() });

/** The first row id that an article of this time may have. Indexes keep articles in the order of their row ids. */
export function lowestRowId(publishedAt: number): number {
  return Math.max(1, Math.floor(publishedAt / secondMs));
}

/**
 * Finds a free row id for an article: the second it was published in, or one soon after. So the order of row
 * ids is that of time, and differences between neighbours stay small, which keeps the indexes small.
 */
export function createRowIds(db: DatabaseSync): (publishedAt: number) => number {
  const taken = db.prepare(
    'select max(row_id) as row_id from article where row_id >= :from and row_id < :to',
  );
  return (publishedAt) => {
    let from = lowestRowId(publishedAt);
    // Strides double, so that thousands of articles of one second cost a few steps each.
    for (let stride = blockSize; ; stride *= 2) {
      const { row_id: last } = highest.parse(taken.get({ from, to: from + blockSize }));
      if (last === null) return from;
      if (last + 1 < from + blockSize) return last + 1;
      from += stride;
    }
  };
}
