import { expect, onTestFinished } from 'vitest';
import type { App, Command } from '../../src/app.ts';
import { createFinder } from '../../src/brief/findings.ts';
import { cardShape, makeBrief } from '../../src/brief/make-brief.ts';
import { withSpeakers } from '../../src/brief/note-speakers.ts';
import { createDeliverer } from '../../src/digest/deliver.ts';
import { selectStories } from '../../src/digest/select.ts';
import { repliesOf as eachReply } from '../../src/discord/progress.ts';
import type { CommandRequest, PressRequest } from '../../src/domain/command.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { Poster, PostOutcome } from '../../src/domain/poster.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Reader } from '../../src/domain/scope.ts';
import type { StoryStore } from '../../src/domain/story-store.ts';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import { createLinkAllowance } from '../../src/ingest/link-allowance.ts';
import { loadSamples } from '../../src/ingest/load-samples.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { createFileIntake } from '../../src/ingest/take-in-file.ts';
import { createLinkIntake } from '../../src/ingest/take-in-link.ts';
import { lineToMarkdown } from '../../src/render/markdown.ts';
import { paintChart } from '../../src/render/paint-chart.ts';
import { renderDigest } from '../../src/render/render-digest.ts';
import { guildSettings, proposedFeeds } from '../../src/store/guild-state.ts';
import { openStore } from '../../src/store/open-store.ts';
import { withTopics } from '../../src/story/with-topics.ts';
import { recordingLog } from '../recording-log.ts';
import { createTestFeeds, type TestFeeds } from './test-feeds.ts';

/** One for all tests of a file: a process takes a while to start. */
const { readDocument } = createReadingPool();

/** The morning after the newest sample. */
export const morning = Date.UTC(2026, 10, 25, 7);

interface Posted {
  readonly channelId: string;
  readonly reply: Reply;
  readonly nonce: string;
}

export interface TestApp extends App {
  readonly stories: StoryStore;
  readonly feeds: TestFeeds;
  readonly feedStore: FeedStore;
  readonly posted: readonly Posted[];
  /** The bytes behind each attachment's address. */
  readonly files: Map<string, Uint8Array>;
  /** Outcomes of the next posts; when there are none left, posts succeed. */
  readonly outcomes: PostOutcome[];
  /** Rights the bot lacks, by channel. */
  readonly missing: Map<string, readonly string[]>;
  /** UTC milliseconds; set it to move time. */
  now: number;
}

/** The real app over a store in memory with the samples in it, and a poster that records. */
export async function createTestApp(): Promise<TestApp> {
  const time = { now: morning };
  const clock = { now: () => time.now };
  const { log } = recordingLog();
  const store = await openStore('sqlite::memory:', clock);
  onTestFinished(() => store.close());
  const { digests, speakers, stories } = store;
  const feeds = createTestFeeds(store.feeds);
  const articles = withTopics(withSpeakers(store.articles, speakers));
  await loadSamples(new URL('../../data/articles/', import.meta.url), articles, clock);

  const posted: Posted[] = [];
  const outcomes: PostOutcome[] = [];
  const missing = new Map<string, readonly string[]>();
  const poster: Poster = {
    async post(channelId, reply, nonce) {
      const outcome = outcomes.shift() ?? { ok: true, messageId: `m${posted.length + 1}` };
      if (outcome.ok) posted.push({ channelId, reply, nonce });
      return outcome;
    },
    find: async () => ({ kind: 'absent' }),
    missingPermissions: async (channelId) => missing.get(channelId) ?? [],
  };

  const draftDigest: App['draftDigest'] = async (digest, reference) => {
    const chosen = await selectStories({ articles, stories, digests, feeds: store.feeds }, digest);
    const briefs = chosen.map(({ article }) => makeBrief(article, cardShape));
    const sourceCounts = new Map(chosen.map(({ article: { id }, sourceCount }) => [id, sourceCount]));
    const reply = renderDigest(briefs, { digest, at: clock.now(), reference, sourceCounts });
    return reply === undefined ? undefined : { reply, articleIds: [...sourceCounts.keys()] };
  };
  const deliverer = createDeliverer({ digests, poster, clock, log, claimant: 'test', draft: draftDigest });
  const files = new Map<string, Uint8Array>();
  const takeIn = createFileIntake({
    articles,
    clock,
    readDocument,
    async fetchFile({ url }) {
      const bytes = files.get(url);
      return bytes === undefined ? { ok: false, reason: 'unreachable' } : { ok: true, bytes };
    },
  });
  const web = openWeb({ allowed: [], contact: undefined, now: clock.now, pauseMs: 0 });
  onTestFinished(() => web.close());
  return {
    articles,
    speakers,
    stories,
    digests,
    feeds,
    feedStore: store.feeds,
    proposedFeeds: proposedFeeds(store),
    settings: guildSettings(store),
    poster,
    clock,
    log,
    find: createFinder(100_000),
    drawChart: async (chart) => paintChart(chart),
    takeIn,
    takeInLink: createLinkIntake({
      ...web,
      articles,
      clock,
      readDocument,
      takeLink: createLinkAllowance(2, 60_000, clock.now),
    }),
    draftDigest,
    deliverNow: () => deliverer.tick(),
    posted,
    files,
    outcomes,
    missing,
    get now() {
      return time.now;
    },
    set now(at) {
      time.now = at;
    },
  };
}

/** A command as Robin types it in a guild. */
export function request(name: string, given: Partial<CommandRequest> = {}): CommandRequest {
  return {
    id: '1',
    name,
    options: {},
    files: {},
    channels: {},
    reader: { personId: '7', guildId: '1' },
    channelId: '3',
    locale: 'en-GB',
    receivedAt: morning,
    ...given,
  };
}

/** All that a command says, one after the other. */
export async function repliesOf(
  command: Command,
  asked: CommandRequest,
  app: App,
): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for await (const reply of eachReply(command.run(asked, app))) replies.push(reply);
  return replies;
}

/** What a command says in the end. */
export async function run(command: Command, asked: CommandRequest, app: App): Promise<Reply> {
  const reply = (await repliesOf(command, asked, app)).at(-1);
  if (reply === undefined) throw new Error('the command said nothing');
  return reply;
}

/** The words of a reply, a line each, as Discord's markdown. */
export function wordsOf(reply: Reply): string {
  return reply.blocks.flatMap((block) => ('pieces' in block ? [lineToMarkdown(block)] : [])).join('\n');
}

export function buttonsOf(reply: Reply): readonly string[] {
  return reply.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  );
}

/** What the button of a reply presses. */
export function pressOf(reply: Reply, label: string): string {
  const buttons = reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  return buttons.find((button) => button.label === label)?.press ?? `there is no button "${label}"`;
}

/** Presses a button of a command by its custom id. */
export async function pressButton(
  command: Command,
  customId: string,
  {
    app,
    reader,
    isPrivate = false,
  }: { readonly app: TestApp; readonly reader: Reader; readonly isPrivate?: boolean },
): Promise<Reply> {
  const [name, verb = '', ...rest] = customId.split(':');
  expect(name).toBe(command.data.name);
  const pressed: PressRequest = {
    id: '2',
    verb,
    arguments: rest,
    values: [],
    isPrivate,
    reader,
    channelId: '3',
    receivedAt: app.now,
  };
  if (command.press === undefined) throw new Error('nothing answers the button');
  const replies: Reply[] = [];
  for await (const reply of eachReply(command.press(pressed, app))) replies.push(reply);
  const last = replies.at(-1);
  if (last === undefined) throw new Error('the button said nothing');
  return last;
}
