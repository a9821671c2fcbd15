import '../check-node.mjs';
import '../keep-compiled.mjs';
import { readFileSync } from 'node:fs';
import { withSpeakers } from '../brief/note-speakers.ts';
import { readToolConfig, type ToolConfig } from '../config.ts';
import { openWeb } from '../ingest/fetch/web.ts';
import { createReadingPool } from '../ingest/reading/reading-pool.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { withTopics } from '../story/with-topics.ts';
import { explained } from './explained.ts';
import { ingestHelp, readIngestCall } from './ingest-call.ts';
import { ingest, readersAtOnce } from './run-ingest.ts';
import { runTool } from './run-tool.ts';

const clock = { now: Date.now };

/** Fails with a line where the server of the store is not there. */
async function openOwn(url: string): Promise<Store> {
  return await openStore(url, clock).catch((error: unknown) => {
    throw explained(error);
  });
}

function openArticles(store: Store) {
  return { articles: withTopics(withSpeakers(store.articles, store.speakers)) };
}

await runTool('ingest', async (terminal) => {
  const call = readIngestCall(process.argv.slice(2));
  if (call === 'help') {
    await terminal.write(ingestHelp);
    return 0;
  }
  const config: ToolConfig = readToolConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const store = call.isDryRun ? undefined : await openOwn(config.STORE_URL);
  const web = openWeb({ allowed: config.FETCH_ALLOW, contact: config.FETCH_CONTACT, now: clock.now });
  const pool = createReadingPool({ atOnce: readersAtOnce() });
  try {
    const kept = store === undefined ? {} : openArticles(store);
    return await ingest(call, { web, pool, clock, input: process.stdin, ...kept }, terminal);
  } finally {
    pool.close();
    await web.close();
    await store?.close();
  }
});
