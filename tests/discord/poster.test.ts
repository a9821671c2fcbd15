import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { addRole, removeChannel, setBotPermissions } from '../../emulator/build-world.ts';
import { permission, usualPermissions } from '../../emulator/permissions.ts';
import type { Channel } from '../../emulator/world.ts';
import { createPoster } from '../../src/discord/poster.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { role, text } from '../../src/render/pieces.ts';
import { heardOfChange, heardOfEnd, type Posting, reference, reply, startPosting } from './posting.ts';

const messagesIn = ({ emulator }: Posting, { id }: Channel) =>
  [...emulator.world.messages.values()].filter(({ channelId }) => channelId === id);

const postRoute = { method: 'POST', route: '/channels/:channelId/messages' };

/** Takes rights away and waits until the client knows. */
async function leaveOnly({ emulator, client }: Posting, { id }: Channel, rights: bigint): Promise<void> {
  const heard = heardOfChange(client);
  setBotPermissions(emulator.world, id, rights);
  await heard;
}

describe('a post', () => {
  it('costs one request, even into a channel the client does not know', async () => {
    const posting = await startPosting();
    const { emulator, client, poster, asked, post } = posting;
    const { newsroom } = emulator.first.channels;
    client.channels.cache.delete(newsroom.id);
    expect(poster.access(newsroom.id, 'message')).toEqual({ kind: 'unknown', missing: [] });
    const outcome = await poster.post(post(newsroom));
    const [message] = messagesIn(posting, newsroom);
    expect(outcome).toEqual({ ok: true, messageId: message?.id });
    expect(asked).toEqual([`POST 200 /channels/${newsroom.id}/messages`]);
  });

  it('of which nothing may be shown any more is not sent: its headings alone say nothing', async () => {
    const told = { articleId: 'a', of: 'title', spans: [{ start: 0, end: 5 }], text: 'Ferry' } as const;
    const hollow = async ({ blocks }: Reply) => ({ blocks: blocks.slice(0, 1) });
    const { emulator, poster, asked, post } = await startPosting({}, hollow);
    const telling: Reply = { blocks: [text('1 story'), text({ kind: 'passage', passage: told })] };
    expect(await poster.post(post(emulator.first.channels.newsroom, { reply: telling }))).toEqual({
      ok: false,
      final: true,
      reason: 'the articles that it told of have changed or are not stored any more',
    });
    expect(asked).toEqual([]);
  });

  it('is there once, however often it is sent with one nonce', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { newsroom } = emulator.first.channels;
    const outcomes = [await poster.post(post(newsroom)), await poster.post(post(newsroom))];
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(messagesIn(posting, newsroom)).toHaveLength(1);
  });

  it('is sent a second time when its answer was lost, and is there once', async () => {
    const posting = await startPosting();
    const { emulator, poster, asked, waits, post } = posting;
    emulator.faults.once({ ...postRoute, status: 502, afterWork: true });
    expect(await poster.post(post(emulator.first.channels.newsroom))).toMatchObject({ ok: true });
    expect([asked.length, waits]).toEqual([2, [500]]);
    emulator.faults.once({ ...postRoute, status: 'drop' });
    emulator.faults.once({ ...postRoute, status: 500 });
    expect(await poster.post(post(emulator.first.channels.newsroom))).toMatchObject({
      ok: false,
      final: false,
    });
    expect(messagesIn(posting, emulator.first.channels.newsroom)).toHaveLength(1);
  });

  it('waits for a short limit, and gives a long one back at once', async () => {
    const { emulator, poster, asked, waits, post } = await startPosting();
    const { newsroom } = emulator.first.channels;
    emulator.faults.once({ ...postRoute, status: 429, retryAfter: 2 });
    expect(await poster.post(post(newsroom))).toMatchObject({ ok: true });
    expect(waits).toEqual([2_050]);
    emulator.faults.once({ ...postRoute, status: 429, retryAfter: 60 });
    expect(await poster.post(post(newsroom, { nonce: 'nonce-2' }))).toMatchObject({
      ok: false,
      final: false,
      retryMs: 60_050,
    });
    expect(asked).toHaveLength(3);
  });

  it('notifies the one role it is told to, and nobody else', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { newsroom } = emulator.first.channels;
    const editors = [...emulator.first.guild.roles.values()].find(({ name }) => name === 'editors');
    const mentionRoleId = editors?.id ?? '';
    const naming = { reply: { blocks: [text('For ', role(mentionRoleId))] } };
    await poster.post(post(newsroom, naming));
    await poster.post(post(newsroom, { ...naming, nonce: 'nonce-2', mentionRoleId }));
    const [quiet, loud] = messagesIn(posting, newsroom);
    expect(quiet?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] });
    expect(loud?.pings).toEqual({ everyone: false, userIds: [], roleIds: [mentionRoleId] });
  });

  it('carries its pictures, and says so where the bot may attach none', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { newsroom } = emulator.first.channels;
    const file = { name: 'chart.png', bytes: new Uint8Array([137, 80, 78, 71]) };
    const withPicture = {
      blocks: [...reply.blocks, { kind: 'picture', file, alt: 'Two bars', shows: [] } as const],
    };
    await poster.post(post(newsroom, { reply: withPicture }));
    await leaveOnly(posting, newsroom, usualPermissions & ~permission.attachFiles);
    await poster.post(post(newsroom, { reply: withPicture, nonce: 'nonce-2' }));
    const [whole, bare] = messagesIn(posting, newsroom);
    expect(whole?.attachments.map(({ filename }) => filename)).toEqual(['chart.png']);
    expect(bare?.attachments).toEqual([]);
    expect(JSON.stringify(bare?.components)).toContain('I need Attach Files');
  });
});

