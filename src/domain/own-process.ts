import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/**
 * The environment of a process that we start for ourselves: nothing of ours, but where modules are kept compiled, if they
 * are: it starts in half the time then.
 */
export function ownEnvironment(): Readonly<Record<string, string>> {
  const folder = getCompileCacheDir(); // that of this version of Node, in the one that was named
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
