import { createHash } from 'node:crypto';
import type { StoreItem } from '../../store/transfer/items.ts';
import { type ItemCounts, linesOf, noItems } from './item-lines.ts';

/** By which two stores are compared: in whatever order their items come. */
export interface Fingerprint {
  add(items: readonly StoreItem[]): void;
  readonly counts: ItemCounts;
  /** A sum over the items of all kinds. */
  sum(): string;
}

export function createFingerprint(): Fingerprint {
  const counts = noItems();
  let sum = 0n;
  return {
    counts,
    add(items) {
      for (const item of items) {
        counts[item.kind] += 1;
        const hash = createHash('sha256').update(linesOf(item)).digest();
        sum = BigInt.asUintN(128, sum + hash.readBigUInt64LE(0) + (hash.readBigUInt64LE(8) << 64n));
      }
    },
    sum: () => sum.toString(16).padStart(32, '0'),
  };
}
