import { deliveryNames } from '../../domain/delivery-names.ts';
import type { Digest } from '../../domain/digest.ts';
import type { NextRun } from '../../domain/digest-store.ts';
import { readDigest } from '../digest-rows.ts';
import { deliveryStatements, digestStatements, passedOver, turnOf } from '../digest-statements.ts';
import { type PlannedDigest, planAll } from '../slots-around.ts';
import { type Connection, type Database, named } from './connection.ts';
import { type LeaseTime, leaseNow } from './lease-time.ts';

const columns = 'digest_id, slot, channel_id, guild_id, nonce, reference';
const keys =
  ':ids::text[], :slots::bigint[], :channelIds::text[], :guildIds::text[], :nonces::text[], :references::text[]';

const statements = {
  due: named(`${digestStatements.due} for update skip locked`),
  astray: named(`${digestStatements.astray} for update skip locked`),
  /** Those of a guild that are written together have turns of their own, as by `ahead`. */
  deliver: named(
    `insert into delivery (${columns}, turn)
     select ${columns}, ahead + coalesce(${turnOf('p.guild_id')}, 0)
       from unnest(${keys}, :aheads::integer[]) p (${columns}, ahead)
     on conflict (digest_id, slot) do nothing`,
  ),
  end: named(
    `insert into delivery (${columns}, state, reason, settled_at, alert)
     select ${columns}, state, reason, ${leaseNow}, case when state = 'failed' then 'due' end
       from unnest(${keys}, :states::text[], :reasons::text[]) p (${columns}, state, reason)
     on conflict (digest_id, slot) do nothing`,
  ),
  moveOn: named(
    `update digest set next_run_at = p.next_run_at from unnest(:ids::text[], :nextRuns::bigint[]) p (id, next_run_at)
      where digest.id = p.id`,
  ),
  passedOver: named(passedOver),
  planNow: named(deliveryStatements(leaseNow, '').planNow),
};

interface Row {
  readonly digest: Digest;
  readonly slot: number;
}

/** How many of the same guild come before each. */
function aheadOf(rows: readonly Row[]): readonly number[] {
  const seen = new Map<string, number>();
  return rows.map(({ digest: { guildId } }) => {
    const ahead = seen.get(guildId) ?? 0;
    seen.set(guildId, ahead + 1);
    return ahead;
  });
}

function keysOf(rows: readonly Row[]) {
  const names = rows.map(({ digest, slot }) => deliveryNames(digest.id, slot));
  return {
    ids: rows.map(({ digest }) => digest.id),
    slots: rows.map(({ slot }) => slot),
    channelIds: rows.map(({ digest }) => digest.channelId),
    guildIds: rows.map(({ digest }) => digest.guildId),
    nonces: names.map(({ nonce }) => nonce),
    references: names.map(({ reference }) => reference),
  };
}

async function write(
  db: Connection,
  planned: readonly PlannedDigest[],
  time: ReturnType<LeaseTime>,
): Promise<void> {
  for (const { digest, ledBackAt } of planned)
    if (ledBackAt !== undefined) await db.change(statements.passedOver, { id: digest.id, ledBackAt });
  const open = planned.flatMap(({ digest, slot }) => (slot === undefined ? [] : [{ digest, slot }]));
  await db.change(statements.deliver, { ...keysOf(open), aheads: aheadOf(open) });
  const over = planned.flatMap(({ digest, ended }) => ended.map((one) => ({ digest, ...one })));
  if (over.length > 0)
    await db.change(statements.end, {
      ...keysOf(over),
      states: over.map(({ state }) => state),
      reasons: over.map(({ reason }) => reason),
      ...time,
    });
  await db.change(statements.moveOn, {
    ids: planned.map(({ digest }) => digest.id),
    nextRuns: planned.map(({ nextRunAt }) => nextRunAt),
  });
}

/** What is planned by one process is locked for the others, which plan the rest meanwhile. */
export const plan = (db: Database, now: number, next: NextRun, time: LeaseTime): Promise<number> =>
  db.transaction(async (connection) => {
    const due = await connection.rows(statements.due, { now });
    const digests = (due.length > 0 ? due : await connection.rows(statements.astray, { now })).map(
      readDigest,
    );
    if (digests.length > 0) await write(connection, await planAll(now, digests, next), time());
    return digests.length;
  });

/** Writes a delivery that a person asks for; `false` when the slot has one, or there is no such digest. */
export async function planNow(
  db: Connection,
  { id, channelId, guildId }: Digest,
  slot: number,
): Promise<boolean> {
  const values = { digestId: id, slot, channelId, guildId, ...deliveryNames(id, slot) };
  return (await db.change(statements.planNow, values)) > 0;
}
