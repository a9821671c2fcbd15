import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SiteCounts {
  readonly requests: number;
  readonly notModified: number;
}

/** Sites on loopback, a port each, with feeds of the same length. */
export interface FeedSites {
  /** `host:port` of each. */
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  counts(): SiteCounts;
  /** One feed in so many has another entry from now on. */
  publish(oneIn: number): void;
  close(): Promise<void>;
}

const entryCount = 25;
const hourMs = 3_600_000;
const words = 'Some words of the summary that a feed has of its article, as long as such words are. '.repeat(
  5,
);

function feedOf(number: number, newest: number, startedAt: number): string {
  const items = Array.from({ length: entryCount }, (_, place) => {
    const entry = newest - place;
    const at = new Date(startedAt + (entry - entryCount) * hourMs).toUTCString();
    return `<item><guid isPermaLink="false">${number}-${entry}</guid><link>https://site-${number}.example/${entry}</link><title>Entry ${entry} of ${number} about the harbour</title><pubDate>${at}</pubDate><description>&lt;p&gt;${words}&lt;/p&gt;</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${number}</title><link>https://site-${number}.example/</link>${items.join('')}</channel></rss>`;
}

/** Every second feed has an ETag and answers 304 to it; the others send their body each time. */
export async function startFeedSites(siteCount: number, feedCount: number): Promise<FeedSites> {
  const startedAt = Date.now();
  const newest = new Map<number, number>();
  let requests = 0;
  let notModified = 0;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    requests += 1;
    const number = Number(/\d+/.exec(request.url ?? '')?.[0]);
    const last = newest.get(number) ?? entryCount;
    if (number % 2 === 0) {
      const tag = `"${number}-${last}"`;
      response.setHeader('etag', tag);
      if (request.headers['if-none-match'] === tag) {
        notModified += 1;
        response.writeHead(304).end();
        return;
      }
    }
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
    response.end(feedOf(number, last, startedAt));
  }

  const servers = Array.from({ length: siteCount }, () => createServer(answer));
  await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }),
  );
  const hosts = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    hosts,
    addresses: Array.from(
      { length: feedCount },
      (_, number) => `http://${hosts[number % siteCount]}/feed/${number}`,
    ),
    counts: () => ({ requests, notModified }),
    publish(oneIn) {
      for (let number = 0; number < feedCount; number += 1)
        if (number % oneIn === 0) newest.set(number, (newest.get(number) ?? entryCount) + 1);
    },
    async close() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}
