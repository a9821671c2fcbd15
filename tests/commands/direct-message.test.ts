import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../commands/direct-message.ts';
import type { MessageRequest } from '../../src/domain/command.ts';
import { problemOf } from '../problem-of.ts';
import { buttonsOf, createTestApp, morning, wordsOf } from './test-app.ts';

const message = (text: string, given: Partial<MessageRequest> = {}): MessageRequest => ({
  id: '1',
  text,
  files: [],
  reader: { personId: '7' },
  channelId: '3',
  receivedAt: morning,
  ...given,
});

describe('a direct message', () => {
  it.each([
    'what about the Skelder patrol boats?',
    'Owen Tarrant to urge Skelder to send more patrol boats to Halvia',
    'https://saltmarsh-gazette.example/politics/tarrant-skelder-patrol-boats?utm_source=x',
  ])('"%s" is answered with the story’s brief', async (text) => {
    const app = await createTestApp();
    const reply = await answerMessage(message(text), app);
    expect(buttonsOf(reply)).toEqual(['All quotes']);
    const words = wordsOf(reply);
    expect(words).toContain('Owen Tarrant to urge Skelder to send more patrol boats to Halvia');
    expect(words).toContain('**Said**');
  });

  it.each(['hi', 'Hello!', 'help', '', 'thank you'])(
    '"%s" is answered with what the bot does',
    async (text) => {
      const app = await createTestApp();
      expect(wordsOf(await answerMessage(message(text), app))).toContain('I summarise news');
    },
  );

  it('about something no article holds says so, with how many were searched and the nearest headlines', async () => {
    const app = await createTestApp();
    const problem = await problemOf(answerMessage(message('what about the volcano on Mars?'), app));
    expect(problem).toMatchObject({ code: 'noAnswer', searched: 14 });
    expect(problem.code === 'noAnswer' && problem.nearest).toHaveLength(3);
  });

  it('with a link to what is not of the public web says so', async () => {
    const app = await createTestApp();
    expect(await problemOf(answerMessage(message('look: https://169.254.169.254/a'), app))).toEqual({
      code: 'linkRefused',
    });
  });

  it('with a file is answered with that file’s brief, for that person alone', async () => {
    const app = await createTestApp();
    const text =
      'A blue heron has moved into the clock tower of Elmsby.\nIt arrived on Sunday, the verger said.\nVisitors may climb the tower on Fridays.\nThe parish has asked people to keep quiet on the stairs while the bird is nesting there.';
    app.files.set('https://cdn.example/heron.txt', Buffer.from(text));
    const files = [{ name: 'heron.txt', url: 'https://cdn.example/heron.txt', sizeBytes: text.length }];
    expect(wordsOf(await answerMessage(message('', { files }), app))).toContain('blue heron');
    expect(wordsOf(await answerMessage(message('heron in the clock tower'), app))).toContain('blue heron');
    const other = answerMessage(message('heron in the clock tower', { reader: { personId: '8' } }), app);
    expect(await problemOf(other)).toMatchObject({ code: 'noAnswer' });
  });
});
