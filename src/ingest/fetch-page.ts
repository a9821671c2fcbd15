import { carriesSecret } from './carries-secret.ts';
import { decodeText } from './decode.ts';
import type { FetchBytes, FetchedBytes } from './fetch/fetch-bytes.ts';
import type { MayRead, Permission } from './fetch/robots.ts';
import { forbidsShowing } from './snippets.ts';

export interface PagePorts {
  readonly fetchBytes: FetchBytes;
  readonly mayRead: MayRead;
}

export interface FetchedPage {
  readonly ok: true;
  /** Where redirects led to. */
  readonly landed: URL;
  /** What the page is to be known by: where it led to, unless a key was handed over on the way. */
  readonly address: URL;
  readonly text: string;
  readonly isHtml: boolean;
}

/** Why there is no page. 'robots': its site asks programs not to read it; 'not-allowed': not to show its words. */
export type PageRefusal =
  | Exclude<Permission, { ok: true }>
  | { readonly ok: false; readonly reason: 'not-allowed' | 'no-page' | 'no-text' };

const pageTypes = 'text/html, application/xhtml+xml, text/plain;q=0.5';

/** Fetches a page for its words, where its site allows that; call it when it is the host's turn. */
export async function fetchPage(
  url: URL,
  { fetchBytes, mayRead }: PagePorts,
): Promise<FetchedPage | PageRefusal> {
  const permission = await mayRead(url);
  if (!permission.ok) return permission;
  const fetched = await fetchBytes(url.href, pageTypes);
  if (!fetched.ok) return fetched;
  const landed = new URL(fetched.url);
  const permissionThere = landed.host === url.host ? permission : await mayRead(landed);
  if (!permissionThere.ok) return permissionThere;
  if (forbidsShowing(fetched.robotsTag)) return { ok: false, reason: 'not-allowed' };
  const text = textOf(fetched);
  return text.ok ? { ...text, landed, address: carriesSecret(landed) ? url : landed } : text;
}

function textOf({
  bytes,
  contentType,
}: FetchedBytes):
  | { readonly ok: true; readonly text: string; readonly isHtml: boolean }
  | { readonly ok: false; readonly reason: 'no-page' | 'no-text' } {
  const isPlain = /^\s*text\/plain\b/i.test(contentType);
  const isHtml = !isPlain && /^\s*(?:$|text\/html\b|application\/xhtml\+xml\b)/i.test(contentType);
  if (!isPlain && !isHtml) return { ok: false, reason: 'no-page' };
  const decoding = decodeText(bytes, { contentType });
  return decoding.ok ? { ok: true, text: decoding.text, isHtml } : { ok: false, reason: 'no-text' };
}
