import { setTimeout as sleep } from 'node:timers/promises';
import { farFrom } from '../../../bench/parts/digests/due-world.ts';
import { addChannel, addForum, addGuild } from '../../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../../emulator/start.ts';
import { type Channel, channelType } from '../../../emulator/world.ts';
import { threadReference } from '../../../src/domain/delivery-names.ts';
import { type Delivery, type Digest, usualDigest } from '../../../src/domain/digest.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Bot, spawnBot } from '../../end-to-end/bot.ts';

export interface KillPlan {
  readonly storeUrl: string;
  /** How many digests are due. */
  readonly due: number;
  /** What is started, a process each. */
  readonly processes: readonly Readonly<Record<string, string>>[];
  readonly program?: string;
  /** After so many posts each, one process is killed, or all of them, and started again after `restMs`. */
  readonly killsAfter: readonly number[];
  readonly who: 'one' | 'all';
  readonly restMs: number;
  readonly nonceWindowMs?: number;
  readonly seed: number;
  /** Which requests meet with a 429, or are done and answered with a 500: two of a hundred each; `posts` as usual. */
  readonly faulty?: RegExp;
  /** How long it may take in all. */
  readonly withinMs: number;
}

/** What stands on the small Discord, against what the store says. */
export interface KillReport {
  /** Requests that were answered with 429, and those that were done and answered with 500. */
  readonly limited: number;
  readonly unanswered: number;
  readonly states: Readonly<Record<string, number>>;
  readonly missing: number;
  readonly doubled: number;
  /** Posts whose thread was filled; what is wrong with its reply. */
  readonly threads: number;
  readonly missingCards: number;
  readonly doubledCards: number;
  /** What was not done after a post. */
  readonly unfinished: readonly string[];
}

const minuteMs = 60_000;
const digestsOfChannel = 5;

/** Requests that post: into channels and threads, and those of forums. */
const posts = /^\/channels\/\d+\/(?:messages|threads)$/;

/** Guilds with four channels each, for every kind of post. */
function placesFor(emulator: Emulator, count: number): readonly Channel[] {
  const { world, first } = emulator;
  return Array.from({ length: Math.ceil(count / digestsOfChannel / 4) }, (_, index) => {
    const guild = addGuild(world, `Guild ${index}`, first.admin.id);
    return [
      addChannel(world, guild, 'news'),
      addChannel(world, guild, 'more'),
      addChannel(world, guild, 'announcements', 'announcement'),
      addForum(world, guild, 'forum'),
    ];
  }).flat();
}

function digestIn({ id: channelId, guildId = '', type }: Channel, index: number): Digest {
  return {
    ...usualDigest,
    id: `digest-${String(index).padStart(5, '0')}`,
    guildId,
    channelId,
    name: `Digest ${index}`,
    times: [farFrom(Date.now())],
    style: index % digestsOfChannel === 0 ? 'threads' : 'cards',
    skipEmpty: false,
    publish: type === channelType.announcement && index % digestsOfChannel === 1,
    createdBy: '300',
    createdAt: Date.now() - minuteMs,
    nextRunAt: Date.now() - minuteMs,
  };
}

/** Resolves at the message of that number. */
function createCounter({ world }: Emulator): (number: number) => Promise<void> {
  let seen = 0;
  const waiting = new Set<() => void>();
  world.observe(({ type }) => {
    if (type !== 'message.created') return;
    seen += 1;
    for (const look of waiting) look();
  });
  return async (number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => (seen >= number ? resolve() : undefined);
    waiting.add(look);
    look();
    await promise;
    waiting.delete(look);
  };
}

