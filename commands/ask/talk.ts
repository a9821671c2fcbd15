import type { App } from '../../src/app.ts';
import { conversationKey, conversationMs } from '../../src/domain/conversation.ts';
import type { Reader } from '../../src/domain/scope.ts';

/** Where a person talks with the bot. */
export interface Talk {
  readonly reader: Reader;
  readonly channelId: string;
}

/** The story that is talked of there: the id of one of its articles. */
export async function talkedOf({ reader, channelId }: Talk, app: App): Promise<string | undefined> {
  return (await app.conversations.get(conversationKey(reader, channelId)))?.storyId;
}

/** What is said next is about this story. */
export async function talkOf(storyId: string, { reader, channelId }: Talk, app: App): Promise<void> {
  await app.conversations.set(conversationKey(reader, channelId), { storyId }, conversationMs);
}
