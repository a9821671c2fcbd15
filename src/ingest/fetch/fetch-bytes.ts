import { type Dispatcher, fetch, type Response } from 'undici';
import { PrivateAddressError } from './public-agent.ts';
import { type WebAddress, webAddress } from './web-address.ts';

export interface FetchedBytes {
  readonly ok: true;
  /** Where redirects led to. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The X-Robots-Tag header. */
  readonly robotsTag: string;
}

export type FetchRefusal =
  | Exclude<WebAddress, { ok: true }>
  | { readonly ok: false; readonly reason: 'unreachable' | 'too-slow' | 'too-large' | 'redirects' }
  | { readonly ok: false; readonly reason: 'status'; readonly status: number };

type FetchOutcome = FetchedBytes | FetchRefusal;

export interface FetchSettings {
  readonly dispatcher: Dispatcher;
  /** `host:port` pairs that need not be of the public internet. */
  readonly allowed: ReadonlySet<string>;
  readonly userAgent: string;
  /** From the first request to the last byte, redirects included. */
  readonly timeoutMs: number;
  /** Of the body as it is read, so after decompression: a small file that unpacks to a large one stops here. */
  readonly limitBytes: number;
}

export type FetchBytes = (written: string, accept: string) => Promise<FetchOutcome>;

const mostRedirects = 5;

/** Makes the fetcher of everything that comes from the web. What goes wrong out there is an answer, never an error. */
export function createFetcher(settings: FetchSettings): FetchBytes {
  const { allowed, dispatcher, userAgent, timeoutMs, limitBytes } = settings;

  async function follow(written: string, accept: string, signal: AbortSignal): Promise<FetchOutcome> {
    let next = written;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const address = webAddress(next, allowed);
      if (!address.ok) return address;
      const { url } = address;
      const headers = { accept, 'user-agent': userAgent, 'accept-encoding': 'gzip, br, zstd, deflate' };
      const response = await fetch(url.href, { dispatcher, headers, signal, redirect: 'manual' });
      const target = redirectOf(response);
      if (target === undefined) return await read(response, url, limitBytes);
      await response.body?.cancel();
      if (!URL.canParse(target, url.href)) return { ok: false, reason: 'unreachable' };
      next = new URL(target, url).href;
    }
    return { ok: false, reason: 'redirects' };
  }

  return async (written, accept) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await follow(written, accept, signal);
    } catch (error) {
      if (isPrivate(error)) return { ok: false, reason: 'private' };
      return { ok: false, reason: signal.aborted || isTimeout(error) ? 'too-slow' : 'unreachable' };
    }
  };
}

function redirectOf({ status, headers }: Response): string | undefined {
  const isRedirect = status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
  return isRedirect ? (headers.get('location') ?? undefined) : undefined;
}

async function read(response: Response, url: URL, limitBytes: number): Promise<FetchOutcome> {
  const { status, headers, body } = response;
  if (status < 200 || status > 299) {
    await body?.cancel();
    return { ok: false, reason: 'status', status };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) return { ok: false, reason: 'too-large' };
    chunks.push(chunk);
  }
  return {
    ok: true,
    url: url.href,
    bytes: Buffer.concat(chunks),
    contentType: headers.get('content-type') ?? '',
    robotsTag: headers.get('x-robots-tag') ?? '',
  };
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
