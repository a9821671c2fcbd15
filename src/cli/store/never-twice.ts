import { tooLateMs } from '../../digest/delivery/lateness.ts';
import { nextRun } from '../../digest/schedule/next-run.ts';
import { slotsAround } from '../../store/slots-around.ts';
import type { DeliveryItem, DigestItem, StoreItem } from '../../store/transfer/items.ts';

/**
 * For a copy of a store whose bot has perhaps gone on since. What was to be posted then may have been posted: an open
 * delivery, or a digest that has become due, counts as tried at its time. So the bot looks for the post in the channel
 * before it sends it, and where it may not look it does not send it.
 */
export function perhapsPosted(items: readonly StoreItem[], now: number): readonly StoreItem[] {
  return items.flatMap((item): readonly StoreItem[] => {
    if (item.kind === 'delivery' && item.state === 'pending') return [tried(item)];
    return item.kind === 'digest' && item.pause === undefined ? movedOn(item, now) : [item];
  });
}

const tried = (item: DeliveryItem): DeliveryItem => ({
  ...item,
  firstTriedAt: item.firstTriedAt ?? item.slot,
});

function movedOn(item: DigestItem, now: number): readonly StoreItem[] {
  const due = dueOf(item, now);
  // What is too late the bot skips by itself.
  if (due === undefined || now - due.slot > tooLateMs) return [item];
  const { id: digestId, channelId, guildId } = item;
  return [
    { ...item, nextRunAt: due.nextRunAt },
    {
      kind: 'delivery',
      digestId,
      slot: due.slot,
      channelId,
      guildId,
      isAsked: false,
      state: 'pending',
      attempts: 0,
      articleIds: [],
      firstTriedAt: due.slot,
    },
  ];
}

/** `undefined` also for a digest that no bot can run: its zone or its days are no such. */
function dueOf(item: DigestItem, now: number): ReturnType<typeof slotsAround> | undefined {
  if (item.nextRunAt > now) return undefined;
  try {
    return slotsAround(now, item, nextRun);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
