import { refusal } from './api-error.ts';
import { compact, fieldsOf, listOf, textOf } from './json.ts';
import type { Attachment, World } from './world.ts';

/** A file as it came in a request or from a person's disk. */
export interface Upload {
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly description?: string;
}

/** What every server and person may upload at once, in bytes. */
export const uploadLimitBytes = 10 * 1024 * 1024;

const typesByEnding: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

function contentTypeOf(filename: string): string | undefined {
  return typesByEnding[filename.split('.').at(-1)?.toLowerCase() ?? ''];
}

/** The type of a picture by the ending of its name. */
export function pictureTypeOf(filename: string): string | undefined {
  const type = contentTypeOf(filename);
  return type?.startsWith('image/') === true ? type : undefined;
}

/** Discord keeps letters, digits, dots, dashes and underscores of a file's name. */
function safeName(filename: string): string {
  const safe = filename.replaceAll(/[^\p{L}\p{N}._-]/gu, '_');
  return safe === '' ? 'unknown' : safe;
}

/** Stores a file; its address is served by the emulator. */
export function storeFile(world: World, channelId: string, upload: Upload): Attachment {
  if (upload.bytes.byteLength > uploadLimitBytes) throw refusal('tooLarge');
  const id = world.newId();
  const filename = safeName(upload.filename);
  const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  world.files.set(id, upload.bytes);
  const contentType = upload.contentType ?? contentTypeOf(filename);
  return {
    id,
    filename,
    size: upload.bytes.byteLength,
    url,
    proxy_url: url,
    ...(contentType === undefined ? {} : { content_type: contentType }),
    ...(upload.description === undefined ? {} : { description: upload.description }),
  };
}

interface Sent {
  readonly body: unknown;
  /** Uploaded files by the number in their part's name, `files[0]`. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** The files a message has after a request: those of it that the request keeps, and the uploaded ones. */
export function attachmentsAfter(
  world: World,
  channelId: string,
  { body, uploads }: Sent,
  kept: readonly Attachment[] = [],
): readonly Attachment[] {
  const { attachments } = fieldsOf(body);
  const listed = new Map(listOf(attachments).map((item) => [String(fieldsOf(item).id), fieldsOf(item)]));
  const staying = Array.isArray(attachments) ? kept.filter(({ id }) => listed.has(id)) : kept;
  const added = [...uploads].map(([number, upload]) => {
    const named = compact({
      filename: textOf(listed.get(number)?.filename),
      description: textOf(listed.get(number)?.description),
    });
    return storeFile(world, channelId, { ...upload, ...named });
  });
  return [...staying, ...added];
}
