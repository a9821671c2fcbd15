import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addChannel,
  addGuild,
  addPerson,
  removeBot,
  removeChannel,
  renameGuild,
  setBotPermissions,
} from '../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { request } from './api.ts';
import { connectRaw, type RawGateway } from './raw-gateway.ts';

const intents = { guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12 };
const all = intents.guilds | intents.guildMessages | intents.directMessages;

let emulator: Emulator;
let now = Date.UTC(2026, 4, 4, 12);
const opened: RawGateway[] = [];

beforeEach(async () => {
  emulator = await startEmulator({ now: () => now });
});

afterEach(async () => {
  for (const gateway of opened.splice(0)) gateway.close(1000);
  await emulator.close();
});

async function open(query?: string): Promise<RawGateway> {
  const gateway = await connectRaw(emulator, query);
  opened.push(gateway);
  return gateway;
}

async function identified(wanted = all, shard?: readonly [number, number]): Promise<RawGateway> {
  const gateway = await open();
  gateway.send(2, { token: emulator.token, intents: wanted, ...(shard === undefined ? {} : { shard }) });
  await gateway.event('READY');
  return gateway;
}

const inGeneral = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);

describe('a connection', () => {
  it('is greeted with the beat to keep, and each beat is answered', async () => {
    const gateway = await open();
    expect(await gateway.op(10)).toMatchObject({ d: { heartbeat_interval: 41_250 } });
    gateway.send(1, null);
    expect(await gateway.op(11)).toMatchObject({ d: null });
  });

  it.each([
    ['a wrong token', { token: 'wrong' }, 4004],
    ['no intents', { intents: undefined }, 4013],
    ['an intent that does not exist', { intents: 1 << 30 }, 4013],
    ['the intent for message content', { intents: all | (1 << 15) }, 4014],
    ['a shard beyond the last', { shard: [2, 2] }, 4010],
  ])('that identifies itself with %s is closed', async (_, wrong, code) => {
    const gateway = await open();
    gateway.send(2, { token: emulator.token, intents: all, ...wrong });
    expect(await gateway.closed).toBe(code);
  });

  it.each([
    ['an opcode that does not exist', 99, {}, 4001],
    ['a presence before it is known', 3, {}, 4003],
  ])('that sends %s is closed', async (_, op, data, code) => {
    const gateway = await open();
    gateway.send(op, data);
    expect(await gateway.closed).toBe(code);
  });

  it('that identifies itself twice is closed', async () => {
    const gateway = await identified();
    gateway.send(2, { token: emulator.token, intents: all });
    expect(await gateway.closed).toBe(4005);
  });

  it('of another version is closed', async () => {
    const gateway = await open('v=8&encoding=json');
    expect(await gateway.closed).toBe(4012);
  });

  it('that sends what is not JSON is closed', async () => {
    const gateway = await open();
    gateway.sendText('{');
    expect(await gateway.closed).toBe(4002);
  });
});

describe('a session', () => {
  it('begins with the bot and the names of its guilds, which follow', async () => {
    const gateway = await identified();
    const { guild, channels } = emulator.first;
    expect(await gateway.event('READY')).toMatchObject({
      s: 1,
      d: { v: 10, user: { username: 'Newsbot', bot: true }, guilds: [{ id: guild.id, unavailable: true }] },
    });
    const created = await gateway.event('GUILD_CREATE');
    expect(created).toMatchObject({ s: 2, d: { id: guild.id, unavailable: false } });
    expect(Object(created.d).channels).toHaveLength(Object.keys(channels).length);
    expect(Object(created.d).members).toHaveLength(1);
  });

  it('tells of a message with its member, and of others’ words nothing', async () => {
    const gateway = await identified();
    const { message } = inGeneral().say('hello');
    const told = await gateway.event('MESSAGE_CREATE');
    expect(told.d).toMatchObject({
      id: message.id,
      guild_id: emulator.first.guild.id,
      content: '',
      member: { roles: [] },
      channel_type: 0,
    });
  });

  it.each([
    ['of guilds', intents.guilds, 'dm'],
    ['of direct messages', intents.directMessages, 'guild'],
  ])('with the intent %s alone hears nothing of the other place', async (_, wanted, silentPlace) => {
    const gateway = await identified(wanted);
    const seat = silentPlace === 'dm' ? emulator.person(emulator.first.member).inDm() : inGeneral();
    seat.say('unheard');
    gateway.send(1, null);
    await gateway.op(11);
    expect(gateway.heard('MESSAGE_CREATE')).toHaveLength(0);
  });

  it('hears that somebody types with the intents for that alone', async () => {
    const typing = await identified((1 << 11) | (1 << 14));
    const other = await identified();
    const { channels, member, guild } = emulator.first;
    const dm = emulator.person(member).inDm().say('hello').message.channelId;
    for (const id of [dm, channels.general.id]) {
      expect((await request(emulator, 'POST', `/channels/${id}/typing`)).status).toBe(204);
    }
    const heard = await typing.until(({ t, d }) => t === 'TYPING_START' && Object(d).guild_id === guild.id);
    expect(heard.d).toMatchObject({ channel_id: channels.general.id, user_id: emulator.world.bot.id });
    expect(typing.heard('TYPING_START').map(({ d }) => Object(d).channel_id)).toEqual([
      dm,
      channels.general.id,
    ]);
    other.send(1, null);
    await other.op(11);
    expect(other.heard('TYPING_START')).toHaveLength(0);
  });

  it('hears nothing of a channel that the bot may not look into', async () => {
    const gateway = await identified();
    setBotPermissions(emulator.world, emulator.first.channels.general.id, 0n);
    inGeneral().say('unseen');
    gateway.send(1, null);
    await gateway.op(11);
    expect(gateway.heard('MESSAGE_CREATE')).toHaveLength(0);
    expect(gateway.heard('CHANNEL_UPDATE')).toHaveLength(1);
  });

  it('hears of edits and deletions', async () => {
    const gateway = await identified();
    const seat = emulator.person(emulator.first.member).inDm();
    const { message } = seat.say('one');
    seat.edit(message, 'two');
    seat.remove(message);
    expect((await gateway.event('MESSAGE_UPDATE')).d).toMatchObject({ id: message.id, content: 'two' });
    const gone = await gateway.event('MESSAGE_DELETE');
    expect(gone.d).toEqual({ id: message.id, channel_id: message.channelId });
  });

  it('hears of new guilds and channels', async () => {
    const gateway = await identified();
    await gateway.event('GUILD_CREATE');
    const owner = addPerson(emulator.world, { username: 'kim' });
    const guild = addGuild(emulator.world, 'Second', owner.id);
    addChannel(emulator.world, guild, 'lobby');
    const channel = await gateway.event('CHANNEL_CREATE');
    expect(channel.d).toMatchObject({ guild_id: guild.id, name: 'lobby' });
    expect(gateway.heard('GUILD_CREATE')).toHaveLength(2);
  });

  it('hears of a channel taken away, a guild renamed and left', async () => {
    const gateway = await identified();
    const { world, first } = emulator;
    removeChannel(world, first.channels.newsroom);
    removeBot(world, renameGuild(world, first.guild, 'Harbour'));
    expect((await gateway.event('CHANNEL_DELETE')).d).toMatchObject({ name: 'newsroom' });
    expect((await gateway.event('GUILD_UPDATE')).d).toMatchObject({ id: first.guild.id, name: 'Harbour' });
    expect((await gateway.event('GUILD_DELETE')).d).toEqual({ id: first.guild.id });
    const channel = `/channels/${first.channels.general.id}`;
    expect((await request(emulator, 'GET', channel)).body.code).toBe(50001);
    expect(() => inGeneral().run({ name: 'any' })).toThrow('there is no /any here');
  });
});

