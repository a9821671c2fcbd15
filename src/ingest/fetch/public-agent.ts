import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** A connection was refused by us: the address is not one of the public internet. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** How names are looked up; Node's own, unless a test has another. */
export type LookUp = typeof lookUp;

/** One address that is not public is enough: nobody says which of them is taken. */
function refusalOf(host: string, found: readonly LookupAddress[]): Error | undefined {
  if (found.length === 0) return new Error(`no address of ${host}`);
  return found.every(({ address }) => isPublicAddress(address)) ? undefined : new PrivateAddressError(host);
}

/**
 * An agent that connects to the public internet only, and to the `allowed` pairs of `host:port`. It looks at the very
 * address it connects to, of each connection: a name that leads elsewhere the second time, or a redirect, gains nothing.
 */
export function createPublicAgent(
  allowed: ReadonlySet<string>,
  timeoutMs: number,
  resolve: LookUp = lookUp,
): Agent {
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const problem = error ?? refusalOf(host, found);
      if (problem !== undefined) done(problem, '', 0);
      else if (options.all === true) done(null, [...found]);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
  const guarded = buildConnector({ lookup, timeout: timeoutMs });
  const open = buildConnector({ timeout: timeoutMs });
  return new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect(options, done) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      const port = options.port || (options.protocol === 'https:' ? '443' : '80');
      if (allowed.has(`${options.hostname}:${port}`.toLowerCase())) open(options, done);
      // An address written as one is never looked up.
      else if (isIP(host) !== 0 && !isPublicAddress(host)) done(new PrivateAddressError(host), null);
      else guarded(options, done);
    },
  });
}
