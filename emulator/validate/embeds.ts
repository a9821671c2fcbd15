import { compact, type Fields, fieldsOf, listOf } from '../json.ts';
import { blame, type Field, fieldAt, isAbsent } from './form.ts';
import { type FilesByName, readMedia } from './media.ts';
import { lengthOf, readBoolean, readFields, readInteger, readList, readText, readUrl } from './read.ts';

const mostEmbeds = 10;
const mostCharacters = 6000;

function readTimestamp(field: Field): string | undefined {
  const text = readText(field);
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  blame(field, 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  return undefined;
}

function readEmbedField(field: Field): Fields {
  return {
    name: readText(fieldAt(field, 'name'), { min: 1, max: 256, required: true }),
    value: readText(fieldAt(field, 'value'), { min: 1, max: 1024, required: true }),
    inline: readBoolean(fieldAt(field, 'inline')) ?? false,
  };
}

function readPart(field: Field, textKey: string, max: number): Fields | undefined {
  if (isAbsent(field)) return undefined;
  readFields(field);
  return compact({
    [textKey]: readText(fieldAt(field, textKey), { max }),
    url: readUrl(fieldAt(field, 'url'), { max: 2048 }),
    icon_url: readUrl(fieldAt(field, 'icon_url'), { max: 2048 }, ['attachment:']),
  });
}

function readPicture(field: Field, files: FilesByName): Fields | undefined {
  return isAbsent(field) ? undefined : readMedia(field, files);
}

const shownParts = ['title', 'description', 'fields', 'footer', 'author', 'image', 'thumbnail'];

function readEmbed(field: Field, files: FilesByName): Fields {
  const embed = readParts(field, files);
  if (shownParts.every((part) => embed[part] === undefined || embed[part] === ''))
    blame(fieldAt(field, 'description'), 'BASE_TYPE_REQUIRED', 'This field is required');
  return embed;
}

function readParts(field: Field, files: FilesByName): Fields {
  readFields(field, true);
  const fields = readList(fieldAt(field, 'fields'), { max: 25 });
  return compact({
    type: 'rich',
    title: readText(fieldAt(field, 'title'), { max: 256 }),
    description: readText(fieldAt(field, 'description'), { max: 4096 }),
    url: readUrl(fieldAt(field, 'url'), { max: 2048 }),
    timestamp: readTimestamp(fieldAt(field, 'timestamp')),
    color: readInteger(fieldAt(field, 'color'), { min: 0, max: 0xff_ff_ff }),
    footer: readPart(fieldAt(field, 'footer'), 'text', 2048),
    author: readPart(fieldAt(field, 'author'), 'name', 256),
    image: readPicture(fieldAt(field, 'image'), files),
    thumbnail: readPicture(fieldAt(field, 'thumbnail'), files),
    fields: fields.length === 0 ? undefined : fields.map(readEmbedField),
  });
}

/** The characters that count towards the limit over all embeds of a message. */
function charactersOf(embed: Fields): number {
  const parts = [
    embed.title,
    embed.description,
    fieldsOf(embed.footer).text,
    fieldsOf(embed.author).name,
    ...listOf(embed.fields).flatMap((field) => [fieldsOf(field).name, fieldsOf(field).value]),
  ];
  return parts.reduce<number>((sum, part) => sum + (typeof part === 'string' ? lengthOf(part) : 0), 0);
}

export function readEmbeds(list: Field, files: FilesByName): readonly Fields[] {
  const places = readList(list, { max: mostEmbeds });
  const embeds = places.map((place) => readEmbed(place, files));
  const total = embeds.reduce((sum, embed) => sum + charactersOf(embed), 0);
  if (total > mostCharacters)
    blame(list, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${mostCharacters}`);
  return embeds;
}
