import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import { openStore } from '../../src/store/open-store.ts';
import { root } from './machine.ts';
import type { ProcessToStart } from './process.ts';

/** A folder for the time of a bench, with a store that holds the given articles. */
export interface Stored {
  readonly path: string;
  /** Another copy of the store, as STORE_URL names it. */
  copy(): Promise<string>;
  remove(): Promise<void>;
}

export async function storeArticles(articles: readonly NewArticle[]): Promise<Stored> {
  const path = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  const file = join(path, 'first.sqlite');
  const store = await openStore(`sqlite:${file}`, { now: Date.now });
  for (const article of articles) await store.articles.put(article);
  await store.close();
  let copies = 0;
  return {
    path,
    async copy() {
      copies += 1;
      const copy = join(path, `copy-${copies}.sqlite`);
      await cp(file, copy);
      return `sqlite:${copy}`;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** An emulator that knows the bot's commands already, whoever connects. */
export async function startWorld(): Promise<Emulator> {
  const emulator = await startEmulator();
  const { url, token, world } = emulator;
  const response = await fetch(`${url}/v10/applications/${world.applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(commands.map(({ data }) => data)),
  });
  if (!response.ok) throw new Error(`the emulator did not take the commands: ${await response.text()}`);
  return emulator;
}

/** The real bot, as an operator starts it. */
export function realBot({ url, token }: Emulator, storeUrl: string): ProcessToStart {
  return {
    entry: join(root, 'src', 'main.ts'),
    env: { DISCORD_TOKEN: token, DISCORD_API_URL: url, STORE_URL: storeUrl },
  };
}

/** A handler of discord.js that does nothing; `perSecond` is its limit of requests. */
export function emptyBot({ url, token }: Emulator, perSecond: number, constants?: string): ProcessToStart {
  const args = [url, token, String(perSecond), ...(constants === undefined ? [] : [constants])];
  return { entry: join(root, 'bench', 'processes', 'empty-bot.ts'), args };
}
