import '../check-node.mjs';
import { readFileSync } from 'node:fs';
import { readToolConfig } from '../config.ts';
import { runTool } from './run-tool.ts';
import { createProgress } from './store/progress.ts';
import { runStoreCall } from './store/run-store.ts';
import { readStoreCall, type StoreCall, storeHelp } from './store/store-call.ts';

const clock = { now: Date.now };

const copies: ReadonlySet<StoreCall['kind']> = new Set(['export', 'import', 'migrate-to']);

await runTool('store', async (terminal) => {
  const call = readStoreCall(process.argv.slice(2));
  if (call.kind === 'help') {
    await terminal.write(storeHelp);
    return 0;
  }
  const config = readToolConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const interrupting = new AbortController();
  // What copies ends at a place where it can go on; a second Ctrl-C ends it at once, as the first one does all else.
  if (copies.has(call.kind)) process.once('SIGINT', () => interrupting.abort());
  return await runStoreCall(call, {
    storeUrl: config.STORE_URL,
    retention: { days: config.RETENTION_DAYS, articles: config.RETENTION_ARTICLES },
    clock,
    terminal,
    progress: createProgress(process.stderr, clock),
    input: process.stdin,
    output: process.stdout,
    signal: interrupting.signal,
  });
});
