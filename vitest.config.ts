import { defineConfig } from 'vitest/config';
import { compiled } from './tests/compiled.ts';

// Workers, and the processes and threads that tests start, read what an earlier one has compiled: half the time of a start.
Object.assign(process.env, compiled);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 30_000 } },
    // Who tests a process or a browser waits for it half of the time.
    maxWorkers: '150%',
    globalSetup: 'tests/postgres/global-setup.ts',
    include: ['tests/**/*.test.ts'],
    // Modules are read once a worker, not once a file: half the time of most files.
    isolate: false,
    setupFiles: 'tests/before-file.ts',
  },
});
