import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setBotPermissions } from '../../emulator/build-world.ts';
import { permission, usualPermissions } from '../../emulator/permissions.ts';
import { changeRole } from '../../emulator/rights.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import { mistakesOf, request } from './api.ts';

let emulator: Emulator;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 4, 12);
  emulator = await startEmulator({ now: () => now });
});

afterEach(() => emulator.close());

const general = () => `/channels/${emulator.first.channels.general.id}`;
const send = (body: object, at = general()) => request(emulator, 'POST', `${at}/messages`, { body });
const get = (path: string) => request(emulator, 'GET', path);
const inGeneral = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);

describe('an enforced nonce', () => {
  const once = { content: 'news', nonce: 'n-1', enforce_nonce: true };

  it('gives the first message again', async () => {
    const first = await send(once);
    const second = await send({ ...once, content: 'other words' });
    expect(second.body).toEqual(first.body);
    expect(inGeneral().messages()).toHaveLength(1);
  });

  it.each([
    ['another nonce', { ...once, nonce: 'n-2' }, 0],
    ['a nonce that is not enforced', { ...once, enforce_nonce: false }, 0],
    ['the same after some minutes', once, 4 * 60_000],
  ])('%s makes another message', async (_, body, laterMs) => {
    await send(once);
    now += laterMs;
    await send(body);
    expect(inGeneral().messages()).toHaveLength(2);
  });

  it('counts for its author in every channel', async () => {
    const first = await send(once);
    const other = await send(once, `/channels/${emulator.first.channels.newsroom.id}`);
    expect(other.body.id).toBe(first.body.id);
  });

  it('of a message that was deleted is an unknown message', async () => {
    const { body } = await send(once);
    await request(emulator, 'DELETE', `${general()}/messages/${body.id}`);
    expect((await send(once)).body.code).toBe(10008);
    now += 4 * 60_000;
    expect((await send(once)).status).toBe(200);
  });

  it('is forgotten as soon as a test wishes', async () => {
    const forgetful = await startEmulator({ now: () => now, nonceWindowMs: 1000 });
    const at = `/channels/${forgetful.first.channels.general.id}/messages`;
    const post = async () => (await request(forgetful, 'POST', at, { body: once })).body.id;
    const first = await post();
    expect(await post()).toBe(first);
    now += 1001;
    expect(await post()).not.toBe(first);
    await forgetful.close();
  });
});

describe('what the bot may', () => {
  const rights = (...bits: bigint[]) => bits.reduce((sum, bit) => sum | bit, permission.viewChannel);
  const { sendMessages } = permission;

  it.each([
    ['look into the channel', 0n, { content: 'x' }, 50001],
    ['write', rights(), { content: 'x' }, 50013],
    ['embed', rights(sendMessages), { embeds: [{ title: 'x' }] }, 50013],
    [
      'answer without reading back',
      rights(sendMessages),
      { content: 'x', message_reference: { message_id: 'ASKED' } },
      50013,
    ],
  ])('without the right to %s it is refused', async (_, bits, body, code) => {
    const { message } = inGeneral().say('hello');
    setBotPermissions(emulator.world, emulator.first.channels.general.id, bits);
    const asked: object = JSON.parse(JSON.stringify(body).replace('ASKED', message.id));
    expect(await send(asked)).toMatchObject({ status: 403, body: { code } });
  });

  it('it attaches files only with the right to', async () => {
    setBotPermissions(emulator.world, emulator.first.channels.general.id, rights(sendMessages));
    const sent = { body: { content: 'x' }, files: { 'a.txt': 'a' } };
    expect((await request(emulator, 'POST', `${general()}/messages`, sent)).body.code).toBe(50013);
  });

  it('reading back without the right to gives nothing', async () => {
    await send({ content: 'x' });
    setBotPermissions(emulator.world, emulator.first.channels.general.id, rights(sendMessages));
    expect((await get(`${general()}/messages`)).body).toEqual([]);
  });

  it('it answers a message that is gone with an ordinary one, if it wishes', async () => {
    const seat = inGeneral();
    const { message } = seat.say('hello');
    seat.remove(message);
    const reference = { message_id: message.id, fail_if_not_exists: false };
    const { status, body } = await send({ content: 'x', message_reference: reference });
    expect([status, body.type, body.message_reference]).toEqual([200, 0, undefined]);
  });

  it('it sends no file over 10 MiB', async () => {
    const sent = { body: { content: 'x' }, files: { 'a.txt': 'x'.repeat(10 * 1024 * 1024 + 1) } };
    expect(await request(emulator, 'POST', `${general()}/messages`, sent)).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
  });

  it('it neither edits nor deletes the messages of others', async () => {
    const { message } = inGeneral().say('mine');
    const one = `${general()}/messages/${message.id}`;
    expect((await request(emulator, 'PATCH', one, { body: { content: 'x' } })).body.code).toBe(50005);
    expect((await request(emulator, 'DELETE', one)).body.code).toBe(50013);
  });

  it.each([
    ['a channel that is not there', 'POST', '/channels/11111111111111111/messages', 10003],
    ['a message that is not there', 'GET', 'GENERAL/messages/11111111111111111', 10008],
    ['a guild that is not there', 'GET', '/guilds/11111111111111111', 10004],
    ['a person who is not there', 'POST', '/users/@me/channels', 10013],
    ['a route that is not there', 'GET', '/nowhere', 0],
  ])('%s is unknown', async (_, method, path, code) => {
    const body = method === 'POST' ? { content: 'x', recipient_id: '11111111111111111' } : undefined;
    const result = await request(emulator, method, path.replace('GENERAL', general()), { body });
    expect(result).toMatchObject({ status: 404, body: { code } });
  });

  it('an id that is none is told as a mistake of the form', async () => {
    const { body } = await get('/channels/general');
    expect(mistakesOf(body.errors)).toEqual({ channel_id: 'NUMBER_TYPE_COERCE' });
  });

  it('a wrong token is unauthorized', async () => {
    expect((await request(emulator, 'GET', '/users/@me', { token: 'wrong' })).status).toBe(401);
  });

  it('a person who takes no direct messages gets none', async () => {
    const { member } = emulator.first;
    emulator.world.closedToDms.add(member.id);
    const { body } = await request(emulator, 'POST', '/users/@me/channels', {
      body: { recipient_id: member.id },
    });
    expect((await send({ content: 'x' }, `/channels/${body.id}`)).body.code).toBe(50007);
  });
});

