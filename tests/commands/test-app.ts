import { expect, onTestFinished } from 'vitest';
import { createDigestComposer } from '../../commands/digest/compose-digest.ts';
import { createMemory } from '../../src/answer/remember.ts';
import type { App, Command } from '../../src/app.ts';
import { createFinder } from '../../src/brief/findings.ts';
import { withSpeakers } from '../../src/brief/note-speakers.ts';
import { createDeliverer } from '../../src/digest/delivery/deliver.ts';
import { createDrafts } from '../../src/digest/draft.ts';
import { repliesOf as eachReply } from '../../src/discord/progress.ts';
import { createAllowance } from '../../src/domain/allowance.ts';
import type { CommandRequest, PressRequest } from '../../src/domain/command.ts';
import type { Delivery } from '../../src/domain/digest.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { ChannelAccess, Post, Poster, PostOutcome } from '../../src/domain/poster.ts';
import type { Block, Button, Line, Reply } from '../../src/domain/reply.ts';
import type { Reader } from '../../src/domain/scope.ts';
import type { StoryStore } from '../../src/domain/story-store.ts';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import { loadSamples } from '../../src/ingest/load-samples.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { createFileIntake } from '../../src/ingest/take-in-file.ts';
import { createLinkIntake } from '../../src/ingest/take-in-link.ts';
import { paintChart } from '../../src/render/chart/paint-chart.ts';
import { withLateness } from '../../src/render/digest/late-line.ts';
import { lineToMarkdown } from '../../src/render/markdown.ts';
import { guildSettings, proposedFeeds, untoldAlerts } from '../../src/store/guild-state.ts';
import { openStore } from '../../src/store/open-store.ts';
import { acquainted, conversations } from '../../src/store/person-state.ts';
import { withTopics } from '../../src/story/with-topics.ts';
import { recordingLog } from '../recording-log.ts';
import { createTestFeeds, type TestFeeds } from './test-feeds.ts';

/** One for all tests of a file: a process takes a while to start. */
const { readDocument } = createReadingPool();

/** The morning after the newest sample. */
export const morning = Date.UTC(2026, 10, 25, 7);

export interface TestApp extends App {
  readonly stories: StoryStore;
  readonly feeds: TestFeeds;
  readonly feedStore: FeedStore;
  readonly posted: readonly Post[];
  /** Ids of the messages that were published, and names of the threads that were opened. */
  readonly published: readonly string[];
  readonly threads: readonly string[];
  /** Deliveries of which their guild was told. */
  readonly alerted: readonly Delivery[];
  /** The bytes behind each attachment's address. */
  readonly files: Map<string, Uint8Array>;
  /** Outcomes of the next posts; when there are none left, posts succeed. */
  readonly outcomes: PostOutcome[];
  /** Rights the bot lacks, and what is no text channel, by channel. */
  readonly missing: Map<string, readonly string[]>;
  readonly kinds: Map<string, ChannelAccess['kind']>;
  /** Forums that take no post without a tag. */
  readonly strict: Set<string>;
  /** Roles that Discord does not let the bot notify. */
  readonly silentRoles: Set<string>;
  /** UTC milliseconds; set it to move time. */
  now: number;
}

/** The real app over a store in memory, with the samples in it where nothing else is said, and a poster that records. */
export async function createTestApp({ samples = true } = {}): Promise<TestApp> {
  const time = { now: morning };
  const clock = { now: () => time.now };
  const { log } = recordingLog();
  const store = await openStore('sqlite::memory:', clock);
  onTestFinished(() => store.close());
  const { digests, speakers, stories } = store;
  const feeds = createTestFeeds(store.feeds);
  const articles = withTopics(withSpeakers(store.articles, speakers));
  if (samples) await loadSamples(new URL('../../data/articles/', import.meta.url), articles, clock);

  const posted: Post[] = [];
  const published: string[] = [];
  const threads: string[] = [];
  const alerted: Delivery[] = [];
  const outcomes: PostOutcome[] = [];
  const missing = new Map<string, readonly string[]>();
  const kinds = new Map<string, ChannelAccess['kind']>();
  const strict = new Set<string>();
  const silentRoles = new Set<string>();
  const poster: Poster = {
    async post(post) {
      const outcome = outcomes.shift() ?? { ok: true, messageId: `m${posted.length + 1}` };
      if (outcome.ok) posted.push(post);
      return outcome;
    },
    find: async () => ({ kind: 'absent' }),
    access: (channelId) => ({
      kind: kinds.get(channelId) ?? 'messages',
      missing: missing.get(channelId) ?? [],
      ...(strict.has(channelId) && { wantsTag: true }),
    }),
    notifies: (_, roleId) => !silentRoles.has(roleId),
    async publish(_, messageId) {
      published.push(messageId);
      return { ok: true, messageId };
    },
    async openThread(_, messageId, name) {
      threads.push(name);
      return { ok: true, messageId };
    },
  };

  const find = createFinder(100_000);
  const drawChart: App['drawChart'] = async (chart) => paintChart(chart);
  const draftDigest = createDrafts({
    stores: { articles, stories, digests, feeds: store.feeds, find },
    compose: createDigestComposer({ find, drawChart }),
  });
  const deliverer = createDeliverer({
    digests,
    poster,
    clock,
    log,
    claimant: 'test',
    draft: draftDigest,
    dated: withLateness,
    async tell(delivery) {
      alerted.push(delivery);
      return true;
    },
  });
  onTestFinished(() => deliverer.stop());
  const files = new Map<string, Uint8Array>();
  const takeIn = createFileIntake({
    articles,
    clock,
    readDocument,
    takeFile: createAllowance(20, 600_000, clock.now),
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
    untoldAlerts: untoldAlerts(store),
    poster,
    conversations: conversations(store),
    ...createMemory(clock.now, store),
    takeQuestion: createAllowance(20, 600_000, clock.now),
    acquainted: acquainted(store),
    clock,
    log,
    find,
    drawChart,
    takeIn,
    takeInLink: createLinkIntake({
      ...web,
      articles,
      clock,
      readDocument,
      takeLink: createAllowance(2, 60_000, clock.now),
    }),
    draftDigest,
    deliverNow: () => deliverer.tick(),
    posted,
    published,
    threads,
    alerted,
    files,
    outcomes,
    missing,
    kinds,
    strict,
    silentRoles,
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

const linesOf = (block: Block): readonly Line[] => {
  if (block.kind === 'section') return block.lines;
  return 'pieces' in block ? [block] : [];
};

/** The words of a reply, a line each, as Discord's markdown. */
export function wordsOf(reply: Reply): string {
  return reply.blocks.flatMap(linesOf).map(lineToMarkdown).join('\n');
}

const allButtons = (reply: Reply): readonly Button[] =>
  reply.blocks.flatMap((block) => {
    if (block.kind === 'section') return [block.button];
    return block.kind === 'buttons' ? block.buttons : [];
  });

export function buttonsOf(reply: Reply): readonly string[] {
  return allButtons(reply).map(({ label }) => label);
}

/** What the button of a reply presses. */
export function pressOf(reply: Reply, label: string): string {
  const found = allButtons(reply).find((button) => button.label === label);
  return found?.press ?? `there is no button "${label}"`;
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
