import { z } from 'zod';
import type { DigestStore } from '../../domain/digest-store.ts';
import {
  frozenOf,
  keyOf,
  pauseWith,
  readFirstTry,
  readPayload,
  settlementOf,
  writtenPause,
} from '../digest-rows.ts';
import { digestStatements } from '../digest-statements.ts';
import { type Database, named } from './connection.ts';
import { sql } from './deliveries.ts';
import type { LeaseTime } from './lease-time.ts';

const statements = {
  payload: named(sql.payload),
  freeze: named(sql.freeze),
  unquote: named(sql.unquote),
  begin: named(sql.begin),
  settle: named(sql.settle),
  pause: named(digestStatements.pause),
  finish: named(sql.finish),
  reopen: named(sql.reopen),
};

const settledRow = z.object({ settled_at: z.int() });

type DeliverySteps = Pick<DigestStore, 'freeze' | 'begin' | 'settle' | 'finish' | 'reopen'>;

/** Makes the part of `DigestStore` that leads a claimed delivery to its end. */
export function createDeliverySteps(db: Database, at: LeaseTime): DeliverySteps {
  return {
    freeze: (delivery, post) =>
      db.transaction(async (connection) => {
        const key = keyOf(delivery);
        if ((await connection.change(statements.freeze, frozenOf(delivery, post))) > 0) {
          await connection.change(statements.unquote, key);
          await connection.insert(
            'delivery_article',
            ['digest_id', 'slot', 'position', 'article_id'],
            post.articleIds.map((articleId, position) => [key.digestId, key.slot, position, articleId]),
          );
        }
        return readPayload(delivery, (await connection.rows(statements.payload, key))[0]);
      }),
    begin: async (delivery) =>
      readFirstTry(delivery, (await db.rows(statements.begin, { ...keyOf(delivery), ...at() }))[0]),
    async settle(delivery, claimant, settlement) {
      const values = { ...settlementOf(delivery, claimant, settlement), ...at() };
      const why = pauseWith(settlement);
      if (why === undefined) return (await db.change(statements.settle, values)) > 0;
      return await db.transaction(async (connection) => {
        const [row] = await connection.rows(statements.settle, values);
        if (row === undefined) return false;
        const pause = { ...why, at: settledRow.parse(row).settled_at };
        await connection.change(statements.pause, { id: delivery.digestId, ...writtenPause(pause) });
        return true;
      });
    },
    finish: async (delivery, claimant, outcome) =>
      (await db.change(statements.finish, { ...keyOf(delivery), claimant, outcome })) > 0,
    reopen: async (digestId, slot) => (await db.change(statements.reopen, { digestId, slot })) > 0,
  };
}
