import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export const root = join(import.meta.dirname, '..', '..');

/** Where and with what the numbers were taken. */
export interface Surroundings {
  readonly at: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Processes that wanted to run in the last minute: much above 0 at the start, the machine is not ours alone. */
  readonly load: number;
  readonly system: string;
  readonly node: string;
  /** Of `name`, its version; absent where it is not installed. */
  readonly packages: Readonly<Record<string, string>>;
  readonly commit: string;
}

const packageFile = z.object({ version: z.string() });
const measured = {
  'discord.js': 'node_modules/discord.js',
  'node-summarizer': 'bench/node_modules/node-summarizer',
  '@mozilla/readability': 'bench/node_modules/@mozilla/readability',
  linkedom: 'bench/node_modules/linkedom',
  'article-extractor': 'bench/node_modules/@extractus/article-extractor',
  defuddle: 'bench/node_modules/defuddle',
  feedsmith: 'bench/node_modules/feedsmith',
  'rss-parser': 'bench/node_modules/rss-parser',
};

function versionOf(folder: string): string | undefined {
  try {
    return packageFile.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))).version;
  } catch {
    return undefined; // not installed (yet): the table says so by leaving it out
  }
}

function git(...words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined; // no git, or no repository: an unpacked release
  }
}

function commit(): string {
  const id = git('rev-parse', '--short=12', 'HEAD');
  if (id === undefined) return 'unknown';
  return git('status', '--porcelain') === '' ? id : `${id} with changes`;
}

export function surroundings(): Surroundings {
  const packages = Object.entries(measured).flatMap(([name, folder]) => {
    const version = versionOf(folder);
    return version === undefined ? [] : [[name, version] as const];
  });
  return {
    at: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    packages: Object.fromEntries(packages),
    commit: commit(),
  };
}

export function surroundingsText(of: Surroundings): string {
  const packages = Object.entries(of.packages).map(([name, version]) => `, ${name} ${version}`);
  return [
    `${of.cpu}, ${of.cores} cores, ${of.memoryGb} GB, ${of.system}, load ${of.load.toFixed(2)} at the start`,
    `Node ${of.node}${packages.join('')}`,
    `commit ${of.commit}, ${of.at}`,
  ].join('\n');
}
