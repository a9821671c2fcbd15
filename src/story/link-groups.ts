/** How alike each thing is to each other, by their places; 1 to itself. */
export type Likenesses = readonly Float64Array[];

interface Group {
  /** Places among the given groups. */
  readonly parts: number[];
  size: number;
  /** Of the likenesses among its own, each pair twice, none to itself. */
  within: number;
}

/** What a thing counts to itself when the cohesion of its group is taken. */
const alone = 0.5;
/** How much of the looseness of two groups excuses their distance. */
const excuse = 0.6;

/**
 * Makes larger groups of groups, nearest first, while two are near `enough`: their mean likeness, by how far each holds
 * together itself. So a large and varied group takes in what is as far from it as its own are from each other, while
 * two things must be alike. Answers, of each, the places of the given groups that are in it, in order.
 */
export function linkGroups(
  given: readonly (readonly number[])[],
  likenesses: Likenesses,
  enough: number,
): readonly (readonly number[])[] {
  const sums = sumsBetween(given, likenesses);
  const groups = given.map((members, place) => groupOf(place, members, likenesses));
  const live = new Set(groups.keys());
  for (let pair = nearest(groups, sums, live); pair.nearness >= enough; pair = nearest(groups, sums, live)) {
    const [kept, gone, added] = [groups[pair.one], groups[pair.other], sums[pair.other]];
    if (kept === undefined || gone === undefined || added === undefined) break;
    kept.within += gone.within + 2 * (added[pair.one] ?? 0);
    kept.size += gone.size;
    kept.parts.push(...gone.parts);
    live.delete(pair.other);
    for (const place of live) addTo(sums, pair.one, place, added[place] ?? 0);
  }
  return [...live].map((place) => (groups[place]?.parts ?? []).toSorted((one, other) => one - other));
}

function groupOf(place: number, members: readonly number[], likenesses: Likenesses): Group {
  const within = sumBetween(members, members, likenesses) - members.length;
  return { parts: [place], size: members.length, within };
}

const sumsBetween = (given: readonly (readonly number[])[], likenesses: Likenesses): Float64Array[] =>
  given.map((ones) => Float64Array.from(given, (others) => sumBetween(ones, others, likenesses)));

function sumBetween(ones: readonly number[], others: readonly number[], likenesses: Likenesses): number {
  let sum = 0;
  for (const one of ones) for (const other of others) sum += likenesses[one]?.[other] ?? 0;
  return sum;
}

function addTo(sums: readonly Float64Array[], one: number, other: number, sum: number): void {
  const [row, column] = [sums[one], sums[other]];
  if (row === undefined || column === undefined) return;
  row[other] = (row[other] ?? 0) + sum;
  column[one] = row[other] ?? 0;
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly nearness: number;
}

function nearest(groups: readonly Group[], sums: readonly Float64Array[], live: ReadonlySet<number>): Pair {
  const left = [...live];
  /** By how much the sums to and from each group are divided. */
  const shares = left.map((place) => shareOf(groups[place]));
  let best: Pair = { one: -1, other: -1, nearness: -1 };
  left.forEach((one, index) => {
    const [row, share] = [sums[one], shares[index] ?? 0];
    for (let next = index + 1; next < left.length; next += 1) {
      const other = left[next] ?? 0;
      const nearness = (row?.[other] ?? 0) * share * (shares[next] ?? 0);
      if (nearness > best.nearness) best = { one, other, nearness };
    }
  });
  return best;
}

/** Of one alone 1; of a group one over its size, more where it holds together less. */
function shareOf({ size, within }: Group = { parts: [], size: 1, within: 0 }): number {
  const cohesion = (within + size * alone) / (size * size * alone);
  return 1 / (size * cohesion ** excuse);
}
