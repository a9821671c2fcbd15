import { compareIds } from '../../snowflake.ts';
import type { History, MessageView } from '../protocol.ts';

/** What the page has of a channel's messages, oldest first. */
export interface Timeline {
  readonly messages: readonly MessageView[];
  /** Whether there are older ones to ask for. */
  readonly hasOlder: boolean;
  /** Whether the newest were asked for: before that, only what came by the stream is here. */
  readonly isLoaded: boolean;
}

export const emptyTimeline: Timeline = { messages: [], hasOlder: true, isLoaded: false };

/** Where a message stands, or would stand: the first place whose id is not before it. */
export function placeOf(messages: readonly MessageView[], id: string): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = messages[middle];
    if (there !== undefined && compareIds(there.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A new or an edited message in its place. */
export function withMessage(timeline: Timeline, message: MessageView): Timeline {
  const place = placeOf(timeline.messages, message.id);
  const isKnown = timeline.messages[place]?.id === message.id;
  return { ...timeline, messages: timeline.messages.toSpliced(place, isKnown ? 1 : 0, message) };
}

export function withoutMessage(timeline: Timeline, id: string): Timeline {
  return { ...timeline, messages: timeline.messages.filter((message) => message.id !== id) };
}

/**
 * History added to what is known. A message that the stream brought is newer than the same one in a history that was
 * asked for before, so what is known stays; `gone` holds what was deleted while the answer was on its way.
 */
export function withHistory(timeline: Timeline, history: History, gone: ReadonlySet<string>): Timeline {
  const known = new Map(timeline.messages.map((message) => [message.id, message]));
  for (const message of history.messages)
    if (!known.has(message.id) && !gone.has(message.id)) known.set(message.id, message);
  const messages = [...known.values()].sort((one, other) => compareIds(one.id, other.id));
  return { messages, hasOlder: history.hasOlder, isLoaded: true };
}
