import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import { thawPost } from '../../src/digest/delivery/frozen-reply.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import type { CommandRequest } from '../../src/domain/command.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { groupTogether } from '../story/together.ts';
import { add, asked, comesIn, dayMs, eight, minuteMs, stored } from './digest-asking.ts';
import { createTestApp, pressButton, type TestApp, wordsOf } from './test-app.ts';

/** Takes a preview, lets the digest come a moment after its time, and answers both. */
async function previewAndPost(app: TestApp): Promise<{ readonly preview: Reply; readonly post: Reply }> {
  const preview = await asked(app, 'preview');
  const { nextRunAt } = await stored(app);
  app.now = nextRunAt + 4_321;
  await app.deliverNow();
  const post = app.posted.at(-1)?.reply;
  if (post === undefined) throw new Error('nothing was posted');
  return { preview, post };
}

async function expectSame(app: TestApp): Promise<string> {
  const { preview, post } = await previewAndPost(app);
  expect(payloadOf(preview)).toEqual(payloadOf(post));
  return wordsOf(post);
}

describe('a preview is the post, to the byte', () => {
  it.each<[string, CommandRequest['options']]>([
    ['in cards', {}],
    ['in lines, several times a day', { style: 'lines', time: '08:00, 18:00' }],
    ['with one chart', { chart: true, stories: 7 }],
    ['for a role', { mention: '77', stories: 1 }],
  ])('%s', async (_, options) => {
    const app = await createTestApp();
    await add(app, options);
    const words = await expectSame(app);
    expect(words).toContain('ref ');
    const picture = JSON.stringify(app.posted.at(-1)?.reply).includes('"kind":"picture"');
    expect(picture).toBe(options.chart === true);
    expect(words.startsWith('<@&77>')).toBe(options.mention === '77');
  });

  it('in threads, the post and what goes into its thread', async () => {
    const app = await createTestApp({ samples: false });
    await comesIn(app);
    await comesIn(app);
    await add(app, { style: 'threads' });
    const thread = await asked(app, 'preview', { thread: true });
    const preview = await asked(app, 'preview');
    app.now = eight;
    await app.deliverNow();
    await app.deliverNow();
    const [post, inThread] = app.posted.map(({ reply }) => payloadOf(reply));
    expect(payloadOf(preview)).toEqual(post);
    expect(payloadOf(thread)).toEqual(inThread);
    expect(app.threads).toEqual(['News, 25 November 2026']);
    expect(wordsOf(thread)).toContain('“Nobody in');
  });

  it('with an update, and where nothing is new but it says so', async () => {
    const app = await createTestApp({ samples: false });
    const id = await comesIn(app);
    await add(app, { 'skip-empty': false });
    expect(await expectSame(app)).not.toContain('Update');
    app.now += dayMs / 2;
    const later = await comesIn(app, { source: 'The Sula Times' });
    await groupTogether(app.stories, [id, later]);
    expect(await expectSame(app)).toContain('**Update** · ');
    expect(await expectSame(app)).toContain('Nothing new since ');
  });

  it('of one that is paused, as it comes once it goes on', async () => {
    const app = await createTestApp({ samples: false });
    await comesIn(app);
    await add(app);
    await asked(app, 'pause');
    app.now += 3 * dayMs;
    const preview = await asked(app, 'preview');
    await asked(app, 'resume');
    const { preview: again, post } = await previewAndPost(app);
    expect(payloadOf(preview)).toEqual(payloadOf(post));
    expect(payloadOf(again)).toEqual(payloadOf(post));
    expect(wordsOf(post)).not.toContain('late');
  });
});

describe('/digest preview', () => {
  it('says that nothing would be posted, and why', async () => {
    const app = await createTestApp({ samples: false });
    await add(app);
    expect(wordsOf(await asked(app, 'preview'))).toContain(
      `Nothing would be posted <t:${eight / 1000}:F>: nothing is new.`,
    );
    await comesIn(app, { topics: ['economy'] });
    await comesIn(app, { topics: ['schools'] });
    await asked(app, 'edit', { words: 'ferry, -council' });
    expect(wordsOf(await asked(app, 'preview'))).toContain(
      'No story taken; left out: 2 with unwanted words.',
    );
  });

  it('keeps nothing back from the post that comes in after it', async () => {
    const app = await createTestApp({ samples: false });
    await comesIn(app);
    await add(app);
    await asked(app, 'preview');
    app.now = eight - 1_000;
    const late = await comesIn(app);
    app.now = eight + 1_000;
    await app.deliverNow();
    expect(JSON.stringify(app.posted[0]?.reply)).toContain(late);
  });

  it('stores nothing, and its buttons work', async () => {
    const app = await createTestApp({ samples: false });
    await add(app);
    await comesIn(app);
    await comesIn(app);
    const { id } = await stored(app);
    const reader = { personId: '7', guildId: '1', mayManage: true };
    const preview = await pressButton(digest, `digest:preview:${id}`, { app, reader });
    expect(preview).toEqual(await asked(app, 'preview'));
    expect(await app.digests.deliveries(id, 10)).toEqual([]);
    const why = preview.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))[0];
    const reasons = await pressButton(digest, why?.press ?? '', { app, reader });
    expect(wordsOf(reasons)).toContain('not posted yet · 2 stories taken');
    expect(wordsOf(reasons)).toContain('Taken: 1 source, 1 minute old.');
  });
});

describe('a post that is frozen', () => {
  it('is sent again as it was, with its chart', async () => {
    const app = await createTestApp();
    await add(app, { chart: true, stories: 7 });
    app.outcomes.push({ ok: false, final: false, reason: '503', retryMs: 1_000 });
    app.now = eight + minuteMs;
    await app.deliverNow();
    const [delivery] = await app.digests.deliveries((await stored(app)).id, 1);
    const { reply } = thawPost(delivery?.payload ?? '');
    app.now += 31_000;
    await app.deliverNow();
    expect(app.posted).toHaveLength(1);
    expect(payloadOf(app.posted[0]?.reply ?? { blocks: [] })).toEqual(payloadOf(reply));
    expect(payloadOf(reply).files).toHaveLength(1);
  });
});
