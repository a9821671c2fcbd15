import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addForum, setBotPermissions } from '../../emulator/build-world.ts';
import { everyPermission, permission, usualPermissions } from '../../emulator/permissions.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { changeThread } from '../../emulator/threads.ts';
import { messageFlag } from '../../emulator/world.ts';
import { mistakesOf, request } from './api.ts';

let emulator: Emulator;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 4, 12);
  emulator = await startEmulator({ now: () => now });
});

afterEach(() => emulator.close());

const ask = (method: string, path: string, body?: object) => request(emulator, method, path, { body });
const general = () => emulator.first.channels.general.id;
const forum = () => emulator.first.channels.forum.id;
const admin = () => emulator.person(emulator.first.admin);
const member = () => emulator.person(emulator.first.member);
const send = (channelId: string, content = 'news') =>
  ask('POST', `/channels/${channelId}/messages`, { content });

/** A message of the bot in #general with a thread on it; both have one id. */
async function threadOnMessage(): Promise<string> {
  const { body } = await send(general());
  const id = String(body.id);
  await ask('POST', `/channels/${general()}/messages/${id}/threads`, { name: 'talk' });
  return id;
}

const threadAt = (id: string) => {
  const thread = emulator.world.channels.get(id);
  if (thread === undefined) throw new Error('the thread is gone');
  return thread;
};

describe('a thread on a message', () => {
  it('has its id, and the message tells of it', async () => {
    const id = await threadOnMessage();
    const { body } = await ask('GET', `/channels/${general()}/messages/${id}`);
    expect(body).toMatchObject({
      flags: messageFlag.hasThread,
      thread: { id, name: 'talk', type: 11, parent_id: general(), thread_metadata: { archived: false } },
    });
  });

  it('is one, whoever started it', async () => {
    const { message } = member().in(emulator.first.channels.general).say('hello');
    const thread = member().in(emulator.first.channels.general).startThread(message, 'mine');
    const second = await ask('POST', `/channels/${general()}/messages/${thread.id}/threads`, { name: 'x' });
    expect(second).toMatchObject({ status: 400, body: { code: 160004 } });
  });

  it('of an announcement channel is one of announcements', async () => {
    const { announcements } = emulator.first.channels;
    const { body } = await send(announcements.id);
    const at = `/channels/${announcements.id}/messages/${body.id}/threads`;
    expect((await ask('POST', at, { name: 'talk' })).body.type).toBe(10);
  });

  it.each([
    ['without the right to start one', usualPermissions & ~permission.createPublicThreads, 50013],
    ['in a channel out of sight', 0n, 50001],
  ])('is refused %s', async (_, rights, code) => {
    const { body } = await send(general());
    setBotPermissions(emulator.world, general(), rights);
    const at = `/channels/${general()}/messages/${body.id}/threads`;
    expect((await ask('POST', at, { name: 'talk' })).body.code).toBe(code);
  });

  it('takes messages by a right of its own, not by that of its channel', async () => {
    const id = await threadOnMessage();
    setBotPermissions(emulator.world, general(), usualPermissions & ~permission.sendMessages);
    expect((await send(id)).status).toBe(200);
    setBotPermissions(emulator.world, general(), usualPermissions & ~permission.sendMessagesInThreads);
    expect((await send(id)).body.code).toBe(50013);
    expect((await ask('POST', `/channels/${id}/typing`)).body.code).toBe(50013);
  });

  it('goes with its channel', async () => {
    const id = await threadOnMessage();
    admin().in(emulator.first.channels.general).deleteChannel();
    expect((await send(id)).body.code).toBe(10003);
  });

  it.each([
    ['no name', {}, { name: 'BASE_TYPE_REQUIRED' }],
    ['a name that is too long', { name: 'x'.repeat(101) }, { name: 'BASE_TYPE_BAD_LENGTH' }],
    [
      'a time that cannot be chosen',
      { name: 'x', auto_archive_duration: 5 },
      { auto_archive_duration: 'BASE_TYPE_CHOICES' },
    ],
  ])('is refused with %s', async (_, body, mistakes) => {
    const message = await send(general());
    const at = `/channels/${general()}/messages/${message.body.id}/threads`;
    expect(mistakesOf((await ask('POST', at, body)).body.errors)).toEqual(mistakes);
  });
});

describe('a thread of no message', () => {
  it.each([
    ['is public when that is asked for', { name: 'talk', type: 11 }, 201],
    ['is refused without a word on its type, as that would be a private one', { name: 'talk' }, 400],
  ])('%s', async (_, body, status) => {
    expect((await ask('POST', `/channels/${general()}/threads`, body)).status).toBe(status);
  });
});

describe('an archived thread', () => {
  it('is opened by a message of the bot or of a person', async () => {
    const id = await threadOnMessage();
    const seat = member().in(threadAt(id));
    for (const write of [() => send(id), async () => seat.say('still here')]) {
      admin().in(threadAt(id)).closeThread();
      await write();
      expect(threadAt(id).thread?.isArchived).toBe(false);
    }
  });

  it.each([
    ['locked and archived', { isLocked: true, isArchived: true }, 50083],
    ['locked', { isLocked: true }, 160005],
  ])('that is %s takes nothing, unless the bot may manage threads', async (_, change, code) => {
    const id = await threadOnMessage();
    changeThread(emulator.world, id, change);
    expect((await send(id)).body.code).toBe(code);
    expect(() => member().in(threadAt(id)).say('x')).toThrow('may not write');
    setBotPermissions(emulator.world, general(), usualPermissions | permission.manageThreads);
    expect((await send(id)).status).toBe(200);
  });

  it('has no message edited, and lets one be deleted', async () => {
    const id = await threadOnMessage();
    const { body } = await send(id);
    changeThread(emulator.world, id, { isArchived: true });
    const one = `/channels/${id}/messages/${body.id}`;
    expect((await ask('PATCH', one, { content: 'x' })).body.code).toBe(50083);
    expect((await ask('DELETE', one)).status).toBe(204);
  });
});

