import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchSettings } from '../capability.ts';
import { binaries, startPostgres } from '../postgres-server.ts';
import type { Table } from '../table.ts';
import { realBot } from '../world.ts';
import { type Contestant, peer, rateTable } from './rate.ts';

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

/** How fast the bot posts what is due in one minute, and discord.js alone beside it. */
export function postTable({ digests: count, tell }: BenchSettings): Promise<Table> {
  const contestants = [
    onFile,
    ...(binaries === undefined ? [] : [onServer(binaries)]),
    peer('discord.js, all at once', 0),
    peer('discord.js, ten at a time', 10),
  ];
  return rateTable(contestants, count, tell);
}
