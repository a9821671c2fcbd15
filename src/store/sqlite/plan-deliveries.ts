import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { deliveryNames } from '../../domain/delivery-names.ts';
import type { Digest } from '../../domain/digest.ts';
import { readDigest } from '../digest-rows.ts';
import { digestStatements } from '../digest-statements.ts';
import { inTransaction } from './transaction.ts';

/** A digest as it was read when it was due, the slot it gets a delivery for, and when it runs next. */
export interface PlannedSlot {
  readonly digest: Digest;
  readonly slot: number;
  readonly nextRunAt: number;
}

/** Makes the steps of `DigestStore` that write deliveries. */
export function createPlanning(db: DatabaseSync) {
  const due = db.prepare(digestStatements.due);
  const get = db.prepare(digestStatements.get);
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

  function isAsItWas(digest: Digest): boolean {
    const row = get.get({ id: digest.id, guildId: digest.guildId });
    return row !== undefined && isDeepStrictEqual(readDigest(row), digest);
  }

  return {
    due: (now: number): readonly Digest[] => due.all({ now }).map(readDigest),
    /** Leaves out a digest that is not any more as it was when it was read: somebody else has planned or changed it. */
    moveOn: (planned: readonly PlannedSlot[]): number =>
      inTransaction(db, () => {
        const current = planned.filter(({ digest }) => isAsItWas(digest));
        for (const { digest, slot, nextRunAt } of current) {
          deliver(digest, slot);
          move.run({ id: digest.id, nextRunAt });
        }
        return current.length;
      }),
    /** `false` also when the digest is gone. */
    planNow: (digest: Digest, slot: number): boolean =>
      inTransaction(db, () => exists.get({ id: digest.id }) !== undefined && deliver(digest, slot)),
  };
}