describe('a post of a forum', () => {
  const message = { content: 'news' };
  const post = (body: object, at = forum()) => ask('POST', `/channels/${at}/threads`, body);

  it('is a thread and its first message, with one id', async () => {
    const { status, body } = await post({ name: 'Monday', message });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      type: 11,
      name: 'Monday',
      parent_id: forum(),
      message_count: 0,
      applied_tags: [],
      message: { id: body.id, channel_id: body.id, content: 'news' },
    });
    expect((await ask('GET', `/channels/${body.id}/messages`)).body).toMatchObject([message]);
  });

  it('may be made of components, and have files', async () => {
    const components = [{ type: 13, file: { url: 'attachment://a.txt' } }];
    const body = { name: 'x', message: { flags: messageFlag.componentsV2, components } };
    const sent = { body, files: { 'a.txt': 'words' } };
    expect(
      (await request(emulator, 'POST', `/channels/${forum()}/threads`, sent)).body.message,
    ).toMatchObject({
      flags: messageFlag.componentsV2,
      components: [{ name: 'a.txt', size: 5 }],
    });
  });

  it('is posted twice when it is asked for twice, whatever its nonce', async () => {
    const body = { name: 'x', message: { ...message, nonce: 'n-1', enforce_nonce: true } };
    expect((await post(body)).body.id).not.toBe((await post(body)).body.id);
  });

  it('bears tags of its forum, and must where they are required', async () => {
    const strict = addForum(emulator.world, emulator.first.guild, 'strict', ['Daily'], true);
    const [daily] = strict.tags ?? [];
    const { body } = await ask('GET', `/channels/${strict.id}`);
    expect(body).toMatchObject({ flags: 16, available_tags: [{ id: daily?.id, name: 'Daily' }] });
    const wanted = { name: 'x', message };
    expect((await post(wanted, strict.id)).body.code).toBe(40067);
    expect((await post({ ...wanted, applied_tags: [general()] }, strict.id)).body.code).toBe(10087);
    const tagged = await post({ ...wanted, applied_tags: [daily?.id] }, strict.id);
    expect(tagged.body.applied_tags).toEqual([daily?.id]);
  });

  it.each([
    ['no message', { name: 'x' }, { message: 'BASE_TYPE_REQUIRED' }],
    ['no name', { message }, { name: 'BASE_TYPE_REQUIRED' }],
    [
      'six tags',
      { name: 'x', message, applied_tags: Array.from({ length: 6 }, String) },
      { applied_tags: 'BASE_TYPE_MAX_LENGTH' },
    ],
    [
      'words that are too long',
      { name: 'x', message: { content: 'x'.repeat(2001) } },
      { 'message.content': 'BASE_TYPE_MAX_LENGTH' },
    ],
  ])('is refused with %s', async (_, body, mistakes) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect(mistakesOf(answer.errors)).toEqual(mistakes);
  });

  it('needs the right to write, not that to start threads, and leaves nothing when it is refused', async () => {
    setBotPermissions(emulator.world, forum(), usualPermissions & ~permission.createPublicThreads);
    expect((await post({ name: 'x', message })).status).toBe(201);
    setBotPermissions(emulator.world, forum(), usualPermissions & ~permission.sendMessages);
    expect((await post({ name: 'x', message })).body.code).toBe(50013);
    setBotPermissions(emulator.world, forum(), everyPermission);
    expect((await post({ name: 'x', message: {} })).body.code).toBe(50006);
    const { body } = await ask('GET', `/guilds/${emulator.first.guild.id}/threads/active`);
    expect(body.threads).toHaveLength(1);
  });

  it('is the only way in: the forum itself takes no message and no command', async () => {
    expect((await send(forum())).body.code).toBe(50008);
    const seat = member().in(emulator.first.channels.forum);
    expect(() => seat.say('x')).toThrow('may not write');
    expect(() => seat.run({ name: 'latest' })).toThrow('there is no /latest here');
  });
});

describe('the lists of threads', () => {
  it('are of the active ones that the bot sees, newest first, and of a channel’s archived ones', async () => {
    const first = await threadOnMessage();
    const posted = await ask('POST', `/channels/${forum()}/threads`, {
      name: 'x',
      message: { content: 'x' },
    });
    const second = String(posted.body.id);
    const active = async () => {
      const { body } = await ask('GET', `/guilds/${emulator.first.guild.id}/threads/active`);
      return Array.isArray(body.threads) ? body.threads.map(({ id }) => id) : [];
    };
    expect(await active()).toEqual([second, first]);
    setBotPermissions(emulator.world, general(), 0n);
    expect(await active()).toEqual([second]);
    changeThread(emulator.world, second, { isArchived: true });
    expect(await active()).toEqual([]);
    const { body } = await ask('GET', `/channels/${forum()}/threads/archived/public`);
    expect(body).toMatchObject({ threads: [{ id: second }], has_more: false });
  });
});
