import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address, in any notation, is one of the public internet: none of this machine, a private or local
 * network, a cloud's metadata service, or a range that only carries other addresses in it (mapped, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast';
}
