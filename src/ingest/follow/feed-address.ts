import { type WebAddress, webAddress } from '../fetch/web-address.ts';

/** As `webAddress`, without the part that no server is sent. */
export function feedAddress(written: string, allowed: ReadonlySet<string>): WebAddress {
  const address = webAddress(written, allowed);
  if (address.ok) address.url.hash = '';
  return address;
}
