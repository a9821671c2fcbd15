import { describe, expect, it } from 'vitest';
import { addForum } from '../../emulator/build-world.ts';
import { threadsOf } from '../../emulator/threads.ts';
import type { Channel } from '../../emulator/world.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { text } from '../../src/render/pieces.ts';
import { type Posting, reference, startPosting } from './posting.ts';

const postsIn = ({ emulator }: Posting, { guildId = '', id: parentId }: Channel) =>
  threadsOf(emulator.world, { guildId, parentId });

const title = 'Morning news, 26 November 2026';
const createPost = { method: 'POST', route: '/channels/:channelId/threads' };

describe('a post in a forum', () => {
  it('is a thread with the title, which stays open for a week, known by one id', async () => {
    const posting = await startPosting();
    const { emulator, poster, asked, post } = posting;
    const { forum } = emulator.first.channels;
    expect(poster.access(forum.id, 'threads')).toEqual({ kind: 'forum', missing: [] });
    const outcome = await poster.post(post(forum, { title }));
    const [thread] = postsIn(posting, forum);
    expect(outcome).toEqual({ ok: true, messageId: thread?.id });
    expect(thread).toMatchObject({ name: title, thread: { autoArchiveDuration: 10_080 } });
    expect(emulator.world.messages.get(thread?.id ?? '')?.channelId).toBe(thread?.id);
    expect(asked).toEqual([`POST 201 /channels/${forum.id}/threads`]);
  });

  it('reaches a forum that the client does not know', async () => {
    const posting = await startPosting();
    const { emulator, client, poster, asked, post } = posting;
    const { forum } = emulator.first.channels;
    client.channels.cache.delete(forum.id);
    expect(await poster.post(post(forum, { title }))).toMatchObject({ ok: true });
    expect(postsIn(posting, forum)).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  it('is never sent twice by itself, as nothing would tell the two apart', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { forum } = emulator.first.channels;
    emulator.faults.once({ ...createPost, status: 500, afterWork: true });
    expect(await poster.post(post(forum, { title }))).toMatchObject({ ok: false, final: false });
    expect(postsIn(posting, forum)).toHaveLength(1);
  });

  it.each([true, false])(
    'that must have a tag is refused with what to do (known before: %s)',
    async (isKnown) => {
      const { emulator, client, poster, asked, post } = await startPosting();
      const strict = addForum(emulator.world, emulator.first.guild, 'strict', ['Daily'], true);
      await client.channels.fetch(strict.id);
      expect(poster.access(strict.id, 'message')).toEqual({ kind: 'forum', missing: [], wantsTag: true });
      if (!isKnown) client.channels.cache.delete(strict.id);
      asked.length = 0;
      expect(await poster.post(post(strict, { title }))).toMatchObject({
        final: true,
        reason: expect.stringContaining('turn that off in its settings'),
      });
      expect(asked).toHaveLength(isKnown ? 0 : 2);
    },
  );
});

describe('finding a post of a forum again', () => {
  const soughtIn = ({ id: channelId, guildId = '' }: Channel, since: number) => ({
    channelId,
    guildId,
    reference,
    since,
  });

  it.each(['known', 'unknown'])('finds it among others of ours, in a forum that is %s', async (how) => {
    const posting = await startPosting();
    const { emulator, client, poster, post } = posting;
    const { forum } = emulator.first.channels;
    const since = Date.now();
    const other: Reply = { blocks: [text('Other news.')] };
    await poster.post(post(forum, { title, reply: other }));
    if (how === 'unknown') client.channels.cache.delete(forum.id);
    expect(await poster.find(soughtIn(forum, since))).toEqual({ kind: 'absent' });
    emulator.faults.once({ ...createPost, status: 500, afterWork: true });
    await poster.post(post(forum, { title }));
    const [, lost] = postsIn(posting, forum);
    expect(await poster.find(soughtIn(forum, since))).toEqual({ kind: 'found', messageId: lost?.id });
    expect(await poster.find(soughtIn(forum, since + 3_600_000))).toEqual({ kind: 'absent' });
  });

  it('finds it where someone has closed it meanwhile', async () => {
    const posting = await startPosting();
    const { emulator, poster, post } = posting;
    const { forum } = emulator.first.channels;
    const since = Date.now();
    const outcome = await poster.post(post(forum, { title }));
    const [thread] = postsIn(posting, forum);
    if (thread !== undefined) emulator.person(emulator.first.admin).in(thread).closeThread();
    expect(await poster.find(soughtIn(forum, since))).toEqual({
      kind: 'found',
      messageId: outcome.ok ? outcome.messageId : '',
    });
  });
});

describe('a thread', () => {
  it('that is locked takes posts only of those who may unlock it, which is known before', async () => {
    const { emulator, client, poster, asked, post } = await startPosting();
    const { newsroom } = emulator.first.channels;
    const posted = await poster.post(post(newsroom));
    const opened = await poster.openThread(newsroom.id, posted.ok ? posted.messageId : '', 'Talk');
    const thread = emulator.world.channels.get(opened.ok ? opened.messageId : '');
    if (thread === undefined) throw new Error('there is no thread');
    const heard = new Promise((resolve) => client.once('threadUpdate', resolve));
    emulator.person(emulator.first.admin).in(thread).closeThread(true);
    await heard;
    asked.length = 0;
    expect(poster.access(thread.id, 'message')).toEqual({ kind: 'thread', missing: ['Manage Threads'] });
    expect(await poster.post(post(thread, { nonce: 'nonce-2' }))).toMatchObject({
      final: true,
      trouble: 'rights',
    });
    expect(asked).toEqual([]);
  });
});
