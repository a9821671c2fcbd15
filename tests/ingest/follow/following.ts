import { onTestFinished } from 'vitest';
import { createAllowance } from '../../../src/domain/allowance.ts';
import type { AttachedFile } from '../../../src/domain/command.ts';
import type { Reader } from '../../../src/domain/scope.ts';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';
import { openWeb, type WebSettings } from '../../../src/ingest/fetch/web.ts';
import { createFeeds, type FeedsPorts } from '../../../src/ingest/follow/create-feeds.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { createLog } from '../../../src/observe/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { serve } from '../fetch/serve.ts';
import { type Answer, startAt } from '../poll/polling.ts';

export const inGuild: Reader = { personId: '7', guildId: '1' };
export const by = { guildId: '1', personId: '7' };

/** A site, an empty store, and the feeds of it as commands use them; `files` are what is attached, by name. */
export async function setUpFeeds(
  answers: Record<string, Answer>,
  {
    web: settings = {},
    most = 1000,
    ...given
  }: Partial<FeedsPorts> & { readonly web?: Partial<WebSettings>; readonly most?: number } = {},
) {
  const asked: string[] = [];
  const { origin, host } = await serve((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  const clock = { at: startAt, now: () => clock.at };
  const store = await openStore('sqlite::memory:', clock);
  const web = openWeb({
    allowed: [host],
    contact: undefined,
    now: clock.now,
    pauseMs: 0,
    ...settings,
  });
  onTestFinished(async () => {
    await web.close();
    await store.close();
  });
  const polled: string[] = [];
  const files: Record<string, string> = {};
  const feeds = createFeeds({
    ...web,
    store: store.feeds,
    clock,
    log: createLog('silent'),
    takeLink: createAllowance(most, 600_000, clock.now),
    readFeed: async (source) => readFeed(source),
    readDocument: async (document) => readDocument(document),
    commonFeedPaths: (url) => ['/feed', '/rss.xml'].map((path) => new URL(path, url).href),
    fetchFile: async ({ name }) => {
      const text = files[name];
      return text === undefined
        ? { ok: false, reason: 'unreachable' }
        : { ok: true, bytes: Buffer.from(text) };
    },
    pollNow: async (feedId) => void polled.push(feedId),
    packs: [],
    ...given,
  });

  /** Attaches a file with that text. */
  function attach(name: string, text: string): { readonly file: AttachedFile } {
    files[name] = text;
    return { file: { name, url: `https://cdn.example/${name}`, sizeBytes: text.length } };
  }

  return { feeds, store, clock, origin, asked, answers, polled, attach };
}
