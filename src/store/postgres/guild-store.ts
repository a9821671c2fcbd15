import { z } from 'zod';
import type { GuildStore } from '../../domain/guild-store.ts';
import { forgetStatements } from '../forget-statements.ts';
import { settingsNamespace } from '../guild-state.ts';
import { type Database, named, type Statement, type Values } from './connection.ts';

const idRow = z.object({ id: z.string() });

const known = named(forgetStatements.known);
const leave = named(forgetStatements.leave);
const comeBack = named(forgetStatements.comeBack);
const left = named(forgetStatements.left);

/** Guilds in PostgreSQL. */
export function createGuildStore(db: Database): GuildStore {
  const ids = async (statement: Statement, values: Values) =>
    (await db.rows(statement, values)).map((row) => idRow.parse(row).id);
  return {
    known: () => ids(known, { settings: settingsNamespace }),
    leave: async (guildId, leftAt) => (await db.change(leave, { guildId, leftAt })) > 0,
    comeBack: async (guildId) => (await db.change(comeBack, { guildId })) > 0,
    left: (until, limit) => ids(left, { until, limit }),
  };
}
