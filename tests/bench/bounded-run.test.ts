import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runBounded } from '../../bench/parts/ingest/bounded-run.ts';
import { cellOf } from '../../bench/parts/ingest/hostile-table.ts';

async function run(program: string, timeMs = 20_000) {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const entry = join(folder, 'program.mjs');
  await writeFile(entry, program);
  return { ...(await runBounded(entry, ['Ann'], { timeMs, heapMb: 64 })), readings: [], cpuMs: 0 };
}

it('a process that ends has answered what it wrote once it was ready', async () => {
  const ended = await run('console.log("ready"); console.log("Hello, " + process.argv[2]);');
  expect(ended).toMatchObject({ end: 'answered', answer: 'Hello, Ann\n' });
});

it('a process that goes on is ended', async () => {
  const ended = await run('console.log("ready"); for (;;);', 300);
  expect(ended.end).toBe('out-of-time');
  expect(cellOf(ended)).toMatch(/^over 6 s/);
});

it('a process that dies says of what', async () => {
  const thrown = await run('console.log("ready"); const f = () => f() + 1; f();');
  expect(cellOf(thrown)).toMatch(/^process died: stack overflow/);
  const full = await run('console.log("ready"); const a = []; for (;;) a.push([{}]);');
  expect(cellOf(full)).toMatch(/^process died: out of memory/);
});
