import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../commands/direct-message.ts';
import { conversationKey } from '../../src/domain/conversation.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';
import { problemOf } from '../problem-of.ts';
import { answerTo, message } from './messages.ts';
import { buttonsOf, createTestApp, morning, type TestApp, wordsOf } from './test-app.ts';

const reader = { personId: '7' };
const inServer = { reader: { personId: '7', guildId: '1' } };
const boats = 'https://saltmarsh-gazette.example/politics/tarrant-skelder-patrol-boats';

const heron =
  'A blue heron has moved into the clock tower of Elmsby.\nIt arrived on Sunday, the verger said.\nVisitors may climb the tower on Fridays.\nThe parish has asked people to keep quiet on the stairs while the bird is nesting there.';

/** A file as Robin attaches it. */
function attach(app: TestApp, text: string) {
  app.files.set('https://cdn.example/heron.txt', Buffer.from(text));
  return { files: [{ name: 'heron.txt', url: 'https://cdn.example/heron.txt', sizeBytes: text.length }] };
}

/** Without samples: in a moment. */
const emptyApp = () => createTestApp({ samples: false });

const said = async (text: string, app: TestApp, given = {}) =>
  wordsOf(await answerTo(message(text, given), app));

const talkOf = (app: TestApp, channelId = '3') => app.conversations.get(conversationKey(reader, channelId));

/** How many questions Robin has left in these ten minutes, of twenty. */
function questionsLeft(app: TestApp): number {
  for (let count = 0; count < 20; count += 1) if (app.takeQuestion(reader.personId) > 0) return count;
  return 20;
}

describe('a direct message', () => {
  it('with a headline or a link is answered with the story’s brief', async () => {
    const app = await createTestApp();
    for (const text of [
      'Owen Tarrant to urge Skelder to send more patrol boats to Halvia',
      `${boats}?utm_source=x`,
    ]) {
      const reply = await answerTo(message(text), app);
      expect(buttonsOf(reply)).toEqual(['All quotes']);
      const words = wordsOf(reply);
      expect(words).toContain('Owen Tarrant to urge Skelder to send more patrol boats to Halvia');
      expect(words).toContain('**Said**');
    }
  });

  it('with a link to what is not of the public web says so', async () => {
    const asked = answerTo(message('look: https://169.254.169.254/a'), await emptyApp());
    expect(await problemOf(asked)).toEqual({ code: 'linkRefused' });
  });

  it('with a file is answered with that file’s brief, for that person alone', async () => {
    const app = await createTestApp();
    expect(await said('', app, attach(app, heron))).toContain('blue heron');
    expect(await said('heron in the clock tower', app)).toContain('blue heron');
    const other = message('heron in the clock tower', { reader: { personId: '8' } });
    const words = await answerTo(other, app).then(wordsOf, () => 'a problem');
    expect(words).not.toContain('blue heron');
  });

  it('with a file or a link is what the talk is about from then on, in that channel alone', async () => {
    const app = await createTestApp();
    for (const asked of [message('', attach(app, heron)), message(boats)]) {
      await answerTo(asked, app);
      const { storyId = '' } = (await talkOf(app)) ?? {};
      const article = await app.articles.get(storyId, ['public', 'person:7']);
      expect([article?.source, article?.url]).toEqual(
        asked.text === '' ? ['heron.txt', undefined] : ['The Saltmarsh Gazette', boats],
      );
      expect(await talkOf(app, '4')).toBeUndefined();
    }
  });

  it('that answers a message of the bot talks of that message’s story', async () => {
    const app = await createTestApp();
    const hidden = { raw: heron, source: 'heron.txt', scope: 'person:8', storedAt: morning } as const;
    const theirs = makeArticle({ ...hidden, publishedAt: morning });
    await app.articles.put(theirs);
    const library = await app.articles.getByUrl('https://thornwick-echo.example/news/council/library-vote', [
      'public',
    ]);
    await answerTo(message(boats), app);
    const before = await talkOf(app);
    await said('how many computers will it have?', app, { repliedStory: theirs.id });
    expect(await talkOf(app)).toEqual(before);
    const answer = await said('how many computers will it have?', app, { repliedStory: library?.id });
    expect(answer).toContain('computers, two meeting rooms');
    expect(await talkOf(app)).toEqual({ storyId: library?.id });
  });

  it('that asks too often is told when it may ask again; links and own wishes go on', async () => {
    const app = await createTestApp();
    expect(questionsLeft(app)).toBe(20);
    expect(await problemOf(answerTo(message('who buys the boats?'), app))).toEqual({
      code: 'tooManyQuestions',
      until: morning + 600_000,
    });
    for (const text of [boats, 'stop', 'hi']) expect(await said(text, app)).not.toBe('');
  });

  it('costs a question where it asks one, and none with a file, a link, a greeting or an own wish', async () => {
    const app = await createTestApp();
    await answerTo(message('', attach(app, heron)), app);
    for (const text of [boats, 'hello', '', 'new story', 'stop', 'forget me'])
      await answerTo(message(text), app);
    await answerTo(message('Thornwick library vote'), app);
    expect(questionsLeft(app)).toBe(19);
  });

  it('shows that an answer is worked on where that takes a while, and only there', async () => {
    const app = await createTestApp();
    const working: string[] = [];
    for (const text of ['hi', 'stop', 'new story', 'forget me', 'who buys boats?', boats, 'library vote'])
      await answerMessage(message(text), app, () => void working.push(text)).catch(() => 'a problem');
    expect(working).toEqual(['who buys boats?', boats, 'library vote']);
  });
});

