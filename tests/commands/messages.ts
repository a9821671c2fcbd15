import { answerMessage } from '../../commands/direct-message.ts';
import type { MessageRequest } from '../../src/domain/command.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { morning, type TestApp } from './test-app.ts';

/** A direct message as Robin types it. */
export const message = (text: string, given: Partial<MessageRequest> = {}): MessageRequest => ({
  id: '1',
  text,
  files: [],
  reader: { personId: '7' },
  channelId: '3',
  receivedAt: morning,
  ...given,
});

/** What the bot says to a message; it fails where the bot leaves the message alone. */
export async function answerTo(asked: MessageRequest, app: TestApp): Promise<Reply> {
  const reply = await answerMessage(asked, app, () => undefined);
  if (reply === undefined) throw new Error(`nothing is said to "${asked.text}"`);
  return reply;
}
