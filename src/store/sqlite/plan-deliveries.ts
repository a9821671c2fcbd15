import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../domain/digest.ts';
import { deliveryNames } from '../delivery-names.ts';
import { readDigest } from '../digest-rows.ts';
import { digestStatements } from '../digest-statements.ts';
import { type NextRun, slotsAround } from '../slots-around.ts';
import { inTransaction } from './transaction.ts';

/** Makes the steps of `DigestStore` that write deliveries. */
export function createPlanning(db: DatabaseSync) {
  const due = db.prepare(digestStatements.due);
  const move = db.prepare(digestStatements.moveOn);
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
