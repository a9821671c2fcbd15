import type { IncomingHttpHeaders } from 'node:http';

/** What a request says about where it comes from. */
interface Came {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer of the page's server: nothing is fetched from elsewhere, framed, sniffed or kept. */
export const strictHeaders = {
  'content-security-policy': strictPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/**
 * Why a request is turned away; `undefined` when it may pass. A name that a stranger lets point to this machine comes
 * with their Host, and a page of another site with its own Origin; browsers let neither be forged.
 */
export function strangerReason(origin: string, { method, headers }: Came): string | undefined {
  if (headers.host !== new URL(origin).host) return `This page is at ${origin} only.`;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && method === 'GET'))
    return 'Another site may not use this page.';
  if (method !== 'GET' && headers.origin !== origin) return 'Another site may not use this page.';
  return undefined;
}