describe('two shards', () => {
  it('share the guilds by Discord’s formula, and the first has the direct messages', async () => {
    const owner = addPerson(emulator.world, { username: 'kim' });
    for (let count = 0; count < 6; count += 1) {
      now += 1; // ids follow the clock, and shards follow ids
      addGuild(emulator.world, `Guild ${count}`, owner.id);
    }
    const shards = await Promise.all([identified(all, [0, 2]), identified(all, [1, 2])]);
    const named = await Promise.all(shards.map((shard) => shard.event('READY')));
    const ids = named.map(({ d }) =>
      Object(d).guilds.map((guild: { id: string }) => Number(BigInt(guild.id) >> 22n) % 2),
    );
    expect(ids.map((own) => [...new Set(own)])).toEqual([[0], [1]]);
    expect(ids.flat()).toHaveLength(7);
    emulator.person(emulator.first.member).inDm().say('hello');
    await shards[0]?.event('MESSAGE_CREATE');
    shards[1]?.send(1, null);
    await shards[1]?.op(11);
    expect(shards[1]?.heard('MESSAGE_CREATE')).toHaveLength(0);
  });
});

describe('a resume', () => {
  async function lost() {
    const gateway = await identified();
    const { d } = await gateway.event('READY');
    const last = await gateway.event('GUILD_CREATE');
    emulator.gateway.drop();
    expect(await gateway.closed).toBe(1006);
    return { sessionId: Object(d).session_id, seq: Number(last.s) };
  }

  it('brings what happened meanwhile, in order, and goes on', async () => {
    const { sessionId, seq } = await lost();
    const seat = emulator.person(emulator.first.member).inDm();
    for (const words of ['one', 'two']) seat.say(words);
    const again = await open();
    again.send(6, { token: emulator.token, session_id: sessionId, seq });
    await again.event('RESUMED');
    expect(again.heard('READY')).toHaveLength(0);
    expect(again.heard('MESSAGE_CREATE').map(({ s, d }) => [s, Object(d).content])).toEqual([
      [seq + 1, 'one'],
      [seq + 2, 'two'],
    ]);
    seat.say('three');
    await again.until(({ t, d }) => t === 'MESSAGE_CREATE' && Object(d).content === 'three');
  });

  it('of an unknown session is invalid', async () => {
    const gateway = await open();
    gateway.send(6, { token: emulator.token, session_id: 'gone', seq: 1 });
    expect(await gateway.op(9)).toMatchObject({ d: false });
  });

  it('after a polite goodbye is invalid', async () => {
    const gateway = await identified();
    const { d } = await gateway.event('READY');
    const closed = emulator.next('gateway.closed');
    gateway.close(1000);
    await closed;
    const again = await open();
    again.send(6, { token: emulator.token, session_id: Object(d).session_id, seq: 1 });
    expect(await again.op(9)).toMatchObject({ d: false });
  });

  it.each([
    ['with a wrong token', { token: 'wrong' }, 4004],
    ['from the future', { seq: 9999 }, 4007],
  ])('%s is closed', async (_, wrong, code) => {
    const { sessionId, seq } = await lost();
    const again = await open();
    again.send(6, { token: emulator.token, session_id: sessionId, seq, ...wrong });
    expect(await again.closed).toBe(code);
  });

  it('takes up a session that was invalidated but may be resumed', async () => {
    const gateway = await identified();
    const { d } = await gateway.event('READY');
    emulator.gateway.invalidateSessions(true);
    expect(await gateway.op(9)).toMatchObject({ d: true });
    gateway.send(6, { token: emulator.token, session_id: Object(d).session_id, seq: 2 });
    await gateway.event('RESUMED');
  });
});
