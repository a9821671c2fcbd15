import type { Delivery } from '../domain/digest.ts';
import type { DigestStore } from '../domain/digest-store.ts';

/** A story is told again within so many posts of a digest only where it has changed: a month of a daily one. */
const rememberedPosts = 31;
/** Far more than are kept of a digest. */
const mostDeliveries = 200;

/** What a digest has told before. Times are UTC milliseconds. */
export interface DigestHistory {
  /** The slot of its last post, or of the last that had nothing to tell; absent where there is none. */
  readonly lastSlot?: number;
  /** When each article was told last. */
  readonly toldAt: ReadonlyMap<string, number>;
}

const isPosted = ({ state }: Delivery): boolean => state === 'posted';

/** Reads what a digest has told: what was skipped or failed has told nothing, so its stories are still to come. */
export async function readHistory(
  digests: Pick<DigestStore, 'deliveries'>,
  digestId: string,
): Promise<DigestHistory> {
  const deliveries = await digests.deliveries(digestId, mostDeliveries);
  const last = deliveries.find((delivery) => isPosted(delivery) || delivery.state === 'empty');
  const toldAt = new Map<string, number>();
  for (const { slot, firstTriedAt, articleIds } of deliveries.filter(isPosted).slice(0, rememberedPosts))
    for (const id of articleIds) if (!toldAt.has(id)) toldAt.set(id, firstTriedAt ?? slot);
  return { ...(last !== undefined && { lastSlot: last.slot }), toldAt };
}
