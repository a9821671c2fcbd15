import { access } from 'node:fs/promises';
import { readConfig, readToolConfig } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { ConfigError } from '../domain/errors.ts';
import type { PackFile } from '../ingest/follow/packs.ts';
import { openStore } from '../store/open-store.ts';
import type { Terminal } from './run-tool.ts';
import { counted } from './words.ts';

/** What the doctor looks at. */
export interface House {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string;
  readonly nodeVersion: string;
  readonly clock: Clock;
  readonly readPacks: () => Promise<readonly PackFile[]>;
}

interface Finding {
  readonly name: string;
  readonly mistakes: readonly string[];
  /** Said where nothing is wrong. */
  readonly words: string;
}

const oldestNode = 24;

/** Looks whether the bot could start, and says all that is in its way; answers the exit status. */
export async function checkHouse(house: House, terminal: Terminal): Promise<number> {
  const findings = [
    nodeFinding(house),
    configFinding(house),
    await finding('store', () => storeWords(house)),
    await finding('packs', () => packWords(house)),
  ];
  for (const { name, mistakes, words } of findings) {
    if (mistakes.length === 0) await terminal.write(`ok    ${name}: ${words}`);
    for (const mistake of mistakes) await terminal.write(`fails ${name}: ${mistake}`);
  }
  return findings.some(({ mistakes }) => mistakes.length > 0) ? 1 : 0;
}

function nodeFinding({ nodeVersion }: House): Finding {
  const isOld = Number.parseInt(nodeVersion, 10) < oldestNode;
  const mistakes = isOld ? [`${nodeVersion} is too old: Standfirst needs ${oldestNode} or newer`] : [];
  return { name: 'Node', mistakes, words: nodeVersion };
}

function configFinding({ env, readFile }: House): Finding {
  try {
    readConfig(env, readFile);
    return { name: 'configuration', mistakes: [], words: 'complete' };
  } catch (error) {
    return { name: 'configuration', mistakes: mistakesOf(error), words: '' };
  }
}

async function finding(name: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return { name, mistakes: [], words: await work() };
  } catch (error) {
    return { name, mistakes: mistakesOf(error), words: '' };
  }
}

function mistakesOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.mistakes;
  return [error instanceof Error ? error.message : String(error)];
}

/** Opens the store as the bot would, so a file of an earlier version is brought to this one's form. */
async function storeWords({ env, readFile, clock }: House): Promise<string> {
  const { STORE_URL: url } = readToolConfig(env, readFile);
  const path = /^sqlite:(?!:memory:)(.+)$/s.exec(url)?.[1];
  const isThere = path !== undefined && (await exists(path));
  if (path !== undefined && !isThere) return `${path} is made when the bot first starts`;
  const store = await openStore(url, clock);
  try {
    return `${path ?? url} holds ${counted(await store.articles.count(['public']), 'public article')}`;
  } finally {
    await store.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

async function packWords({ readPacks }: House): Promise<string> {
  const packs = await readPacks();
  const feedCount = packs.reduce((sum, pack) => sum + pack.feedCount, 0);
  return `${counted(packs.length, 'pack')} with ${counted(feedCount, 'feed')}`;
}
