import { join } from 'node:path';

/** For the environment of a process that a test starts: it reads what is compiled already, and starts in half the time. */
export const compiled = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled'),
} as const;
