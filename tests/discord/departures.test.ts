import { Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addGuild, removeBot, returnBot, strikeOutage } from '../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import { createDepartures, type Departures } from '../../src/discord/departures.ts';
import { isOnShard, type Membership, readMembership } from '../../src/discord/memberships.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { recordingLog } from '../recording-log.ts';
import { dayMs, newArticle, newDigest, start } from '../store/bench.ts';
import { testPace } from './test-pace.ts';

let store: Store;
let now: number;
let events: string[];
let departures: Departures;
const clock = { now: () => now };

beforeEach(async () => {
  now = start;
  store = await openStore('sqlite::memory:', clock);
  const recording = recordingLog();
  events = recording.events;
  departures = createDepartures({
    guilds: store.guilds,
    forgetGuild: store.forgetGuild,
    clock,
    log: recording.log,
  });
});
afterEach(() => store.close());

const left = () => store.guilds.left(Number.MAX_SAFE_INTEGER, 99);
const haveDigest = (guildId: string) => store.digests.add(newDigest({ guildId }));

/** Ids of guilds on the two shards of two. */
const [even, odd] = [`${2n << 22n}`, `${3n << 22n}`];
const ready = (guildIds: readonly string[], shard: { readonly index: number; readonly count: number }) =>
  departures.hear({ kind: 'all', guildIds, shard });
const alone = { index: 0, count: 1 };

describe('a packet of the gateway', () => {
  it.each<[string, unknown, Membership | undefined]>([
    [
      'names all guilds of a shard, those in an outage too',
      { t: 'READY', d: { guilds: [{ id: '1', unavailable: true }, { id: '2' }], shard: [1, 4] } },
      { kind: 'all', guildIds: ['1', '2'], shard: { index: 1, count: 4 } },
    ],
    [
      'names those of the only shard',
      { t: 'READY', d: { guilds: [] } },
      { kind: 'all', guildIds: [], shard: alone },
    ],
    ['tells of a guild', { t: 'GUILD_CREATE', d: { id: '1', name: 'x' } }, { kind: 'came', guildId: '1' }],
    [
      'tells of a guild in an outage',
      { t: 'GUILD_CREATE', d: { id: '1', unavailable: true } },
      { kind: 'came', guildId: '1' },
    ],
    ['tells of a departure', { t: 'GUILD_DELETE', d: { id: '1' } }, { kind: 'left', guildId: '1' }],
    [
      'tells of a departure in full',
      { t: 'GUILD_DELETE', d: { id: '1', unavailable: false } },
      { kind: 'left', guildId: '1' },
    ],
    ['tells of an outage', { t: 'GUILD_DELETE', d: { id: '1', unavailable: true } }, undefined],
    ['tells of something else', { t: 'MESSAGE_CREATE', d: { id: '1' } }, undefined],
    ['has a form nobody knows', { t: 'READY', d: { guilds: 'none' } }, undefined],
    ['is none', null, undefined],
  ])('that %s', (_, packet, news) => {
    expect(readMembership(packet)).toEqual(news);
  });

  it.each([
    [even, 0, true],
    [even, 1, false],
    [odd, 1, true],
    ['not an id', 0, false],
  ])('%s on shard %i of two: %s', (guildId, index, isThere) => {
    expect(isOnShard(guildId, { index, count: 2 })).toBe(isThere);
  });
});

describe('guilds that left while nobody listened', () => {
  it('are noted when their shard names its guilds, and no others', async () => {
    for (const guildId of [even, odd]) await haveDigest(guildId);
    await ready([], { index: 0, count: 2 });
    expect(await left()).toEqual([even]);
    await ready([odd], { index: 1, count: 2 });
    expect(await left()).toEqual([even]);
    await ready([even], { index: 0, count: 2 });
    expect(await left()).toEqual([]);
    expect(events).toEqual(['guild.left', 'guild.back']);
  });

  it('are not noted where nothing of them is kept, and keep their first time', async () => {
    await haveDigest(even);
    await ready([odd], alone);
    now += dayMs;
    await ready([odd], alone);
    expect(await store.guilds.left(start, 9)).toEqual([even]);
    expect(events).toEqual(['guild.left']);
  });
});

describe('a guild that was left', () => {
  it('is forgotten after thirty days, not before', async () => {
    await store.articles.put(newArticle({ scope: `guild:${even}` }));
    await departures.hear({ kind: 'left', guildId: even });
    now = start + 30 * dayMs - 1;
    await departures.tick();
    expect(await store.articles.count([`guild:${even}`])).toBe(1);
    const later = createDepartures({
      guilds: store.guilds,
      forgetGuild: store.forgetGuild,
      clock: { now: () => start + 30 * dayMs },
      log: recordingLog().log,
    });
    await later.tick();
    expect(await store.articles.count([`guild:${even}`])).toBe(0);
    expect(await left()).toEqual([]);
  });

  it('is kept when the bot is back in time', async () => {
    await store.articles.put(newArticle({ scope: `guild:${even}` }));
    await departures.hear({ kind: 'left', guildId: even });
    await departures.hear({ kind: 'came', guildId: even });
    now = start + 99 * dayMs;
    await departures.tick();
    expect(await store.articles.count([`guild:${even}`])).toBe(1);
    expect(events).toEqual(['guild.left', 'guild.back']);
  });

  it('is one of five that are forgotten at a tick', async () => {
    for (let count = 0; count < 7; count += 1) await departures.hear({ kind: 'left', guildId: `${count}` });
    now = start + 31 * dayMs;
    await departures.tick();
    expect(await left()).toEqual(['5', '6']);
  });

  it('stays noted when forgetting fails, and the failure is logged', async () => {
    await departures.hear({ kind: 'left', guildId: even });
    now = start + 31 * dayMs;
    const { log, events: failures } = recordingLog();
    const failing = createDepartures({
      guilds: store.guilds,
      forgetGuild: async () => await Promise.reject(new Error('disk full')),
      clock,
      log,
    });
    await failing.tick();
    expect(failures).toEqual(['guild.not-forgotten']);
    expect(await left()).toEqual([even]);
  });
});

describe('on the wire', () => {
  it('departures and returns are heard, those during a cut connection too; an outage is none', async () => {
    const emulator: Emulator = await startEmulator();
    const client = createClient({ apiUrl: emulator.url, pace: testPace() });
    onTestFinished(async () => {
      await client.destroy();
      await emulator.close();
    });
    const told: string[] = [];
    let look: () => void = () => undefined;
    client.on(Events.Raw, (packet: unknown) => {
      const news = readMembership(packet);
      if (news === undefined) return;
      void departures.hear(news).then(() => {
        told.push(news.kind);
        look();
      });
    });
    const until = (wanted: string) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      look = () => {
        if (told.join(' ') === wanted) resolve();
      };
      look();
      return promise;
    };
    await connect(client, emulator.token);
    await until('all came');
    const { guild, admin } = emulator.first;
    const other = addGuild(emulator.world, 'Elsewhere', admin.id);
    await until('all came came');
    for (const { id } of [guild, other]) await haveDigest(id);
    strikeOutage(emulator.world, guild);
    removeBot(emulator.world, other);
    await until('all came came left');
    expect(await left()).toEqual([other.id]);
    returnBot(emulator.world, guild); // the outage is over
    returnBot(emulator.world, other);
    await until('all came came left came came');
    expect(await left()).toEqual([]);
    emulator.gateway.drop();
    removeBot(emulator.world, other);
    await until('all came came left came came left');
    expect(await left()).toEqual([other.id]);
  });
});
