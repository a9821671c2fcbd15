import { once } from 'node:events';
import { createServer } from 'node:http';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** `GET /health`: 200 when the bot is connected and answers, else 503. Port 0 takes a free one. */
export async function startHealth(port: number, isReady: () => boolean): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const isKnown = request.method === 'GET' && request.url === '/health';
    const ready = isReady();
    response.writeHead(isKnown ? (ready ? 200 : 503) : 404, { 'content-type': 'application/json' });
    response.end(isKnown ? JSON.stringify({ ready }) : undefined);
  });
  server.listen(port);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
