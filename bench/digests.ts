import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { type Contestant, peer, rateTable } from './parts/digests/rate.ts';
import { binaries, startPostgres } from './parts/postgres-server.ts';
import type { Table } from './parts/table.ts';
import { realBot } from './parts/world.ts';

async function newFile() {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  return {
    url: `sqlite:${join(folder, 'digests.sqlite')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function newServer(programs: string) {
  const server = await startPostgres(programs, 'lasting');
  return { url: server.urlOf('postgres'), remove: () => server.stop() };
}

const onFile: Contestant = {
  name: 'Standfirst, SQLite',
  store: newFile,
  processes: (emulator, { storeUrl }) => [realBot(emulator, storeUrl)],
};

const onServer = (programs: string): Contestant => ({
  name: 'Standfirst, PostgreSQL, two processes',
  store: () => newServer(programs),
  processes: (emulator, { storeUrl }) =>
    ['0-0/2', '1-1/2'].map((range) => {
      const bot = realBot(emulator, storeUrl);
      return { ...bot, env: { ...bot.env, SHARD_RANGE: range } };
    }),
});

async function* run({ digests: count, tell }: BenchSettings): AsyncIterable<Table> {
  const contestants = [
    onFile,
    ...(binaries === undefined ? [] : [onServer(binaries)]),
    peer('discord.js, all at once', 0),
    peer('discord.js, ten at a time', 10),
  ];
  yield await rateTable(contestants, count, tell);
}

export const digests: Capability = { name: 'digests', says: 'how fast digests are posted', run };
