import { type REST, Routes } from 'discord.js';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Log } from '../domain/log.ts';

type CommandJson = RESTPostAPIApplicationCommandsJSONBody;

/** Whether Discord's copy says all that ours says; what Discord adds (ids, defaults) does not count. */
export function saysTheSame(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) {
    const others = Array.isArray(theirs) ? theirs : [];
    return ours.length === others.length && ours.every((item, index) => saysTheSame(item, others[index]));
  }
  if (typeof ours === 'object' && ours !== null) {
    const other =
      typeof theirs === 'object' && theirs !== null
        ? new Map<string, unknown>(Object.entries(theirs))
        : new Map();
    return Object.entries(ours).every(
      ([key, value]) => value === undefined || saysTheSame(value, other.get(key)),
    );
  }
  return ours === theirs;
}

function isRegistered(wanted: readonly CommandJson[], existing: readonly unknown[]): boolean {
  const isThere = (command: CommandJson) => existing.some((other) => saysTheSame(command, other));
  return wanted.length === existing.length && wanted.every(isThere);
}

/** Discord takes contexts and integration types for global commands only. */
function forOneGuild(command: CommandJson): CommandJson {
  const { integration_types: _types, contexts: _contexts, ...rest } = command;
  return rest;
}

/**
 * Registers the commands, all at once, if they differ from what Discord has: it counts creations, 200 a day.
 * In one guild for development they take effect at once.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly CommandJson[],
  guildId: string | undefined,
  log: Log,
): Promise<void> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = guildId === undefined ? commands : commands.map(forOneGuild);
  const existing = await rest.get(route);
  const isUpToDate = Array.isArray(existing) && isRegistered(wanted, existing);
  if (!isUpToDate) await rest.put(route, { body: wanted });
  log.info('commands.registered', { count: wanted.length, changed: !isUpToDate });
}
