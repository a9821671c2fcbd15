import { type Dispatcher, fetch, type Response } from 'undici';
import { freshFor, waitAsked } from './answer-headers.ts';
import { PrivateAddressError } from './public-agent.ts';
import { type WebAddress, webAddress } from './web-address.ts';

/** What a publisher marks a version of its document with; sent back as it came. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchedBytes extends Validators {
  readonly ok: true;
  /** Where redirects led to. */
  readonly url: string;
  /** Where the document has moved to for good: each redirect says so, and none gives up https. */
  readonly movedTo?: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The X-Robots-Tag header. */
  readonly robotsTag: string;
  /** For so long the publisher says that it stays as it is. */
  readonly freshMs?: number;
}

/** The document is the one that the validators are of. */
interface Unchanged {
  readonly ok: false;
  readonly reason: 'unchanged';
  readonly freshMs?: number;
}

export type FetchRefusal =
  | Exclude<WebAddress, { ok: true }>
  | { readonly ok: false; readonly reason: 'unreachable' | 'too-slow' | 'too-large' | 'redirects' }
  | {
      readonly ok: false;
      readonly reason: 'status';
      readonly status: number;
      /** The server asks not to be asked again before, at most a day. */
      readonly retryAfterMs?: number;
    };

export interface FetchSettings {
  readonly dispatcher: Dispatcher;
  /** `host:port` pairs that need not be of the public internet. */
  readonly allowed: ReadonlySet<string>;
  readonly userAgent: string;
  /** From the first request to the last byte, redirects included. */
  readonly timeoutMs: number;
  /** Of the body as it is read, so after decompression: a small file that unpacks to a large one stops here. */
  readonly limitBytes: number;
  readonly now: () => number;
}

interface FetchWish extends Validators {
  readonly accept: string;
  /** Ends the fetching early, as if nobody had answered. */
  readonly signal?: AbortSignal;
}

export type FetchBytes = (written: string, accept: string) => Promise<FetchedBytes | FetchRefusal>;

/** As `FetchBytes`, unless the document is still the one that the validators are of. */
export type FetchIfChanged = (
  written: string,
  wish: FetchWish,
) => Promise<FetchedBytes | Unchanged | FetchRefusal>;

interface Asked {
  readonly first: URL;
  readonly now: URL;
  readonly isPermanent: boolean;
  readonly wish: FetchWish;
}

const mostRedirects = 5;

/** Makes the fetcher of everything that comes from the web. What goes wrong out there is an answer, never an error. */
export function createFetcher(settings: FetchSettings): FetchIfChanged {
  const { allowed, dispatcher, timeoutMs } = settings;

  async function follow(written: string, wish: FetchWish, signal: AbortSignal) {
    const headers = headersOf(wish, settings.userAgent);
    let next = written;
    let first: URL | undefined;
    let isPermanent = true;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const address = webAddress(next, allowed);
      if (!address.ok) return address;
      const { url } = address;
      first ??= url;
      const response = await fetch(url.href, { dispatcher, headers, signal, redirect: 'manual' });
      const target = redirectOf(response);
      if (target === undefined) return await read(response, { first, now: url, isPermanent, wish }, settings);
      await response.body?.cancel();
      if (!URL.canParse(target, url.href)) return refusal('unreachable');
      next = new URL(target, url).href;
      isPermanent &&= response.status === 301 || response.status === 308;
    }
    return refusal('redirects');
  }

  return async (written, wish) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = wish.signal === undefined ? timeout : AbortSignal.any([timeout, wish.signal]);
    try {
      return await follow(written, wish, signal);
    } catch (error) {
      if (isPrivate(error)) return refusal('private');
      return refusal(timeout.aborted || isTimeout(error) ? 'too-slow' : 'unreachable');
    }
  };
}

/** Fetches whatever is there, as if for the first time. */
export function fetchAlways(fetchIfChanged: FetchIfChanged): FetchBytes {
  return async (written, accept) => {
    const fetched = await fetchIfChanged(written, { accept });
    if (fetched.ok || fetched.reason !== 'unchanged') return fetched;
    return { ok: false, reason: 'status', status: 304 };
  };
}

function refusal<Reason extends 'private' | 'unreachable' | 'too-slow' | 'too-large' | 'redirects'>(
  reason: Reason,
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}

function headersOf({ accept, etag, lastModified }: FetchWish, userAgent: string): Record<string, string> {
  return {
    accept,
    'user-agent': userAgent,
    'accept-encoding': 'gzip, br, zstd, deflate',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

const hasValidators = ({ etag, lastModified }: FetchWish): boolean =>
  etag !== undefined || lastModified !== undefined;

function redirectOf({ status, headers }: Response): string | undefined {
  const isRedirect = status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
  const location = isRedirect ? headers.get('location') : null;
  return location === null ? undefined : asUtf8(location);
}

/** Headers come as bytes, one a character; many servers write UTF-8 there, as browsers read it. */
function asUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString();
  return text.includes('\ufffd') ? header : text;
}

async function read(
  response: Response,
  asked: Asked,
  { limitBytes, now }: FetchSettings,
): Promise<FetchedBytes | Unchanged | FetchRefusal> {
  const { status, headers, body } = response;
  const freshMs = freshFor(headers);
  const fresh = freshMs === undefined ? {} : { freshMs };
  if (status < 200 || status > 299) {
    await body?.cancel();
    if (status === 304 && hasValidators(asked.wish)) return { ok: false, reason: 'unchanged', ...fresh };
    const retryAfterMs = waitAsked(headers, now());
    return { ok: false, reason: 'status', status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  const bytes = await bytesOf(body, limitBytes);
  if (bytes === undefined) return refusal('too-large');
  return {
    ok: true,
    url: asked.now.href,
    ...movedTo(asked),
    bytes,
    contentType: headers.get('content-type') ?? '',
    robotsTag: headers.get('x-robots-tag') ?? '',
    ...validatorsOf(headers),
    ...fresh,
  };
}

async function bytesOf(body: Response['body'], limitBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function movedTo({ first, now, isPermanent }: Asked): Pick<FetchedBytes, 'movedTo'> {
  const isLessSafe = first.protocol === 'https:' && now.protocol !== 'https:';
  return isPermanent && !isLessSafe && now.href !== first.href ? { movedTo: now.href } : {};
}

/** Longer ones are no validators but an attempt to fill the store. */
const longestValidator = 500;

function validatorsOf(headers: Response['headers']): Validators {
  const etag = headers.get('etag') ?? '';
  const lastModified = headers.get('last-modified') ?? '';
  const isUsable = (value: string) => value !== '' && value.length <= longestValidator;
  return { ...(isUsable(etag) && { etag }), ...(isUsable(lastModified) && { lastModified }) };
}

/** undici wraps what went wrong on the way. */
function* causesOf(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

function isPrivate(error: unknown): boolean {
  return [...causesOf(error)].some((cause) => cause instanceof PrivateAddressError);
}

function isTimeout(error: unknown): boolean {
  return [...causesOf(error)].some(({ name }) => /Timeout/.test(name));
}
