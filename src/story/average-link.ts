/**
 * Groups things, nearest first: two groups become one while the mean likeness of their members is at least
 * `enough`. A thing may stand for several (`sizes`). Answers the indices of each group, in order.
 */
export function averageLink(
  sizes: readonly number[],
  likeness: (one: number, other: number) => number,
  enough: number,
): readonly (readonly number[])[] {
  const groups = sizes.map((size, index) => ({ size, members: [index] }));
  const rows = likenessRows(sizes.length, likeness);
  const live = new Set(sizes.keys());
  for (let pair = nearest(rows, live); pair.likeness >= enough; pair = nearest(rows, live)) {
    const [kept, gone] = [groups[pair.one], groups[pair.other]];
    if (kept === undefined || gone === undefined) break;
    for (const index of live) setMean(rows, index, pair, kept.size, gone.size);
    kept.size += gone.size;
    kept.members.push(...gone.members);
    live.delete(pair.other);
  }
  return [...live].map((index) => (groups[index]?.members ?? []).toSorted((one, other) => one - other));
}

function likenessRows(count: number, likeness: (one: number, other: number) => number): Float64Array[] {
  const rows = Array.from({ length: count }, () => new Float64Array(count));
  rows.forEach((row, one) => {
    for (let other = 0; other < one; other += 1) {
      const found = likeness(one, other);
      row[other] = found;
      rows[other]?.fill(found, one, one + 1);
    }
  });
  return rows;
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
}

function nearest(rows: readonly Float64Array[], live: ReadonlySet<number>): Pair {
  const left = [...live];
  let best: Pair = { one: -1, other: -1, likeness: -1 };
  left.forEach((one, index) => {
    const row = rows[one];
    for (let next = index + 1; next < left.length; next += 1) {
      const other = left[next] ?? 0;
      const likeness = row?.[other] ?? 0;
      if (likeness > best.likeness) best = { one, other, likeness };
    }
  });
  return best;
}

function setMean(
  rows: readonly Float64Array[],
  index: number,
  { one, other }: Pair,
  oneSize: number,
  otherSize: number,
): void {
  const [kept, gone, row] = [rows[one], rows[other], rows[index]];
  if (index === one || index === other || kept === undefined || gone === undefined || row === undefined)
    return;
  const mean = ((kept[index] ?? 0) * oneSize + (gone[index] ?? 0) * otherSize) / (oneSize + otherSize);
  kept[index] = mean;
  row[one] = mean;
}
