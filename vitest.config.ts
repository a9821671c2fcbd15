import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/postgres/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    // Who tests a process or a browser waits for it half of the time.
    maxWorkers: '150%',
  },
});
