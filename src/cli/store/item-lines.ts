import { createHash } from 'node:crypto';
import type { ItemKind, StoreItem } from '../../store/transfer/items.ts';

/** What the first line of an export says. */
export const exportFormat = { format: 'standfirst-store', version: 1 } as const;

export type ItemCounts = Readonly<Record<ItemKind, number>>;

export const noItems = (): Record<ItemKind, number> => ({
  guild: 0,
  digest: 0,
  delivery: 0,
  feed: 0,
  entry: 0,
  article: 0,
  value: 0,
});

const partsOf = (item: StoreItem): readonly unknown[] =>
  item.kind === 'article' ? [item.facts, ...item.texts] : [item];

/** A line of JSON for an item; of an article one for its facts and one for each version. */
export const linesOf = (item: StoreItem): string =>
  partsOf(item)
    .map((part) => `${JSON.stringify(part)}\n`)
    .join('');

/**
 * The text of an export, a page at a time: the first line names the format, each page ends in a line with the checksum
 * of all that stands before it, and the last line has the counts, so that neither a change nor a cut goes unnoticed.
 */
export async function* exportText(
  pages: AsyncIterable<readonly StoreItem[]>,
  at: number,
  told: (counts: ItemCounts) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counts = noItems();

  function sealed(text: string, last: Readonly<Record<string, unknown>>): string {
    hash.update(text);
    const check = `${JSON.stringify({ ...last, sha256: hash.copy().digest('hex') })}\n`;
    hash.update(check);
    return text + check;
  }

  yield sealed(`${JSON.stringify({ ...exportFormat, at: new Date(at).toISOString() })}\n`, { kind: 'check' });
  for await (const items of pages) {
    if (items.length === 0) continue;
    for (const { kind } of items) counts[kind] += 1;
    yield sealed(items.map(linesOf).join(''), { kind: 'check' });
    told(counts);
  }
  yield sealed('', { kind: 'end', counts });
}
