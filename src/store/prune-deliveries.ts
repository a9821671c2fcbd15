import { z } from 'zod';
import { repeatedly } from './repeatedly.ts';

const lastRow = z.object({ last: z.string().nullable() });

/** The steps of an engine; each is a small transaction. */
export interface DeliveryPruning {
  /** The row with the last of a page of digests that come after an id. */
  page(after: string): unknown;
  /** Removes some deliveries of such a page; answers how many. */
  removeSome(page: { readonly after: string; readonly last: string }): number | Promise<number>;
}

/** Goes through all digests and removes what is old of their deliveries; others run in between. Answers how many. */
export async function pruneBySteps({ page, removeSome }: DeliveryPruning): Promise<number> {
  let sum = 0;
  for (let after = ''; ; ) {
    const { last } = lastRow.parse(await page(after));
    if (last === null) return sum;
    const place = { after, last };
    sum += await repeatedly(() => removeSome(place));
    after = last;
  }
}
