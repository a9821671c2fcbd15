import { type Client, Events, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addRole, removeBot, returnBot } from '../../emulator/build-world.ts';
import { permission, usualPermissions } from '../../emulator/permissions.ts';
import { changeRole, clearOverwrite, removeRole, setMemberRoles } from '../../emulator/rights.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { connect } from './client.ts';

let emulator: Emulator;
let client: Client<true>;

beforeEach(async () => {
  emulator = await startEmulator();
  client = await connect(emulator);
});

afterEach(async () => {
  await client.destroy();
  await emulator.close();
});

const admin = () => emulator.person(emulator.first.admin).in(emulator.first.channels.general);
const member = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);

function general(): GuildBasedChannel {
  const channel = client.guilds.cache.first()?.channels.cache.get(emulator.first.channels.general.id);
  if (channel === undefined) throw new Error('the client knows #general');
  return channel;
}

const mayWrite = () => {
  const me = client.guilds.cache.first()?.members.me;
  return me != null && general().permissionsFor(me).has(PermissionFlagsBits.SendMessages);
};

/** Waits for what the client hears of a change. */
async function heard<
  E extends 'channelUpdate' | 'roleUpdate' | 'roleCreate' | 'roleDelete' | 'guildMemberUpdate',
>(event: E, change: () => void): Promise<void> {
  const told = new Promise<void>((resolve) => client.once(event, () => resolve()));
  change();
  await told;
}

async function send(): Promise<unknown> {
  const channel = general();
  return channel.isSendable() ? await channel.send('x') : undefined;
}

describe('rights that change while a client of discord.js listens', () => {
  it('in a channel: it is shut out by a person, and let in again', async () => {
    const bot = emulator.world.bot;
    await heard('channelUpdate', () => admin().setRights(bot, { deny: permission.sendMessages }));
    expect(mayWrite()).toBe(false);
    await expect(send()).rejects.toMatchObject({ code: 50013 });
    await heard('channelUpdate', () => admin().setRights(bot, { deny: permission.viewChannel }));
    await expect(send()).rejects.toMatchObject({ code: 50001 });
    await heard('channelUpdate', () => clearOverwrite(emulator.world, general().id, bot.id));
    expect(mayWrite()).toBe(true);
    await send();
  });

  it('of a role: it is told of the role, of having it, and of what it comes to allow', async () => {
    const { guild } = emulator.first;
    changeRole(emulator.world, guild, guild.id, { permissions: usualPermissions & ~permission.sendMessages });
    await heard('roleCreate', () => {
      const { id } = addRole(emulator.world, guild, 'speakers', 0n);
      setMemberRoles(emulator.world, guild, emulator.world.bot.id, [id]);
    });
    const role = client.guilds.cache.first()?.roles.cache.find(({ name }) => name === 'speakers');
    const id = role?.id ?? '';
    expect(mayWrite()).toBe(false);
    await heard('roleUpdate', () =>
      changeRole(emulator.world, guild, id, { permissions: permission.sendMessages }),
    );
    expect(mayWrite()).toBe(true);
    await send();
    await heard('roleDelete', () => removeRole(emulator.world, guild, id));
    expect(mayWrite()).toBe(false);
    await expect(send()).rejects.toMatchObject({ code: 50013 });
  });

  it('of another member it hears nothing', async () => {
    const { guild } = emulator.first;
    let count = 0;
    client.on(Events.Raw, ({ t }: { t?: string }) => {
      if (t === 'GUILD_MEMBER_UPDATE') count += 1;
    });
    const role = addRole(emulator.world, guild, 'readers', 0n);
    setMemberRoles(emulator.world, guild, emulator.first.member.id, [role.id]);
    await heard('guildMemberUpdate', () =>
      setMemberRoles(emulator.world, guild, emulator.world.bot.id, [role.id]),
    );
    expect(count).toBe(1);
  });

  it('are not changed by who may not, nor is a channel deleted', () => {
    expect(() => member().setRights(emulator.world.bot, {})).toThrow('may not change the rights in #general');
    expect(() => member().deleteChannel()).toThrow('may not delete #general');
  });
});

describe('a channel that is deleted', () => {
  it('is told, and takes nothing any more', async () => {
    const channel = general();
    const told = new Promise((resolve) => client.once(Events.ChannelDelete, resolve));
    admin().deleteChannel();
    expect(await told).toMatchObject({ id: channel.id });
    await expect(channel.isSendable() ? channel.send('x') : undefined).rejects.toMatchObject({
      status: 404,
      code: 10003,
    });
  });

  it('goes for a thread alone too', async () => {
    const message = admin().say('hello').message;
    const created = new Promise((resolve) => client.once(Events.ThreadCreate, resolve));
    const thread = admin().startThread(message, 'talk');
    expect(await created).toMatchObject({ id: message.id, name: 'talk', parentId: general().id });
    const told = new Promise((resolve) => client.once(Events.ThreadDelete, resolve));
    emulator.person(emulator.first.admin).in(thread).deleteChannel();
    expect(await told).toMatchObject({ id: thread.id });
    expect(client.channels.cache.has(general().id)).toBe(true);
  });

  it('is not missed when the bot is put out of its guild and comes back', async () => {
    const { guild } = emulator.first;
    const left = new Promise((resolve) => client.once(Events.GuildDelete, resolve));
    removeBot(emulator.world, guild);
    await left;
    admin().deleteChannel();
    const back = new Promise((resolve) => client.once(Events.GuildCreate, resolve));
    returnBot(emulator.world, guild);
    await back;
    expect(client.channels.cache.has(emulator.first.channels.general.id)).toBe(false);
  });
});

describe('threads and posts by a client of discord.js', () => {
  it('a thread on a message, which is archived by a person and opened by a word of the bot', async () => {
    const channel = general();
    if (!channel.isSendable()) throw new Error('#general takes messages');
    const message = await channel.send('news');
    const thread = await message.startThread({ name: 'talk' });
    const closed = new Promise((resolve) => client.once(Events.ThreadUpdate, resolve));
    const inThread = emulator.world.channels.get(thread.id);
    if (inThread === undefined) throw new Error('the thread is there');
    emulator.person(emulator.first.admin).in(inThread).closeThread();
    await closed;
    expect(thread.archived).toBe(true);
    const opened = new Promise((resolve) => client.once(Events.ThreadUpdate, resolve));
    await thread.send('again');
    await opened;
    expect(thread.archived).toBe(false);
  });

  it('a post with a tag, found again among the active threads', async () => {
    const forum = await client.channels.fetch(emulator.first.channels.forum.id);
    if (forum?.isThreadOnly() !== true) throw new Error('a forum takes posts');
    const [tag] = forum.availableTags;
    const thread = await forum.threads.create({
      name: 'Monday',
      message: { content: 'news' },
      appliedTags: tag === undefined ? [] : [tag.id],
    });
    expect([tag?.name, thread.appliedTags]).toEqual(['Daily', [tag?.id]]);
    expect((await thread.fetchStarterMessage())?.content).toBe('news');
    const { threads } = await forum.guild.channels.fetchActiveThreads();
    expect([...threads.keys()]).toEqual([thread.id]);
  });
});
