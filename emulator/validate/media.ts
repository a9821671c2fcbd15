import { compact, type Fields } from '../json.ts';
import type { Attachment } from '../world.ts';
import { blame, type Field, fieldAt } from './form.ts';
import { readBoolean, readChoice, readInteger, readList, readText, readUrl } from './read.ts';

/** The files a message will have, by the name each was uploaded under. */
export type FilesByName = ReadonlyMap<string, Attachment>;

const reference = 'attachment://';

function readReference(place: Field, url: string, files: FilesByName): Attachment | undefined {
  const file = files.get(url.slice(reference.length));
  if (file === undefined)
    blame(
      place,
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      'Referenced attachment was not found',
    );
  return file;
}

function storedMedia({ id, url, content_type: contentType }: Attachment): Fields {
  return compact({ id, url, proxy_url: url, content_type: contentType, attachment_id: id });
}

/** An address, or `attachment://name` of a file of the same message. */
export function readMedia(field: Field, files: FilesByName): Fields | undefined {
  const place = fieldAt(field, 'url');
  const url = readUrl(place, { min: 1, max: 2048, required: true }, ['attachment:']);
  if (url === undefined) return undefined;
  if (!url.startsWith(reference)) return { url, proxy_url: url };
  const file = readReference(place, url, files);
  return file === undefined ? undefined : storedMedia(file);
}

const isSpoiler = (field: Field) => readBoolean(fieldAt(field, 'spoiler')) ?? false;

export function readThumbnail(field: Field, files: FilesByName): Fields {
  return {
    media: readMedia(fieldAt(field, 'media'), files),
    description: readText(fieldAt(field, 'description'), { max: 1024 }) ?? null,
    spoiler: isSpoiler(field),
  };
}

export function readGallery(field: Field, files: FilesByName): Fields {
  const items = readList(fieldAt(field, 'items'), { min: 1, max: 10, required: true });
  return { items: items.map((item) => readThumbnail(item, files)) };
}

/** A file is always one of the same message. */
export function readFileComponent(field: Field, files: FilesByName): Fields {
  const place = fieldAt(fieldAt(field, 'file'), 'url');
  const url = readText(place, { min: 1, max: 2048, required: true }) ?? reference;
  const isReference = url.startsWith(reference);
  if (!isReference) blame(place, 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('attachment').");
  const file = isReference ? readReference(place, url, files) : undefined;
  const stored = file === undefined ? {} : { file: storedMedia(file), name: file.filename, size: file.size };
  return { ...stored, spoiler: isSpoiler(field) };
}

export function readSeparator(field: Field): Fields {
  return {
    divider: readBoolean(fieldAt(field, 'divider')) ?? true,
    spacing: readChoice(fieldAt(field, 'spacing'), [1, 2]) ?? 1,
  };
}

export function readAccentColour(field: Field): number | undefined {
  return readInteger(fieldAt(field, 'accent_color'), { min: 0, max: 0xff_ff_ff });
}
