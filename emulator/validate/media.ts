import { compact, type Fields } from '../json.ts';
import { blame, type Field, fieldAt } from './form.ts';
import { readBoolean, readChoice, readInteger, readList, readText, readUrl } from './read.ts';

/** Where the bytes of an uploaded file are served, by the name it was uploaded under. */
export type FileUrls = ReadonlyMap<string, string>;

/** An address, or `attachment://name` of a file of the same message. */
export function readMedia(field: Field, files: FileUrls, required = true): Fields | undefined {
  const place = fieldAt(field, 'url');
  const url = readUrl(place, { min: 1, max: 2048, required }, ['attachment:']);
  if (url?.startsWith('attachment://') !== true) return url === undefined ? undefined : { url };
  const served = files.get(url.slice('attachment://'.length));
  if (served !== undefined) return { url: served, proxy_url: served };
  blame(place, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'Referenced attachment was not found');
  return undefined;
}

const altText = (field: Field) => readText(fieldAt(field, 'description'), { max: 1024 });

export function readThumbnail(field: Field, files: FileUrls): Fields {
  return compact({
    media: readMedia(fieldAt(field, 'media'), files),
    description: altText(field),
    spoiler: readBoolean(fieldAt(field, 'spoiler')),
  });
}

export function readGallery(field: Field, files: FileUrls): Fields {
  const items = readList(fieldAt(field, 'items'), { min: 1, max: 10, required: true });
  return { items: items.map((item) => readThumbnail(item, files)) };
}

export function readFileComponent(field: Field, files: FileUrls): Fields {
  const file = readMedia(fieldAt(field, 'file'), files);
  return compact({ file, spoiler: readBoolean(fieldAt(field, 'spoiler')) });
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
