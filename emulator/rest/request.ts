import type { IncomingMessage } from 'node:http';
import { refusal } from '../api-error.ts';
import { type Upload, uploadLimitBytes } from '../attachments.ts';
import type { World } from '../world.ts';

/** A request that has passed the door: matched, authorised, read. */
export interface ApiRequest {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: ReadonlyMap<string, Upload>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  /** `:name` stands for one segment. */
  readonly path: string;
  /** Interaction tokens in the address are their own authority. */
  readonly isOpen?: boolean;
  readonly handle: (request: ApiRequest) => ApiAnswer;
}

export const noContent: ApiAnswer = { status: 204 };

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

/** A parameter of the matched path. */
export function param({ params }: ApiRequest, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // no address of ours has it
  }
}

/** The parameters of a path that follows a pattern; `undefined` when it does not. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) {
      const decoded = decode(value);
      if (decoded === undefined) return undefined;
      params[segment.slice(1)] = decoded;
    } else if (segment !== value) return undefined;
  }
  return params;
}

/** Ten files and some words around them. */
const bodyLimitBytes = 10 * uploadLimitBytes + 1024 * 1024;

async function readBytes(message: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > bodyLimitBytes) throw refusal('tooLarge');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('notJson');
  }
}

interface Body {
  readonly body: unknown;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** A multipart body: `payload_json` and `files[n]`. Node's own Response parses it. */
async function parseMultipart(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<Body> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const uploads = new Map<string, Upload>();
  for (const [name, part] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (number === undefined || typeof part === 'string') continue;
    uploads.set(number, {
      filename: part.name,
      bytes: new Uint8Array(await part.arrayBuffer()),
      ...(part.type === '' || part.type === 'application/octet-stream' ? {} : { contentType: part.type }),
    });
  }
  const json = form.get('payload_json');
  return { body: typeof json === 'string' ? parseJson(json) : undefined, uploads };
}

/** Reads a request's body, JSON or multipart. */
export async function readBody(message: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(message);
  const contentType = message.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return await parseMultipart(bytes, contentType);
  return { body: bytes.byteLength === 0 ? undefined : parseJson(bytes.toString('utf8')), uploads: new Map() };
}
