import { defineConfig } from 'vitest/config';

/** What takes too long for every change: kills by the hundred, and the like. */
export default defineConfig({
  test: {
    include: ['tests/**/*.long.ts'],
    globalSetup: 'tests/postgres/global-setup.ts',
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
  },
});
