import { refusal } from '../../api-error.ts';
import { commandType } from '../../command-type.ts';
import { type Fields, fieldsOf, listOf } from '../../json.ts';
import { readCommand, readCommands } from '../../validate/commands.ts';
import type { CommandRecord, World } from '../../world.ts';
import { guildFor, requireOwnApplication } from '../access.ts';
import { type ApiAnswer, type ApiRequest, noContent, ok, param, type Route } from '../request.ts';

/** How many commands of each type an application may have in one scope. */
const most: Readonly<Record<number, number>> = {
  [commandType.slash]: 100,
  [commandType.user]: 15,
  [commandType.message]: 15,
};

interface Scope {
  readonly kind: 'global' | 'guild';
  readonly guildId?: string;
}

function scopeOf(request: ApiRequest): Scope {
  const { world, params } = request;
  requireOwnApplication(world, param(request, 'applicationId'));
  const { guildId } = params;
  if (guildId === undefined) return { kind: 'global' };
  guildFor(world, guildId);
  return { kind: 'guild', guildId };
}

function commandsIn(world: World, { guildId }: Scope): readonly CommandRecord[] {
  return [...world.commands.values()].filter((command) => command.guild_id === guildId);
}

function commandAt(request: ApiRequest): CommandRecord {
  const command = request.world.commands.get(param(request, 'commandId'));
  if (command === undefined || command.guild_id !== scopeOf(request).guildId) throw refusal('unknownCommand');
  return command;
}

function checkCounts(commands: readonly Fields[]): void {
  for (const [kind, limit] of Object.entries(most))
    if (commands.filter(({ type }) => type === Number(kind)).length > limit) throw refusal('tooManyCommands');
}

function store(world: World, scope: Scope, fields: Fields, sameAs?: CommandRecord): CommandRecord {
  const record: CommandRecord = {
    ...fields,
    id: sameAs?.id ?? world.newId(),
    application_id: world.applicationId,
    version: world.newId(),
    type: Number(fields.type),
    name: String(fields.name),
    name_localizations: null,
    description_localizations: null,
    ...(scope.guildId === undefined ? { dm_permission: reachesDms(fields) } : { guild_id: scope.guildId }),
  };
  world.commands.set(record.id, record);
  return record;
}

/** The older field that Discord still answers with. */
function reachesDms({ contexts }: Fields): boolean {
  return contexts === null || listOf(contexts).includes(1);
}

function sameCommand(existing: readonly CommandRecord[], { type, name }: Fields): CommandRecord | undefined {
  return existing.find((command) => command.type === type && command.name === name);
}

function tell(world: World): void {
  world.tell({ type: 'commands.registered', count: world.commands.size });
}

function replaceAll(request: ApiRequest): ApiAnswer {
  const scope = scopeOf(request);
  const commands = readCommands(request.body, scope.kind);
  checkCounts(commands);
  const existing = commandsIn(request.world, scope);
  for (const { id } of existing) request.world.commands.delete(id);
  const stored = commands.map((fields) => store(request.world, scope, fields, sameCommand(existing, fields)));
  tell(request.world);
  return ok(stored);
}

/** Creating a command with a name that exists overwrites it. */
function create(request: ApiRequest): ApiAnswer {
  const scope = scopeOf(request);
  const fields = readCommand(request.body, scope.kind);
  const existing = commandsIn(request.world, scope);
  const same = sameCommand(existing, fields);
  if (same === undefined) checkCounts([...existing, fields]);
  const stored = store(request.world, scope, fields, same);
  tell(request.world);
  return { status: same === undefined ? 201 : 200, body: stored };
}

function edit(request: ApiRequest): ApiAnswer {
  const command = commandAt(request);
  const scope = scopeOf(request);
  const changes = readCommand({ ...fieldsOf(request.body), type: command.type }, scope.kind, true);
  const stored = store(request.world, scope, { ...command, ...changes }, command);
  tell(request.world);
  return ok(stored);
}

function remove(request: ApiRequest): ApiAnswer {
  request.world.commands.delete(commandAt(request).id);
  tell(request.world);
  return noContent;
}

function routesUnder(root: string): readonly Route[] {
  const one = `${root}/:commandId`;
  return [
    { method: 'GET', path: root, handle: (request) => ok(commandsIn(request.world, scopeOf(request))) },
    { method: 'PUT', path: root, handle: replaceAll },
    { method: 'POST', path: root, handle: create },
    { method: 'GET', path: one, handle: (request) => ok(commandAt(request)) },
    { method: 'PATCH', path: one, handle: edit },
    { method: 'DELETE', path: one, handle: remove },
  ];
}

export const commandRoutes: readonly Route[] = [
  ...routesUnder('/applications/:applicationId/commands'),
  ...routesUnder('/applications/:applicationId/guilds/:guildId/commands'),
];
