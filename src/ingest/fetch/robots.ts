import { createRequire } from 'node:module';
import type { Robot } from 'robots-parser';
import { decodeText } from '../decode.ts';
import type { FetchBytes, FetchRefusal } from './fetch-bytes.ts';

/** Whether a site's robots.txt lets a page be read; a site that does not say so now may do so later. */
export type MayRead = (url: URL) => Promise<Permission>;

export type Permission =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'robots'; readonly host: string }
  | FetchRefusal;

const keptMs = 60 * 60 * 1000;
/** A site that has trouble now is asked again soon. */
const keptWithoutAnswerMs = 5 * 60 * 1000;
const mostKept = 1000;
/** RFC 9309, 2.5: at least so much of the file is read; more of it is cut off. */
const longestFile = 512 * 1024;

/** Its declarations promise an ES module, which it is not. */
const robotsParser: (address: string, text: string) => Robot = createRequire(import.meta.url)(
  'robots-parser',
);

interface Rules {
  readonly until: number;
  readonly permissionFor: (url: URL) => Permission;
}

const allowed: Permission = { ok: true };

/**
 * Reads robots.txt once an hour for each site. As RFC 9309 has it: a site without the file lets everything be read,
 * one whose server fails lets nothing, as long as it fails.
 */
export function createRobots(fetchBytes: FetchBytes, agentName: string, now: () => number): MayRead {
  const kept = new Map<string, Rules>();

  async function ask(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const fetched = await fetchBytes(address, 'text/plain');
    if (!fetched.ok && isWithoutFile(fetched)) return { until: now() + keptMs, permissionFor: () => allowed };
    if (!fetched.ok) return { until: now() + keptWithoutAnswerMs, permissionFor: () => fetched };
    const decoded = decodeText(fetched.bytes.subarray(0, longestFile), { contentType: fetched.contentType });
    const robots = robotsParser(address, decoded.ok ? decoded.text : '');
    return {
      until: now() + keptMs,
      permissionFor: ({ href, hostname: host }) =>
        robots.isAllowed(href, agentName) === false ? { ok: false, reason: 'robots', host } : allowed,
    };
  }

  return async (url) => {
    const { origin } = url;
    const known = kept.get(origin);
    if (known !== undefined && known.until > now()) return known.permissionFor(url);
    const rules = await ask(origin);
    const [oldest] = kept.size >= mostKept ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(origin, rules);
    return rules.permissionFor(url);
  };
}

function isWithoutFile(refusal: FetchRefusal): boolean {
  if (refusal.reason !== 'status') return refusal.reason === 'redirects';
  return refusal.status < 500 && refusal.status !== 429;
}