describe('the first answer', () => {
  it('has two examples under it, once for each person until they are forgotten, and none in a server', async () => {
    const app = await createTestApp();
    const hasExamples = async (given = {}) =>
      (await said('Thornwick library vote', app, given)).includes('`and who said that?`');
    expect(await hasExamples(inServer)).toBe(false);
    expect(await hasExamples()).toBe(true);
    expect(await hasExamples()).toBe(false);
    expect(await hasExamples({ reader: { personId: '8' } })).toBe(true);
    await said('forget me', app);
    expect(await hasExamples()).toBe(true);
  });
});

describe('an own wish', () => {
  it('"stop" ends the talk and says that nothing is followed', async () => {
    const app = await emptyApp();
    await answerTo(message('', attach(app, heron)), app);
    expect(await said('stop', app)).toMatch(
      /^Stopped: .*You follow nothing of your own.*\n.*`\/digest pause`/,
    );
    expect(await talkOf(app)).toBeUndefined();
    expect(await said('stop', app)).toMatch(/^There is nothing to stop\./);
  });

  it('"new story" ends the talk and keeps the rest', async () => {
    const app = await emptyApp();
    await answerTo(message('', attach(app, heron)), app);
    expect(await said('new story', app)).toMatch(/^Another story, then\./);
    expect(await talkOf(app)).toBeUndefined();
    expect(await app.articles.count(['person:7'])).toBe(1);
  });

  it('"forget me" deletes at once all that is the person’s own, in every channel, and says what it was', async () => {
    const app = await emptyApp();
    await answerTo(message('', attach(app, heron)), app);
    await answerTo(message('', { ...attach(app, heron), channelId: '4' }), app);
    const others = { raw: heron, source: 'heron.txt', scope: 'person:8', storedAt: morning } as const;
    await app.articles.put(makeArticle({ ...others, publishedAt: morning }));
    expect(await said('forget me', app)).toMatch(/^Deleted: 1 text that you gave me/);
    expect(await app.articles.count(['person:7'])).toBe(0);
    expect(await app.articles.count(['person:8'])).toBe(1);
    expect([await talkOf(app), await talkOf(app, '4')]).toEqual([undefined, undefined]);
  });

  it('"forget me" in a server does the same, and tells nobody how much it was', async () => {
    const app = await emptyApp();
    await answerTo(message('', attach(app, heron)), app);
    expect(await said('forget me', app, inServer)).toMatch(/^Deleted: all texts that you gave me/);
    expect(await app.articles.count(['person:7'])).toBe(0);
  });
});

it('a reply to the bot that does not name it is answered where it asks, and else left alone', async () => {
  const app = await createTestApp();
  const answered: string[] = [];
  const texts = ['who said that?', 'summarise it', 'stop', 'https://127.0.0.1/a', 'thanks', 'wow', ''];
  for (const text of texts) {
    const asked = message(text, { ...inServer, isOnlyReply: true });
    const reply = await answerMessage(asked, app, () => undefined).catch(() => 'a problem');
    if (reply !== undefined) answered.push(text);
  }
  expect(answered).toEqual(['who said that?', 'summarise it', 'stop', 'https://127.0.0.1/a']);
});
