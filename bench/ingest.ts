import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { feedTables } from './parts/ingest/feed-tables.ts';
import { pageTables } from './parts/ingest/page-tables.ts';
import { pollTable } from './parts/ingest/poll-table.ts';
import { installPeers } from './parts/peers.ts';
import type { Table } from './parts/table.ts';

async function* run(settings: BenchSettings): AsyncIterable<Table> {
  const { tell } = settings;
  await installPeers(tell);
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  try {
    yield* pageTables(folder, tell);
    yield* feedTables(folder, settings);
    yield await pollTable(folder, tell);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const ingest: Capability = {
  name: 'ingest',
  says: 'articles of pages, feeds, and polling, beside the readers from npm',
  run,
};
