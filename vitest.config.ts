import { defineConfig } from 'vitest/config';
import { compiled } from './tests/compiled.ts';

// Workers, and the processes and threads that tests start, read what an earlier one has compiled: half the time of a start.
Object.assign(process.env, compiled);

/** What sends files by discord.js: its undici is another than that of the pages, and they share one global. */
const wires = ['browser', 'discord', 'emulator'].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 30_000 } },
    // Who tests a process or a browser waits for it half of the time.
    maxWorkers: '150%',
    globalSetup: 'tests/postgres/global-setup.ts',
    projects: [
      // Modules are read once a worker, not once a file: half the time of most files.
      {
        extends: true,
        test: { name: 'words', include: ['tests/**/*.test.ts'], exclude: wires, isolate: false },
      },
      { extends: true, test: { name: 'wires', include: wires } },
    ],
    setupFiles: 'tests/before-file.ts',
  },
});
