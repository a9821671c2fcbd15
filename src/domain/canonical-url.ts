/** Parameters that say where a reader came from, not what they read. */
const trackers = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|cmpid|cmp|ocid|at_\w+)$/i;

/**
 * One spelling of a page's address: without fragment, login and tracking parameters; scheme and host as `URL`
 * writes them. Throws a TypeError on what is no absolute address.
 */
export function canonicalUrl(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (trackers.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}
