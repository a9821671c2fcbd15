import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type WebAddress =
  | { readonly ok: true; readonly url: URL }
  /** 'not-web': no http or https address, or a port that pages are not at. 'private': not on the public internet. */
  | { readonly ok: false; readonly reason: 'not-web' | 'private' };

const webPorts = new Set(['', '80', '443', '8080', '8443']);
const longestAddress = 2048;

/** `host:port`, as FETCH_ALLOW has them. */
function hostPortOf({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`.toLowerCase();
}

/**
 * Whether an address may be asked for; `allowed` are `host:port` pairs that may be whatever they are. User names and
 * passwords are taken off. A name can still lead to a private address: `createPublicAgent` looks at what it leads to.
 */
export function webAddress(written: string, allowed: ReadonlySet<string>): WebAddress {
  if (written.length > longestAddress || !URL.canParse(written)) return { ok: false, reason: 'not-web' };
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, reason: 'not-web' };
  url.username = '';
  url.password = '';
  if (allowed.has(hostPortOf(url))) return { ok: true, url };
  if (!webPorts.has(url.port)) return { ok: false, reason: 'not-web' };
  return isLocalName(url.hostname) ? { ok: false, reason: 'private' } : { ok: true, url };
}

/** Ends of names that are of one network only, or of none. */
const localEnd =
  /\.(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|svc|home\.arpa|in-addr\.arpa|ip6\.arpa|onion|i2p|alt|test|invalid)$/;

/** A literal address that is not public, or a name that is never one of the public internet. */
function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  if (isIP(name) !== 0) return !isPublicAddress(name);
  return !name.includes('.') || localEnd.test(name);
}
