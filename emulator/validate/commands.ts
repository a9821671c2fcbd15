import { commandType } from '../command-type.ts';
import { compact, type Fields, fieldsOf, isFields, listOf } from '../json.ts';
import { readCommandOptions } from './command-options.ts';
import { blame, type Field, fieldAt, isAbsent, readForm } from './form.ts';
import { blameTwins, lengthOf, readBoolean, readChoice, readInteger, readList, readText } from './read.ts';

const mostCharacters = 8000;

/** Discord's own pattern for names of slash commands and options. */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function readSlashName(field: Field): string | undefined {
  const name = readText(field, { min: 1, max: 32, required: true });
  if (name !== undefined && (!slashName.test(name) || name !== name.toLowerCase()))
    blame(field, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  return name;
}

function readPermissions(field: Field): string | null {
  if (isAbsent(field)) return null;
  const text = String(field.value);
  if (!/^\d+$/.test(text))
    blame(field, 'PERMISSIONS_TYPE_CONVERT', 'Could not interpret value as permissions.');
  return text;
}

function readPlaces(
  field: Field,
  scope: 'global' | 'guild',
  usual: readonly number[] | undefined,
): readonly unknown[] | null {
  if (isAbsent(field)) return usual ?? null;
  if (scope === 'guild')
    blame(field, 'APPLICATION_COMMAND_GUILD_CONTEXTS', 'Can only be set for global commands');
  return readList(field).map((item) => readInteger(item, { min: 0, max: 2 }));
}

/** Names, descriptions and values: what the limit of 8,000 characters counts. */
function charactersOf(part: Fields): number {
  const own = [part.name, part.description, part.value].reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? lengthOf(text) : 0),
    0,
  );
  const inner = [...listOf(part.options), ...listOf(part.choices)].map((item) =>
    charactersOf(fieldsOf(item)),
  );
  return inner.reduce((sum, count) => sum + count, own);
}

function readCommandAt(field: Field, scope: 'global' | 'guild', isPartial: boolean): Fields {
  const kind = readChoice(fieldAt(field, 'type'), Object.values(commandType)) ?? commandType.slash;
  const isSlash = kind === commandType.slash;
  const nameField = fieldAt(field, 'name');
  const isNamed = !(isPartial && isAbsent(nameField));
  const longName = () => readText(nameField, { min: 1, max: 32, required: true });
  const command = compact({
    type: kind,
    name: isNamed ? (isSlash ? readSlashName(nameField) : longName()) : undefined,
    description: isSlash
      ? readText(fieldAt(field, 'description'), { min: 1, max: 100, required: !isPartial })
      : (readText(fieldAt(field, 'description'), { max: 0 }) ?? ''),
    options: isSlash ? readCommandOptions(fieldAt(field, 'options'), readSlashName) : undefined,
    default_member_permissions: readPermissions(fieldAt(field, 'default_member_permissions')),
    nsfw: readBoolean(fieldAt(field, 'nsfw')) ?? false,
    contexts: readPlaces(fieldAt(field, 'contexts'), scope, undefined),
    integration_types: readPlaces(fieldAt(field, 'integration_types'), scope, [0]),
  });
  if (charactersOf(command) > mostCharacters)
    blame(field, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${mostCharacters})`);
  return command;
}

export function readCommand(body: unknown, scope: 'global' | 'guild', isPartial = false): Fields {
  return readForm(body, (root) => {
    const command = readCommandAt(root, scope, isPartial);
    if (!isPartial || !isFields(body)) return command;
    return Object.fromEntries(Object.entries(command).filter(([key]) => key in body));
  });
}

export function readCommands(body: unknown, scope: 'global' | 'guild'): readonly Fields[] {
  return readForm(body, (root) => {
    const places = readList(root, { required: true });
    for (const kind of Object.values(commandType)) {
      const ofKind = places.filter((place) => (fieldsOf(place.value).type ?? commandType.slash) === kind);
      blameTwins(
        ofKind.map((place) => fieldAt(place, 'name')),
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    return places.map((place) => readCommandAt(place, scope, false));
  });
}
