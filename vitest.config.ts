import { defineConfig } from 'vitest/config';
import { compiled } from './tests/compiled.ts';

// Workers, and the processes and threads that tests start, read what an earlier one has compiled: half the time of a start.
Object.assign(process.env, compiled);

/** What shares nothing with other files: no database, no client of Discord, no browser. */
const words = [
  'answer',
  'bench',
  'brief',
  'cli',
  'commands',
  'domain',
  'gold',
  'ingest',
  'observe',
  'render',
  'story',
  'summarize-text',
].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    // Who tests a process or a browser waits for it half of the time.
    maxWorkers: '150%',
    globalSetup: 'tests/postgres/global-setup.ts',
    projects: [
      // Modules are read once a worker, not once a file: a quarter of the time of these.
      { extends: true, test: { name: 'words', include: words, isolate: false } },
      { extends: true, test: { name: 'house', include: ['tests/**/*.test.ts'], exclude: words } },
    ],
  },
});
