import type { KeyValue } from './key-value.ts';
import type { Reader } from './scope.ts';

/**
 * What is remembered of a person's talk with the bot in a channel: the story it is about, and nothing that was said.
 * Forgotten half an hour after the last question.
 */
interface Conversation {
  readonly storyId: string;
}

/** By person and channel. */
export type Conversations = KeyValue<Conversation>;

export const conversationMs = 30 * 60_000;

/** It begins with the person, so that it is forgotten with them. */
export const conversationKey = ({ personId }: Reader, channelId: string): string =>
  `${personId}:${channelId}`;
