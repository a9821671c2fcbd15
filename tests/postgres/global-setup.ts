import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { binaries, type PostgresServer, startPostgres } from '../../bench/parts/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port that starts the server of this run, and says where it is. */
    readonly postgresPort: number;
  }
}

/**
 * One PostgreSQL server for all files of a run: started when the first of them asks for it, so that a run without such
 * tests waits for none, and ended with the run.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const port = createServer((socket) => {
    socket.on('error', () => undefined);
    if (binaries === undefined) {
      socket.end(JSON.stringify({ failed: 'PostgreSQL is not installed' }));
      return;
    }
    server ??= startPostgres(binaries, 'passing');
    server.then(
      ({ urlOf }) => socket.end(JSON.stringify({ url: urlOf('postgres') })),
      (error: unknown) => socket.end(JSON.stringify({ failed: String(error) })),
    );
  });
  port.listen(0, '127.0.0.1');
  await once(port, 'listening');
  const address = port.address();
  if (address === null || typeof address === 'string') throw new Error('the port of PostgreSQL did not open');
  project.provide('postgresPort', address.port);
  return async () => {
    port.close();
    const started = await server?.catch(() => undefined);
    await started?.stop();
  };
}
