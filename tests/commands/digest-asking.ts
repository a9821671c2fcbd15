import { digest } from '../../commands/digest.ts';
import type { App } from '../../src/app.ts';
import type { ChosenChannel, CommandRequest } from '../../src/domain/command.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';
import { createCounter } from '../counter.ts';
import { morning, request, run, type TestApp } from './test-app.ts';

export const news: ChosenChannel = { id: '30', name: 'news', takesMessages: true, missingPermissions: [] };

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;
/** Eight o'clock in London, an hour after `morning`. */
export const eight = morning + 60 * minuteMs;

export const ask = (
  subcommand: string,
  options: CommandRequest['options'] = {},
  channel?: ChosenChannel,
): CommandRequest =>
  request('digest', { subcommand, options, channels: channel === undefined ? {} : { channel } });

export const asked = (
  app: App,
  subcommand: string,
  options: CommandRequest['options'] = {},
  channel?: ChosenChannel,
) => run(digest, ask(subcommand, options, channel), app);

/** A digest at eight in London, with what else is chosen. */
export const add = (app: App, options: CommandRequest['options'] = {}, channel = news) =>
  asked(app, 'add', { time: '08:00', timezone: 'Europe/London', ...options }, channel);

/** The digest that was added last, as it is stored. */
export async function stored(app: App): Promise<Digest> {
  const digests = await app.digests.list('1');
  const last = digests.toSorted((one, other) => one.createdAt - other.createdAt).at(-1);
  if (last === undefined) throw new Error('there is no digest');
  return last;
}

const countPlaces = createCounter();

/** An article on something that no other tells of, with a quotation and figures, as it comes in now. */
export async function comesIn(
  app: Pick<TestApp, 'articles' | 'now'>,
  given: {
    readonly title?: string;
    readonly topics?: readonly string[];
    readonly source?: string;
    readonly scope?: 'public' | `guild:${string}`;
    readonly words?: string;
  } = {},
): Promise<string> {
  const count = countPlaces();
  const place = `Port ${String.fromCharCode(65 + (count % 26))}${'aeiou'.charAt(count % 5)}rn${count}`;
  const { title = `${place} opens its harbour ${count}`, words = '' } = given;
  const article = makeArticle({
    raw: `${place} opened its harbour number ${count} to ferries on Monday after ${count + 2} years of work.
The quay cost £${count + 3}m, and ${count + 40} boats have found a berth at it, ${count + 20} more than before.
“Nobody in ${place} believed that we would live to see this day,” said Mara Venn, the harbour master.
The council of ${place} will vote on the price of a berth in spring. ${words}`,
    title,
    source: given.source ?? 'The Island Post',
    url: `https://island.example/${count}`,
    topics: [...(given.topics ?? ['harbours'])],
    publishedAt: app.now - minuteMs,
    scope: given.scope ?? 'public',
    storedAt: app.now,
  });
  await app.articles.put(article);
  return article.id;
}
