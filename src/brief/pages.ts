/** Fills one page of a long reply; `add` says whether there was room. */
export interface PageFiller<Item, Shown> {
  readonly shown: readonly Shown[];
  add(item: Item): boolean;
}

export interface Page<Shown> {
  readonly shown: readonly Shown[];
  readonly hasMore: boolean;
}

/**
 * The items of one page; `number` counts from 0. What a page has no room for stands on the next, and what is too long
 * for any is left out. Pages are the same for the same items.
 */
export function pageOf<Item, Shown>(
  items: readonly Item[],
  number: number,
  createFiller: () => PageFiller<Item, Shown>,
): Page<Shown> {
  let page = 0;
  let filler = createFiller();
  for (const item of items) {
    if (filler.add(item) || filler.shown.length === 0) continue;
    if (page === number) return { shown: filler.shown, hasMore: true };
    page += 1;
    filler = createFiller();
    filler.add(item);
  }
  return { shown: page === number ? filler.shown : [], hasMore: false };
}
