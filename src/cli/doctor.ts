import '../check-node.mjs';
import { readFileSync } from 'node:fs';
import { readToolConfig } from '../config.ts';
import { openWeb } from '../ingest/fetch/web.ts';
import { type PackFile, readPacks } from '../ingest/follow/packs.ts';
import { createReadingPool } from '../ingest/reading/reading-pool.ts';
import { checkHouse } from './check-house.ts';
import { checkPacks } from './check-packs.ts';
import { readDoctorCall } from './doctor-call.ts';
import { runTool, type Terminal } from './run-tool.ts';
import { UsageError } from './usage-error.ts';

const clock = { now: Date.now };
const readFile = (path: string) => readFileSync(path, 'utf8');

const ownPacks = () => readPacks(new URL('../../data/packs/', import.meta.url));

async function askPacks(names: readonly string[], terminal: Terminal): Promise<number> {
  const config = readToolConfig(process.env, readFile);
  const chosen = chosenPacks(await ownPacks(), names);
  const web = openWeb({ allowed: config.FETCH_ALLOW, contact: config.FETCH_CONTACT, now: clock.now });
  const pool = createReadingPool();
  try {
    return await checkPacks(chosen, { ...web, readFeed: pool.readFeed }, terminal);
  } finally {
    pool.close();
    await web.close();
  }
}

/** All, where none is named. */
function chosenPacks(packs: readonly PackFile[], names: readonly string[]): readonly PackFile[] {
  const unknown = names.find((name) => packs.every((pack) => pack.name !== name));
  if (unknown !== undefined)
    throw new UsageError(
      `there is no pack ${unknown}; there are ${packs.map(({ name }) => name).join(', ')}`,
    );
  return names.length === 0 ? packs : packs.filter(({ name }) => names.includes(name));
}

await runTool('doctor', async (terminal) => {
  const call = readDoctorCall(process.argv.slice(2));
  if (call.kind === 'packs') return await askPacks(call.names, terminal);
  if (call.kind === 'help') {
    await terminal.write(call.text);
    return 0;
  }
  const nodeVersion = process.versions.node;
  return await checkHouse({ env: process.env, readFile, nodeVersion, clock, readPacks: ownPacks }, terminal);
});
