import { itemsAtOnce, type StoreItem } from '../../store/transfer/items.ts';
import type { LoadOutcome } from '../../store/transfer/load-items.ts';
import type { Upkeep } from '../../store/upkeep.ts';

/** How many items were new, changed what was there, or were known. */
export type Taken = Readonly<Record<LoadOutcome, number>>;

/** Makes what loads items into a store, as many at once as it takes, and counts what became of them. */
export function createIntake(upkeep: Pick<Upkeep, 'load'>): {
  take(items: readonly StoreItem[]): Promise<void>;
  readonly taken: Taken;
} {
  const taken = { new: 0, changed: 0, known: 0 };
  return {
    taken,
    async take(items) {
      for (let from = 0; from < items.length; from += itemsAtOnce)
        for (const outcome of await upkeep.load(items.slice(from, from + itemsAtOnce))) taken[outcome] += 1;
    },
  };
}

export const takenCount = ({ new: fresh, changed, known }: Taken): number => fresh + changed + known;
