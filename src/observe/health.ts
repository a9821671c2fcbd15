import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface Observed {
  /** Whether the bot is connected and answers. */
  isReady(): boolean;
  /** The counters, in Prometheus' text form. */
  metrics(): string;
}

const json = 'application/json';
const prometheus = 'text/plain; version=0.0.4; charset=utf-8';

/** `GET /health`: 200 when the bot is ready, else 503. `GET /metrics`: the counters. Port 0 takes a free one. */
export async function startHealth(port: number, observed: Observed): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/health') answerHealth(response, observed.isReady());
    else if (request.method === 'GET' && request.url === '/metrics')
      response.writeHead(200, { 'content-type': prometheus }).end(observed.metrics());
    else response.writeHead(404).end();
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

function answerHealth(response: ServerResponse, ready: boolean): void {
  response.writeHead(ready ? 200 : 503, { 'content-type': json }).end(JSON.stringify({ ready }));
}
