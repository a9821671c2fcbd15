import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../domain/clock.ts';
import { deliveryNames } from '../../domain/delivery-names.ts';
import type { Digest } from '../../domain/digest.ts';
import { readDigest } from '../digest-rows.ts';
import { deliveryStatements, digestStatements, passedOver, turnOf } from '../digest-statements.ts';
import type { PlannedDigest } from '../slots-around.ts';
import { inTransaction } from './transaction.ts';

function preparePlanning(db: DatabaseSync) {
  const columns = 'digest_id, slot, channel_id, guild_id, nonce, reference';
  const values = ':digestId, :slot, :channelId, :guildId, :nonce, :reference';
  return {
    due: db.prepare(digestStatements.due),
    astray: db.prepare(digestStatements.astray),
    get: db.prepare(digestStatements.get),
    moveOn: db.prepare('update digest set next_run_at = :nextRunAt where id = :id'),
    deliver: db.prepare(
      `insert into delivery (${columns}, turn) values (${values}, ${turnOf(':guildId')})
       on conflict (digest_id, slot) do nothing`,
    ),
    end: db.prepare(
      `insert into delivery (${columns}, state, reason, settled_at, alert)
       values (${values}, :state, :reason, :now, case when :state = 'failed' then 'due' end)
       on conflict (digest_id, slot) do nothing`,
    ),
    passedOver: db.prepare(passedOver),
    planNow: db.prepare(deliveryStatements(':now', '').planNow),
  };
}

const namedBy = ({ id, channelId, guildId }: Digest, slot: number) => ({
  digestId: id,
  slot,
  channelId,
  guildId,
  ...deliveryNames(id, slot),
});

/** Makes the steps of `DigestStore` that write deliveries. */
export function createPlanning(db: DatabaseSync, clock: Clock) {
  const statements = preparePlanning(db);

  function isAsItWas(digest: Digest): boolean {
    const row = statements.get.get({ id: digest.id, guildId: digest.guildId });
    return row !== undefined && isDeepStrictEqual(readDigest(row), digest);
  }

  function write({ digest, slot, ended, nextRunAt, ledBackAt }: PlannedDigest): void {
    if (ledBackAt !== undefined) statements.passedOver.run({ id: digest.id, ledBackAt });
    if (slot !== undefined) statements.deliver.run(namedBy(digest, slot));
    for (const { slot: over, ...why } of ended)
      statements.end.run({ ...namedBy(digest, over), ...why, now: clock.now() });
    statements.moveOn.run({ id: digest.id, nextRunAt });
  }

  return {
    /** Those that are due; where none are, those that have gone astray. */
    due(now: number): readonly Digest[] {
      const due = statements.due.all({ now });
      return (due.length > 0 ? due : statements.astray.all({ now })).map(readDigest);
    },
    /** Leaves out a digest that is not any more as it was when it was read: somebody else has planned or changed it. */
    moveOn: (planned: readonly PlannedDigest[]): number =>
      inTransaction(db, () => {
        const current = planned.filter(({ digest }) => isAsItWas(digest));
        for (const one of current) write(one);
        return current.length;
      }),
    planNow: (digest: Digest, slot: number): boolean =>
      statements.planNow.run(namedBy(digest, slot)).changes > 0,
  };
}
