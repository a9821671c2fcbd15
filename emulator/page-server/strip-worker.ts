import { stripTypeScriptTypes } from 'node:module';
import { parentPort } from 'node:worker_threads';

/** Each message is a TypeScript source; the answer is the same without its types, line for line. */
parentPort?.on('message', (source: unknown) => {
  parentPort?.postMessage(stripTypeScriptTypes(String(source), { mode: 'strip' }));
});
