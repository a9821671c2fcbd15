import { type Client, Events, type Guild, Options } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addGuild, addPerson } from '../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { connect } from './client.ts';

let emulator: Emulator;
let client: Client<true>;
let now = Date.UTC(2026, 4, 4, 12);

beforeEach(async () => {
  emulator = await startEmulator({ now: () => now });
});

afterEach(async () => {
  await client.destroy();
  await emulator.close();
});

const inGeneral = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);
const inDm = () => emulator.person(emulator.first.member).inDm();

async function general() {
  const channel = await client.channels.fetch(emulator.first.channels.general.id);
  if (channel?.isSendable() !== true) throw new Error('#general takes messages');
  return channel;
}

/** The words of the messages the client hears, and a wait for the one that says `last`. */
function listen() {
  const words: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  client.on(Events.MessageCreate, ({ content }) => {
    words.push(content);
    if (content === 'last') resolve();
  });
  return { words, last: promise };
}

describe('a request that goes wrong', () => {
  const route = '/channels/:channelId/messages';
  const once = { content: 'news', nonce: 'n-1', enforceNonce: true };

  beforeEach(async () => {
    client = await connect(emulator);
  });

  it('is waited out when there were too many', async () => {
    emulator.faults.once({ method: 'POST', route, status: 429, retryAfter: 0.05 });
    const limited = emulator.next('request');
    const message = await (await general()).send('patience');
    expect(await limited).toMatchObject({ status: 429 });
    expect(
      inGeneral()
        .messages()
        .map(({ id }) => id),
    ).toEqual([message.id]);
  });

  it.each([
    ['before the work', false],
    ['after the work', true],
  ])('%s, with status 500, leaves one message when the nonce is enforced', async (_, afterWork) => {
    emulator.faults.once({ method: 'POST', route, status: 500, afterWork });
    const message = await (await general()).send(once);
    expect(
      inGeneral()
        .messages()
        .map(({ id }) => id),
    ).toEqual([message.id]);
  });

  it('after the work leaves two messages without a nonce', async () => {
    emulator.faults.once({ method: 'POST', route, status: 502, afterWork: true });
    await (await general()).send('news');
    expect(inGeneral().messages()).toHaveLength(2);
  });

  it.each([
    ['before the work', false, 0],
    ['after the work', true, 1],
  ])('%s, by a cut connection, fails, and the next try makes one message', async (_, afterWork, made) => {
    const channel = await general();
    emulator.faults.once({ method: 'POST', route: /messages$/, status: 'drop', afterWork });
    await expect(channel.send(once)).rejects.toThrow();
    expect(inGeneral().messages()).toHaveLength(made);
    await channel.send(once);
    expect(inGeneral().messages()).toHaveLength(1);
  });
});

describe('a gateway that goes wrong', () => {
  it('tells an event twice when it is asked to, and a client that keeps no messages hears it twice', async () => {
    client = await connect(emulator, { makeCache: Options.cacheWithLimits({ MessageManager: 0 }) });
    const { words, last } = listen();
    emulator.gateway.sendTwice('MESSAGE_CREATE');
    inDm().say('one');
    inDm().say('last');
    await last;
    expect(words).toEqual(['one', 'one', 'last']);
  });

  it.each([
    ['cuts the connection', () => emulator.gateway.drop()],
    ['asks for a reconnect', () => emulator.gateway.askForReconnect()],
    ['invalidates a session that may be resumed', () => emulator.gateway.invalidateSessions(true)],
  ])('%s: the client resumes and hears what was said meanwhile, once', async (_, disturb) => {
    client = await connect(emulator);
    const { words, last } = listen();
    const resumed = emulator.next('gateway.resumed');
    disturb();
    inDm().say('meanwhile');
    await resumed;
    inDm().say('last');
    await last;
    expect(words).toEqual(['meanwhile', 'last']);
  });

  it('ends a session: the client begins a new one, and what was said meanwhile is lost', async () => {
    client = await connect(emulator);
    const { words, last } = listen();
    const identified = emulator.next('gateway.identified');
    emulator.gateway.invalidateSessions();
    inDm().say('lost');
    await identified;
    inDm().say('last');
    await last;
    expect(words).toEqual(['last']);
  });

  it('turns a client with a wrong token away', async () => {
    client = await connect(emulator);
    const other: Promise<unknown> = connect({ ...emulator, token: 'wrong' });
    await expect(other).rejects.toThrow('invalid token');
  });
});

describe('two shards', () => {
  it('share the guilds, and the first has the direct messages', async () => {
    const owner = addPerson(emulator.world, { username: 'kim' });
    for (let count = 0; count < 5; count += 1) {
      now += 1; // ids follow the clock, and shards follow ids
      addGuild(emulator.world, `Guild ${count}`, owner.id);
    }
    client = await connect(emulator, { shards: [0, 1], shardCount: 2 });
    const shardOf = ({ id }: Guild) => Number(BigInt(id) >> 22n) % 2;
    const guilds = [...client.guilds.cache.values()];
    expect(guilds).toHaveLength(6);
    expect(guilds.map(({ shardId }) => shardId)).toEqual(guilds.map(shardOf));
    expect(new Set(guilds.map(shardOf)).size).toBe(2);
    const { words, last } = listen();
    inDm().say('last');
    await last;
    expect(words).toEqual(['last']);
  });
});
