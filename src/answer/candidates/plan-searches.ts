import type { WeighedWord } from './weigh-words.ts';

/** A search of the store: articles that have all of the words, or any. */
export interface PlannedSearch {
  readonly words: readonly string[];
  readonly match: 'all' | 'any';
}

const mostSearches = 12;
const mostTogether = 8;
const mostRare = 5;
const mostRareAlone = 3;
const mostCombined = 5;

/** All choices of so many of some words, in their order. */
function choices(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 0) return [[]];
  return words.flatMap((word, index) =>
    choices(words.slice(index + 1), count - 1).map((others) => [word, ...others]),
  );
}

/**
 * The searches that find an article which holds most of some words, however old. A search ranks the newest 200 that match, and among those
 * that have any of several words common ones fill that window: so rare words are searched for by themselves, and common
 * ones together with others. Words are given with the most telling first, and so are the searches.
 */
export function planSearches(words: readonly WeighedWord[]): readonly PlannedSearch[] {
  const all = words.map(({ word }) => word);
  const rare = words.filter(({ isRare }) => isRare).map(({ word }) => word);
  const lengths = Array.from({ length: Math.min(all.length, mostTogether) }, (_, index) => index + 1);
  const together = lengths.toReversed().filter((length) => length > 1);
  const combined = all.slice(0, mostCombined);
  const allOf = [
    ...together.map((length) => all.slice(0, length)),
    ...rare.slice(0, mostRareAlone).map((word) => [word]),
    ...choices(combined, 3),
    ...choices(combined, 2),
    all.slice(0, 1),
  ];
  const searches: PlannedSearch[] = [
    { words: rare.slice(0, mostRare), match: 'any' },
    ...allOf.map((some) => ({ words: some, match: 'all' as const })),
  ];
  const different = new Map<string, PlannedSearch>();
  for (const search of searches.filter((one) => one.words.length > 0)) {
    const key = `${search.words.length === 1 ? 'all' : search.match} ${search.words.toSorted().join(' ')}`;
    if (!different.has(key)) different.set(key, search);
  }
  return [...different.values()].slice(0, mostSearches);
}
