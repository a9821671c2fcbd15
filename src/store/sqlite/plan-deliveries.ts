import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../domain/digest.ts';
import { deliveryNames } from '../delivery-names.ts';
import { digestColumns, readDigest } from './digest-rows.ts';
import { inTransaction } from './transaction.ts';

/** So many digests are planned in one transaction; the rest are due still and come with the next call. */
const batchSize = 100;

type NextRun = (digest: Digest, after: number) => number;

/** Makes the steps of `DigestStore` that write deliveries. */
export function createPlanning(db: DatabaseSync) {
  const due = db.prepare(
    `select ${digestColumns} from digest
      where paused_at is null and next_run_at <= :now order by next_run_at, id limit ${batchSize}`,
  );
  const move = db.prepare('update digest set next_run_at = :nextRunAt where id = :id');
  const write = db.prepare(
    `insert into delivery (digest_id, slot, channel_id, guild_id, nonce, reference)
     values (:digestId, :slot, :channelId, :guildId, :nonce, :reference)
     on conflict (digest_id, slot) do nothing`,
  );
  const exists = db.prepare('select 1 from digest where id = :id');

  function deliver({ id, channelId, guildId }: Digest, slot: number): boolean {
    const names = deliveryNames(id, slot);
    return write.run({ digestId: id, slot, channelId, guildId, ...names }).changes > 0;
  }

  /** The newest slot by `now`, and the first after it. */
  function slotsAround(
    now: number,
    digest: Digest,
    next: NextRun,
  ): { readonly slot: number; readonly nextRunAt: number } {
    let slot = digest.nextRunAt;
    for (;;) {
      const nextRunAt = next(digest, slot);
      if (!(nextRunAt > slot))
        throw new RangeError(`digest ${digest.id} would run again at once (${nextRunAt})`);
      if (nextRunAt > now) return { slot, nextRunAt };
      slot = nextRunAt;
    }
  }

  return {
    /** A digest that missed several slots gets the newest of them only, and goes on after `now`. */
    plan: (now: number, next: NextRun): number =>
      inTransaction(db, () => {
        const digests = due.all({ now }).map(readDigest);
        for (const digest of digests) {
          const { slot, nextRunAt } = slotsAround(now, digest, next);
          deliver(digest, slot);
          move.run({ id: digest.id, nextRunAt });
        }
        return digests.length;
      }),
    /** `false` also when the digest is gone. */
    planNow: (digest: Digest, slot: number): boolean =>
      inTransaction(db, () => exists.get({ id: digest.id }) !== undefined && deliver(digest, slot)),
  };
}
