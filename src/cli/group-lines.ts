import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { clusterStories, type DatedArticle } from '../story/cluster-stories.ts';
import type { Terminal } from './run-tool.ts';
import { UsageError } from './usage-error.ts';
import { counted } from './words.ts';

export const storiesHelp = `Says which articles tell of one event, as the bot groups them when they come in.

  npm run -s stories -- [FILE|-]

The input has an article a line: {"id", "title", "text", "publishedAt"?}, the time in ISO 8601 or in UTC
milliseconds; articles without one are taken as of one time. For each comes out, in the same order:
{"id", "story", "copyOf"?}, the story by the id of its first article. Nothing is stored.
Status: 0 all went well, 2 wrong usage or a line that is no article.`;

const lineSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  text: z.string(),
  publishedAt: z
    .union([z.int(), z.string().refine((time) => !Number.isNaN(Date.parse(time)), 'no time')])
    .optional(),
});

/** The lines of a file, or of the input where it is named "-". Fails with a `UsageError` where it cannot be read. */
export async function linesOf(item: string, input: Readable): Promise<AsyncIterable<string>> {
  const from = item === '-' ? input : await opened(item);
  return createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY });
}

async function opened(path: string): Promise<Readable> {
  const file = await open(path).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be read`, { cause });
  });
  if (!(await file.stat()).isDirectory()) return file.createReadStream();
  await file.close();
  throw new UsageError(`${path} is a folder`);
}

/** Reads the articles and writes the story of each. Fails with a `UsageError` that names the line. */
export async function groupLines(lines: AsyncIterable<string>, terminal: Terminal): Promise<number> {
  const articles = await articlesOf(lines);
  const stories = clusterStories(articles);
  const homes = new Map(stories.flatMap(({ id, articleIds }) => articleIds.map((article) => [article, id])));
  const copies = new Map(stories.flatMap((story) => [...story.copies]));
  for (const { id } of articles)
    await terminal.write(JSON.stringify({ id, story: homes.get(id), copyOf: copies.get(id) }));
  terminal.note(`${counted(articles.length, 'article')}, ${counted(stories.length, 'story')}`);
  return 0;
}

async function articlesOf(lines: AsyncIterable<string>): Promise<readonly DatedArticle[]> {
  const articles = new Map<string, DatedArticle>();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const article = articleOf(line, number);
    if (articles.has(article.id)) throw new UsageError(`line ${number}: ${article.id} is there already`);
    articles.set(article.id, article);
  }
  return [...articles.values()];
}

function articleOf(line: string, number: number): DatedArticle {
  const { data, error } = lineSchema.safeParse(jsonOf(line, number));
  if (data === undefined) throw new UsageError(`line ${number} is no article: ${mistakesOf(error)}`);
  const { publishedAt = 0, ...article } = data;
  return { ...article, publishedAt: typeof publishedAt === 'number' ? publishedAt : Date.parse(publishedAt) };
}

function jsonOf(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UsageError(`line ${number} is no JSON`, { cause });
  }
}

const mistakesOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ');
