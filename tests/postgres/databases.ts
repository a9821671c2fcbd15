import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { describe, inject } from 'vitest';
import { z } from 'zod';
import { binaries } from '../../bench/parts/postgres-server.ts';

const answerSchema = z.union([z.object({ url: z.string() }), z.object({ failed: z.string() })]);

const isRequired = process.env.CI_POSTGRES === 'required';

let made = 0;

function newName(): string {
  made += 1;
  return `test_${process.pid}_${made}`;
}

/** The server of this run; it starts when it is asked for first. */
async function serverUrl(): Promise<string> {
  const socket = connect(inject('postgresPort'), '127.0.0.1');
  await once(socket, 'connect');
  const answer = answerSchema.parse(JSON.parse(await text(socket)));
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.url;
}

/** Asks a database by SQL, as its operator does. */
export async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A new, empty database; answers its address. It goes with the run's server. */
export async function newDatabase(options: string): Promise<string> {
  const name = newName();
  const url = await serverUrl();
  await ask(url, `create database ${name} ${options}`);
  return url.replace('/postgres?', `/${name}?`);
}

/** A new, empty schema; answers its address. A store sees nothing else, and it is made in a moment. */
export async function newSchema(): Promise<string> {
  const name = newName();
  const url = await serverUrl();
  await ask(url, `create schema ${name}`);
  return `${url}&options=${encodeURIComponent(`-c search_path=${name}`)}`;
}

/** A group of tests on a real PostgreSQL; where it is not installed it is skipped, or fails if it is required. */
export function describeOnPostgres(name: string, tests: () => void): void {
  if (binaries !== undefined || isRequired) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped, as there is no PostgreSQL in /usr/lib/postgresql: ${name}\n`);
  describe.skip(name, tests);
}
