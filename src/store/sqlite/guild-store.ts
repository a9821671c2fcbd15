import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { GuildStore } from '../../domain/guild-store.ts';
import { forgetStatements } from '../forget-statements.ts';
import { settingsNamespace } from '../guild-state.ts';

const idRow = z.object({ id: z.string() });

/** Guilds in SQLite. */
export function createGuildStore(db: DatabaseSync): GuildStore {
  const known = db.prepare(forgetStatements.known);
  const leave = db.prepare(forgetStatements.leave);
  const comeBack = db.prepare(forgetStatements.comeBack);
  const left = db.prepare(forgetStatements.left);
  return {
    known: async () => known.all({ settings: settingsNamespace }).map((row) => idRow.parse(row).id),
    leave: async (guildId, leftAt) => leave.run({ guildId, leftAt }).changes > 0,
    comeBack: async (guildId) => comeBack.run({ guildId }).changes > 0,
    left: async (until, limit) => left.all({ until, limit }).map((row) => idRow.parse(row).id),
  };
}