describe('a channel’s messages', () => {
  it.each([
    ['the newest first', '', [5, 4, 3, 2, 1, 0]],
    ['so many', '?limit=2', [5, 4]],
    ['before one', '?before=ID&limit=2', [2, 1]],
    ['after one, the next ones', '?after=ID&limit=1', [4]],
    ['around one', '?around=ID&limit=3', [4, 3, 2]],
  ])('are listed: %s', async (_, query, expected) => {
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1)
      ids.push(String((await send({ content: `${index}` })).body.id));
    const { body } = await get(`${general()}/messages${query.replace('ID', ids[3] ?? '')}`);
    expect(body).toMatchObject(expected.map((index) => ({ content: `${index}` })));
    expect(body).toHaveLength(expected.length);
  });

  it.each(['0', '101', 'all'])('are not listed %s at a time', async (limit) => {
    const { status, body } = await get(`${general()}/messages?limit=${limit}`);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 50035 });
  });

  it('an edit keeps what it does not name, and the flag of components for good', async () => {
    const first = await send({ flags: messageFlag.componentsV2, components: [{ type: 10, content: 'a' }] });
    const one = `${general()}/messages/${first.body.id}`;
    const edited = await request(emulator, 'PATCH', one, {
      body: { components: [{ type: 10, content: 'b' }] },
    });
    expect(edited.body).toMatchObject({ flags: messageFlag.componentsV2, components: [{ content: 'b' }] });
    const refused = await request(emulator, 'PATCH', one, { body: { content: 'words' } });
    expect(Object.keys(mistakesOf(refused.body.errors))).toEqual(['content']);
  });

  it('files are served from the address that the message gives, and go when an edit drops them', async () => {
    const sent = {
      body: { attachments: [{ id: 0, description: 'A note' }] },
      files: { 'my note.txt': 'words' },
    };
    const { body } = await request(emulator, 'POST', `${general()}/messages`, sent);
    expect(body.attachments).toMatchObject([{ filename: 'my_note.txt', size: 5, description: 'A note' }]);
    const [message] = inGeneral().messages();
    const served = await fetch(message?.attachments[0]?.url ?? '');
    expect(await served.text()).toBe('words');
    const one = `${general()}/messages/${body.id}`;
    const edited = await request(emulator, 'PATCH', one, { body: { content: 'gone', attachments: [] } });
    expect(edited.body.attachments).toEqual([]);
  });

  it('a message of an announcement channel is published once', async () => {
    const at = `/channels/${emulator.first.channels.announcements.id}`;
    const { body } = await send({ content: 'x' }, at);
    const publish = () => request(emulator, 'POST', `${at}/messages/${body.id}/crosspost`);
    const told = emulator.next('message.edited');
    expect((await publish()).body.flags).toBe(messageFlag.crossposted);
    expect((await told).message.flags).toBe(messageFlag.crossposted);
    expect((await publish()).body.code).toBe(40033);
  });

  it('so many messages are published in an hour, and no more', async () => {
    const strict = await startEmulator({ now: () => now, publishingsPerHour: 2 });
    const at = `/channels/${strict.first.channels.announcements.id}/messages`;
    const publish = async () => {
      const { body } = await request(strict, 'POST', at, { body: { content: 'x' } });
      return await request(strict, 'POST', `${at}/${body.id}/crosspost`);
    };
    expect((await publish()).status).toBe(200);
    now += 600_000;
    expect((await publish()).status).toBe(200);
    expect(await publish()).toMatchObject({ status: 429, body: { retry_after: 3000, global: false } });
    now += 3_000_000;
    expect((await publish()).status).toBe(200);
    await strict.close();
  });

  it.each([
    ['publishes its own message with the right to write', true, permission.sendMessages, 200],
    ['does not publish its own without it', true, 0n, 403],
    ['does not publish another’s with the right to write', false, permission.sendMessages, 403],
    ['publishes another’s with the right to manage messages', false, permission.manageMessages, 200],
  ])('the bot %s', async (_, isOwn, right, status) => {
    const { announcements } = emulator.first.channels;
    const at = `/channels/${announcements.id}`;
    const id = isOwn
      ? (await send({ content: 'x' }, at)).body.id
      : emulator.person(emulator.first.admin).in(announcements).say('x').message.id;
    setBotPermissions(emulator.world, announcements.id, permission.viewChannel | right);
    expect((await request(emulator, 'POST', `${at}/messages/${id}/crosspost`)).status).toBe(status);
  });

  it('a message of another channel cannot be published', async () => {
    const { body } = await send({ content: 'x' });
    const result = await request(emulator, 'POST', `${general()}/messages/${body.id}/crosspost`);
    expect(result.body.code).toBe(50024);
  });

  it('a thread on a message has its id, and takes messages', async () => {
    const { body } = await send({ content: 'x' });
    const start = () =>
      request(emulator, 'POST', `${general()}/messages/${body.id}/threads`, { body: { name: 'talk' } });
    expect(await start()).toMatchObject({ status: 201, body: { id: body.id, name: 'talk', type: 11 } });
    expect((await start()).body.code).toBe(160004);
    expect((await send({ content: 'y' }, `/channels/${body.id}`)).status).toBe(200);
  });
});