describe('a refusal', () => {
  it('that is known beforehand costs no request: what is missing is named', async () => {
    const posting = await startPosting();
    const { emulator, poster, asked, post } = posting;
    expect(await poster.post(post(emulator.first.channels.locked))).toEqual({
      ok: false,
      final: true,
      reason: 'I need: View Channel, Send Messages',
      trouble: 'rights',
    });
    const { newsroom } = emulator.first.channels;
    await leaveOnly(posting, newsroom, usualPermissions & ~permission.sendMessages);
    expect(poster.access(newsroom.id, 'message')).toEqual({ kind: 'messages', missing: ['Send Messages'] });
    expect(await poster.post(post(newsroom))).toMatchObject({ reason: 'I need: Send Messages' });
    expect(asked).toEqual([]);
  });

  it('of Discord’s is final, and says what people can mend', async () => {
    const { emulator, client, poster, asked, post } = await startPosting();
    const { locked } = emulator.first.channels;
    client.channels.cache.delete(locked.id);
    expect(await poster.post(post(locked))).toEqual({
      ok: false,
      final: true,
      reason: 'Discord refused it: Missing Access',
      trouble: 'rights',
    });
    expect(await poster.post({ ...post(locked), channelId: '123456789012345678' })).toEqual({
      ok: false,
      final: true,
      reason: 'the channel is gone',
      trouble: 'gone',
    });
    expect(asked).toHaveLength(2);
  });

  it('by a channel that was deleted costs no request', async () => {
    const { emulator, client, poster, asked, post } = await startPosting();
    const { newsroom } = emulator.first.channels;
    const heard = heardOfEnd(client);
    removeChannel(emulator.world, newsroom);
    await heard;
    expect(poster.access(newsroom.id, 'message')).toEqual({ kind: 'gone', missing: [] });
    expect(await poster.post(post(newsroom))).toMatchObject({ final: true, trouble: 'gone' });
    expect(asked).toEqual([]);
  });
});

describe('finding a post again', () => {
  const soughtIn = ({ id: channelId, guildId = '' }: Channel, since: number) => ({
    channelId,
    guildId,
    reference,
    since,
  });

  it('finds it under many messages of others, and not what others have quoted', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { newsroom } = emulator.first.channels;
    const since = Date.now();
    const robin = emulator.person(emulator.first.member).in(newsroom);
    for (let index = 0; index < 150; index += 1) robin.say(`ref ${reference}`);
    expect(await poster.find(soughtIn(newsroom, since))).toEqual({ kind: 'absent' });
    const posted = await poster.post(post(newsroom));
    for (let index = 0; index < 150; index += 1) robin.say('So it is.');
    expect(await poster.find(soughtIn(newsroom, since))).toEqual({
      kind: 'found',
      messageId: posted.ok ? posted.messageId : '',
    });
  });

  it('does not take a hidden history for an empty one', async () => {
    const posting = await startPosting();
    const { emulator, client, poster, asked, post } = posting;
    const { newsroom } = emulator.first.channels;
    const sought = soughtIn(newsroom, Date.now());
    await poster.post(post(newsroom));
    await leaveOnly(posting, newsroom, usualPermissions & ~permission.readMessageHistory);
    asked.length = 0;
    expect(await poster.find(sought)).toEqual({ kind: 'unreadable' });
    expect(asked).toEqual([]);
    client.channels.cache.delete(newsroom.id);
    expect(await poster.find(sought)).toEqual({ kind: 'unreadable' });
  });

  it('fails where Discord is away, as nothing is known then', async () => {
    const { emulator, poster } = await startPosting();
    const route = '/channels/:channelId/messages';
    emulator.faults.once({ method: 'GET', route, status: 503 });
    await expect(poster.find(soughtIn(emulator.first.channels.newsroom, Date.now()))).rejects.toThrow();
  });
});