/** How often each reference stands in each channel, what is in its threads included. */
function tally({ world }: Emulator): (delivery: Delivery, reference: string) => number {
  const counts = new Map<string, number>();
  for (const { channelId, components } of world.messages.values()) {
    const place = world.channels.get(channelId)?.parentId ?? channelId;
    for (const [, reference] of JSON.stringify(components).matchAll(/ref ([0-9a-f]{6})/g)) {
      const key = `${place}:${reference}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return ({ channelId }, reference) => counts.get(`${channelId}:${reference}`) ?? 0;
}

function injectFaults({ faults }: Emulator, { seed, faulty: route = posts }: KillPlan): void {
  const rate = { method: 'POST', route, share: 0.02 };
  faults.often({ ...rate, seed, status: 429, retryAfter: 0.1, scope: 'shared' });
  faults.often({ ...rate, seed: seed + 1, status: 500, afterWork: true });
}

/** Starts what is killed and started again. */
async function startAll({ processes, program, storeUrl }: KillPlan, emulator: Emulator) {
  const start = async (settings: Readonly<Record<string, string>>): Promise<Bot> => {
    const bot = spawnBot(emulator, { LOG_LEVEL: 'info', ...settings, STORE_URL: storeUrl }, program);
    await bot.logged('bot.ready');
    return bot;
  };
  const running = await Promise.all(
    processes.map(async (settings) => ({ settings, bot: await start(settings) })),
  );
  return {
    async kill(indexes: readonly number[], restMs: number): Promise<void> {
      const killed = running.filter((_, index) => indexes.includes(index));
      await Promise.all(killed.map(({ bot }) => bot.stop('SIGKILL')));
      await sleep(restMs);
      for (const one of killed) one.bot = await start(one.settings);
    },
    stop: () => Promise.all(running.map(({ bot }) => bot.stop())),
  };
}

const isOpen = ({ state, afterwards }: Delivery): boolean =>
  state === 'pending' || state === 'claimed' || afterwards === 'due';

/** The deliveries, once each has ended, or when the time is over. */
async function settled(store: Store, digests: readonly Digest[], withinMs: number): Promise<Delivery[]> {
  const until = Date.now() + withinMs;
  for (;;) {
    const deliveries = (await Promise.all(digests.map(({ id }) => store.digests.deliveries(id, 1)))).flat();
    const isOver = deliveries.length === digests.length && !deliveries.some(isOpen);
    if (isOver || Date.now() > until) return deliveries;
    await sleep(250);
  }
}
function reportOf(
  emulator: Emulator,
  digests: readonly Digest[],
  deliveries: readonly Delivery[],
): KillReport {
  const count = tally(emulator);
  const threaded = new Set(digests.filter(({ style }) => style === 'threads').map(({ id }) => id));
  const posts = deliveries.map((delivery) => count(delivery, delivery.reference));
  const cards = deliveries
    .filter(({ digestId, afterwards }) => threaded.has(digestId) && afterwards === 'done')
    .map((delivery) => count(delivery, threadReference(delivery.reference)));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const extra = (numbers: readonly number[]) => sum(numbers.map((number) => Math.max(0, number - 1)));
  const ends = Map.groupBy(deliveries, ({ state }) => state);
  return {
    limited: emulator.faults.struck({ status: 429 }),
    unanswered: emulator.faults.struck({ status: 500 }),
    states: Object.fromEntries([...ends].map(([state, ended]) => [state, ended.length])),
    missing: digests.length - posts.filter((number) => number > 0).length,
    doubled: extra(posts),
    threads: cards.length,
    missingCards: cards.filter((number) => number === 0).length,
    doubledCards: extra(cards),
    unfinished: [
      ...new Set(
        deliveries.flatMap(({ afterwards = 'done' }) => (afterwards === 'done' ? [] : [afterwards])),
      ),
    ],
  };
}

/** Kills processes while they deliver what is due, and counts what stands in the channels in the end. */
export async function killDeliverers(plan: KillPlan): Promise<KillReport> {
  const { storeUrl, due, killsAfter, who, restMs, nonceWindowMs, withinMs } = plan;
  const emulator = await startEmulator(nonceWindowMs === undefined ? {} : { nonceWindowMs });
  const store = await openStore(storeUrl, { now: Date.now });
  try {
    const places = placesFor(emulator, due);
    const digests = places
      .flatMap((place) => Array.from({ length: digestsOfChannel }, () => place))
      .slice(0, due)
      .map(digestIn);
    for (const digest of digests) await store.digests.add(digest);
    injectFaults(emulator, plan);
    const reached = createCounter(emulator);
    const processes = await startAll(plan, emulator);
    for (const [kill, after] of killsAfter.entries()) {
      await reached(after);
      const all = plan.processes.map((_, index) => index);
      await processes.kill(who === 'all' ? all : [kill % all.length], restMs);
    }
    const deliveries = await settled(store, digests, withinMs);
    await processes.stop();
    return reportOf(emulator, digests, deliveries);
  } finally {
    await store.close();
    await emulator.close();
  }
}