describe('who is notified', () => {
  const pinged = (body: object) => {
    const { member, guild } = emulator.first;
    const role = [...guild.roles.values()].find(({ name }) => name === 'editors')?.id ?? '';
    const filled = JSON.stringify(body).replaceAll('MEMBER', member.id).replaceAll('ROLE', role);
    return send(JSON.parse(filled));
  };
  const content = '<@MEMBER> <@&ROLE> @everyone';

  it.each([
    ['without a word on it: the person and the role', {}, 1, 1],
    ['nobody', { allowed_mentions: { parse: [] } }, 0, 0],
    ['people only', { allowed_mentions: { parse: ['users'] } }, 1, 0],
    ['one person', { allowed_mentions: { users: ['MEMBER'] } }, 1, 0],
    ['one role', { allowed_mentions: { roles: ['ROLE'] } }, 0, 1],
  ])('%s', async (_, rules, people, roles) => {
    const { body } = await pinged({ content, ...rules });
    expect(body.mentions).toHaveLength(people);
    expect(body.mention_roles).toHaveLength(roles);
    expect(body.mention_everyone).toBe(false);
  });

  it('a role that may not be mentioned, only with the right to notify everyone', async () => {
    const { guild, channels } = emulator.first;
    const role = [...guild.roles.values()].find(({ name }) => name === 'editors');
    changeRole(emulator.world, guild, role?.id ?? '', { isMentionable: false });
    const body = { content, allowed_mentions: { roles: ['ROLE'] } };
    expect((await pinged(body)).body.mention_roles).toEqual([]);
    setBotPermissions(emulator.world, channels.general.id, usualPermissions | permission.mentionEveryone);
    expect((await pinged(body)).body.mention_roles).toEqual([role?.id]);
    expect(inGeneral().messages().at(-1)?.pings.roleIds).toEqual([role?.id]);
  });

  it('text displays notify as content does', async () => {
    const { body } = await pinged({ flags: messageFlag.componentsV2, components: [{ type: 10, content }] });
    expect(body.mentions).toHaveLength(1);
  });

  it('everyone, only with the right to', async () => {
    const rights = usualPermissions | permission.mentionEveryone;
    setBotPermissions(emulator.world, emulator.first.channels.general.id, rights);
    expect((await pinged({ content })).body.mention_everyone).toBe(true);
  });

  it('whom an answer answers, unless it says not to', async () => {
    const { message } = inGeneral().say('hello');
    const answer = { content: 'x', message_reference: { message_id: message.id } };
    expect((await send(answer)).body.mentions).toHaveLength(1);
    const quiet = { ...answer, allowed_mentions: { parse: [], replied_user: false } };
    expect((await send(quiet)).body.mentions).toHaveLength(0);
  });
});
