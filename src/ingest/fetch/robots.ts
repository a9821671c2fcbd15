import { createRequire } from 'node:module';
import type { Robot } from 'robots-parser';
import { decodeText } from '../decode.ts';
import type { FetchBytes } from './fetch-bytes.ts';

/** Whether a site's robots.txt lets a page be read. */
export type MayRead = (url: URL) => Promise<boolean>;

const keptMs = 60 * 60 * 1000;
const mostKept = 1000;
/** RFC 9309, 2.5: at least so much of the file is read; more of it is cut off. */
const longestFile = 512 * 1024;

/** Its declarations promise an ES module, which it is not. */
const robotsParser: (address: string, text: string) => Robot = createRequire(import.meta.url)(
  'robots-parser',
);

interface Rules {
  readonly until: number;
  readonly allows: (url: string) => boolean;
}

/**
 * Reads robots.txt once an hour for each site. As RFC 9309 has it: a site without the file lets everything be read,
 * one whose server fails lets nothing.
 */
export function createRobots(fetchBytes: FetchBytes, agentName: string, now: () => number): MayRead {
  const kept = new Map<string, Rules>();

  async function ask(origin: string): Promise<Rules['allows']> {
    const address = `${origin}/robots.txt`;
    const fetched = await fetchBytes(address, 'text/plain');
    if (!fetched.ok) {
      const isAbsent = fetched.reason === 'status' && fetched.status < 500 && fetched.status !== 429;
      return () => isAbsent || fetched.reason === 'redirects';
    }
    const decoded = decodeText(fetched.bytes.subarray(0, longestFile), { contentType: fetched.contentType });
    const robots = robotsParser(address, decoded.ok ? decoded.text : '');
    return (url) => robots.isAllowed(url, agentName) !== false;
  }

  return async (url) => {
    const { origin } = url;
    const known = kept.get(origin);
    if (known !== undefined && known.until > now()) return known.allows(url.href);
    const rules = { until: now() + keptMs, allows: await ask(origin) };
    const [oldest] = kept.size >= mostKept ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(origin, rules);
    return rules.allows(url.href);
  };
}
