import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { NewArticle } from '../../src/domain/article.ts';

/** A process that makes articles, so that they are no part of the memory of whoever stores them. */
export interface ArticleMaker {
  /** The corpus's words, the most common first. */
  words(): Promise<readonly string[]>;
  /** The articles from an index on, a hundred at most. */
  articles(from: number): Promise<readonly NewArticle[]>;
  stop(): void;
}

const entry = join(import.meta.dirname, '..', 'processes', 'make-articles.ts');

export function startMaker(count: number, seed: number): ArticleMaker {
  const child = fork(entry, [count, seed].map(String), { env: {}, execArgv: [], serialization: 'advanced' });

  async function ask(asked: 'words' | number) {
    child.send(asked);
    const [answer] = await once(child, 'message');
    return answer;
  }

  return { words: () => ask('words'), articles: (from) => ask(from), stop: () => child.disconnect() };
}