describe('publishing', () => {
  const crosspost = { method: 'POST', route: '/channels/:channelId/messages/:messageId/crosspost' };

  it('publishes once, and takes what is published already for done', async () => {
    const { emulator, poster, post } = await startPosting();
    const { announcements } = emulator.first.channels;
    const posted = await poster.post(post(announcements));
    const messageId = posted.ok ? posted.messageId : '';
    expect(await poster.publish(announcements.id, messageId)).toEqual({ ok: true, messageId });
    expect(await poster.publish(announcements.id, messageId)).toEqual({ ok: true, messageId });
  });

  it('never waits for the hour that Discord’s limit on it lasts, nor do the next', async () => {
    const { emulator, poster, waits, post } = await startPosting();
    const { announcements } = emulator.first.channels;
    const posted = await poster.post(post(announcements));
    const messageId = posted.ok ? posted.messageId : '';
    emulator.faults.once({ ...crosspost, status: 429, retryAfter: 3_000 });
    expect(await poster.publish(announcements.id, messageId)).toMatchObject({
      ok: false,
      final: false,
      retryMs: 3_000_050,
    });
    expect(await poster.publish(announcements.id, messageId)).toMatchObject({ ok: true });
    expect(waits).toEqual([]);
  });
});

describe('a thread on a post', () => {
  it('is opened once, and takes messages', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { newsroom } = emulator.first.channels;
    const posted = await poster.post(post(newsroom));
    const messageId = posted.ok ? posted.messageId : '';
    expect(await poster.openThread(newsroom.id, messageId, 'News')).toEqual({ ok: true, messageId });
    expect(await poster.openThread(newsroom.id, messageId, 'News')).toEqual({ ok: true, messageId });
    const inThread = { channelId: messageId, nonce: 'nonce-2' };
    expect(await poster.post(post(newsroom, inThread))).toMatchObject({ ok: true });
  });

  it('is asked for only with the rights it needs', async () => {
    const posting = await startPosting();
    const { emulator, poster, asked } = posting;
    const { newsroom } = emulator.first.channels;
    await leaveOnly(posting, newsroom, usualPermissions & ~permission.createPublicThreads);
    expect(poster.access(newsroom.id, 'message').missing).toEqual([]);
    expect(poster.access(newsroom.id, 'threads').missing).toEqual(['Create Public Threads']);
    expect(await poster.openThread(newsroom.id, '123456789012345678', 'News')).toMatchObject({
      final: true,
      trouble: 'rights',
    });
    expect(asked).toEqual([]);
  });
});

it('where Discord has refused too much, nothing is asked of it, and the caller is told for how long', async () => {
  const posting = await startPosting();
  const { emulator, client, rest, asked, post } = posting;
  const { locked } = emulator.first.channels;
  client.channels.cache.delete(locked.id);
  const refused: true[] = [];
  const poster = createPoster({
    client,
    rest,
    keepLaw: async (lawful) => lawful,
    brake: { note: () => void refused.push(true), heldMs: () => (refused.length < 2 ? 0 : 60_000) },
  });
  await poster.post(post(locked));
  await poster.publish(locked.id, '123456789012345678');
  const held = { ok: false, final: false, reason: 'Discord has refused too much of late', retryMs: 60_000 };
  expect(await poster.post(post(locked))).toEqual(held);
  expect(await poster.publish(locked.id, '123456789012345678')).toEqual(held);
  expect(await poster.openThread(locked.id, '123456789012345678', 'Talk')).toEqual(held);
  expect(asked).toHaveLength(2);
});

it('it is known which roles a post notifies', async () => {
  const posting = await startPosting();
  const { emulator, client, poster } = posting;
  const { world, first } = emulator;
  const { newsroom } = first.channels;
  const roleOf = async (isMentionable: boolean) => {
    const heard = new Promise((resolve) => client.once(Events.GuildRoleCreate, resolve));
    const { id } = addRole(world, first.guild, 'Readers', 0n, isMentionable);
    await heard;
    return id;
  };
  const [open, closed] = [await roleOf(true), await roleOf(false)];
  expect(poster.notifies(newsroom.id, open)).toBe(true);
  expect(poster.notifies(newsroom.id, closed)).toBe(false);
  expect(poster.notifies(newsroom.id, '9')).toBeUndefined();
  await leaveOnly(posting, newsroom, usualPermissions | permission.mentionEveryone);
  expect(poster.notifies(newsroom.id, closed)).toBe(true);
});
