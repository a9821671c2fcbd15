import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../bench/parts/numbers.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createRowIds, lowestRowId } from '../../src/store/sqlite/row-id.ts';
import { start } from './bench.ts';

const timesSchema = z.array(z.object({ published_at: z.int() }).transform((row) => row.published_at));

describe('row ids of articles', () => {
  let db: DatabaseSync;
  beforeEach(async () => {
    db = await openDatabase(':memory:');
  });
  afterEach(() => db.close());

  function putter(): (publishedAt: number) => number {
    const freeRowId = createRowIds(db);
    const add = db.prepare(
      `insert into article (row_id, id, scope, version, source, published_at, stored_at, topics)
       values (:rowId, :id, 'public', 1, 'Bell', :publishedAt, 0, '[]')`,
    );
    return (publishedAt) => {
      const rowId = freeRowId(publishedAt);
      add.run({ rowId, id: `article-${rowId}`, publishedAt });
      return rowId;
    };
  }

  const timesInOrder = () =>
    timesSchema.parse(db.prepare('select published_at from article order by row_id').all());

  it.each([
    ['a hundred a second', 3000, 10],
    ['three a second', 2000, 333],
    ['all in one second', 2000, 0],
    ['one in seven seconds', 500, 7000],
  ])('are in the order of time, and not far from it, for %s', (_, count, everyMs) => {
    let put = putter();
    const times = Array.from({ length: count }, (__, index) => start + index * everyMs);
    const ids = times.map((at, index) => {
      // Another process, or the same one started anew, goes on where this one was.
      if (index % 700 === 699) put = putter();
      return put(at);
    });
    expect(timesInOrder()).toEqual(times);
    expect(Math.max(...ids)).toBeLessThanOrEqual(lowestRowId(times.at(-1) ?? 0) + count);
  });

  it('are free ones, near the time, whatever comes when', () => {
    const put = putter();
    const random = createRandom(7);
    const far = Array.from({ length: 2000 }, () => {
      const at = start + Math.floor(random() ** 3 * 1_000_000);
      return put(at) - lowestRowId(at);
    });
    expect(Math.min(...far)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...far)).toBeLessThanOrEqual(4000);
    expect(new Set(timesInOrder()).size).toBeGreaterThan(1000);
  });
});
