import type { Delivery } from '../../domain/digest.ts';
import type { DigestRun } from '../../domain/digest-draft.ts';
import type { DigestStore } from '../../domain/digest-store.ts';

/** A story is told again within so many posts of a digest only where it has changed: a month of a daily one. */
const rememberedPosts = 31;
/** As many as mostly tell all that is remembered, and then far more than are kept of a digest. */
const looks = [50, 500];

/** What a digest has told before. Times are UTC milliseconds. */
export interface DigestHistory {
  /** The slot of its last post, or of the last that had nothing to tell; absent where there is none. */
  readonly lastSlot?: number;
  /** When each article was told last. */
  readonly toldAt: ReadonlyMap<string, number>;
}

const isPosted = ({ state }: Delivery): boolean => state === 'posted';

async function readDeliveries(
  digests: Pick<DigestStore, 'deliveries'>,
  digestId: string,
): Promise<readonly Delivery[]> {
  let deliveries: readonly Delivery[] = [];
  for (const look of looks) {
    deliveries = await digests.deliveries(digestId, look);
    if (deliveries.length < look || deliveries.filter(isPosted).length >= rememberedPosts) break;
  }
  return deliveries;
}

/** Reads what a digest has told before a run: what was skipped or failed has told nothing, so its stories are still to come. */
export async function readHistory(
  digests: Pick<DigestStore, 'deliveries'>,
  { digest, slot: slotOfRun, at }: Pick<DigestRun, 'digest' | 'slot' | 'at'>,
): Promise<DigestHistory> {
  const deliveries = await readDeliveries(digests, digest.id);
  // A clock that was wrong for a while has left runs of times to come: behind them nothing would be new for as long.
  const last = deliveries.find(
    (delivery) =>
      delivery.slot <= Math.max(slotOfRun, at) && (isPosted(delivery) || delivery.state === 'empty'),
  );
  const toldAt = new Map<string, number>();
  for (const { slot, firstTriedAt, articleIds } of deliveries.filter(isPosted).slice(0, rememberedPosts))
    for (const id of articleIds) if (!toldAt.has(id)) toldAt.set(id, firstTriedAt ?? slot);
  return { ...(last !== undefined && { lastSlot: last.slot }), toldAt };
}
