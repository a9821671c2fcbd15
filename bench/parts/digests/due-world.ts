import { type Emulator, startEmulator } from '../../../emulator/start.ts';
import { type Digest, usualDigest } from '../../../src/domain/digest.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { sampleArticles, variedArticles } from '../articles.ts';

/** What Discord takes of a bot in a second, and how long it takes to answer. */
export const allowedPerSecond = 50;
export const answerMs = 200;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const channelsOfGuild = 25;
const articleCount = 300;
const seed = 20_261_126;

/** Where a digest is posted. */
export type Channel = ReturnType<Emulator['addGuild']>[number];

/** A Discord with its limit and its delay, and channels for so many digests. */
export async function startLimitedWorld(count: number): Promise<{
  readonly emulator: Emulator;
  readonly channels: readonly Channel[];
}> {
  const emulator = await startEmulator({ limits: { globalPerSecond: allowedPerSecond } });
  const names = Array.from({ length: channelsOfGuild }, (_, number) => `digest-${number}`);
  const guildCount = Math.ceil(count / channelsOfGuild);
  const channels = Array.from({ length: guildCount }, (_, index) =>
    emulator.addGuild(`Guild ${index}`, names),
  );
  emulator.faults.often({
    method: 'POST',
    route: '/channels/:channelId/messages',
    share: 1,
    seed,
    afterWork: true,
    gate: () => new Promise((resolve) => setTimeout(resolve, answerMs)),
  });
  return { emulator, channels: channels.flat().slice(0, count) };
}

const topicsOf = (index: number): readonly string[] =>
  [[], ['Politics'], ['Business'], ['Science', 'Health'], ['Sport']][index % 5] ?? [];

/** Twelve hours on: the digest is not due again while it is looked at. */
export const farFrom = (at: number): string =>
  `${String((new Date(at).getUTCHours() + 12) % 24).padStart(2, '0')}:00`;

function digestIn({ id: channelId, guildId = '' }: Channel, index: number, dueAt: number): Digest {
  return {
    ...usualDigest,
    id: `digest-${String(index).padStart(6, '0')}`,
    guildId,
    channelId,
    name: `Digest ${index}`,
    times: [farFrom(dueAt)],
    topics: topicsOf(index),
    stories: 3 + (index % 4),
    skipEmpty: false,
    createdBy: '300',
    createdAt: dueAt - 24 * hourMs,
    nextRunAt: dueAt,
  };
}

/** Fills a store with the news of the last hours, and with a digest for each channel, all due at the same minute. */
export async function fillStore(url: string, channels: readonly Channel[], dueAt: number): Promise<void> {
  const store = await openStore(url, { now: Date.now });
  try {
    const now = Date.now();
    const varied = variedArticles(await sampleArticles(), articleCount, seed);
    const articles = varied.map((article, index) => {
      const publishedAt = now - hourMs - index * minuteMs;
      return { ...article, publishedAt, storedAt: publishedAt };
    });
    await store.articles.putAll(articles);
    for (const [index, channel] of channels.entries())
      await store.digests.add(digestIn(channel, index, dueAt));
  } finally {
    await store.close();
  }
}
