import ipaddr from 'ipaddr.js';

/** All that is given out to the internet of IPv6; the rest is reserved, or carries IPv4 addresses in it. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address, in any notation, is one of the public internet: none of this machine, a private or local
 * network, a cloud's metadata service, a range kept for tests or special use, or one that only carries other addresses
 * in it (mapped private ones, 6to4, NAT64, Teredo). One with a zone is of a local network.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  if (bare.includes('%') || !ipaddr.isValid(bare)) return false;
  const ip = ipaddr.process(bare);
  if (ip.range() !== 'unicast') return false;
  return ip instanceof ipaddr.IPv4 || ip.match(globalUnicast);
}
