import { compareIds } from '../../snowflake.ts';
import type { MessageView } from '../protocol.ts';
import { placeOf } from './timeline.ts';

/** The part of a channel's messages that stands in the page: it is bounded, however many there are. */
export interface MessageWindow {
  /** The oldest that is shown; `undefined`: as many as fit before the newest. */
  readonly fromId?: string;
  /** The newest that is shown; `undefined`: the newest there is, whichever that becomes. */
  readonly toId?: string;
}

const step = 50;
const most = 150;

export const newestWindow: MessageWindow = {};

interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

function rangeOf({ fromId, toId }: MessageWindow, messages: readonly MessageView[]): Range {
  const last = toId === undefined ? messages.length : placeOf(messages, toId);
  const isThere = toId !== undefined && messages[last]?.id === toId;
  const to = isThere ? last + 1 : last;
  const from = fromId === undefined ? Math.max(0, to - step) : placeOf(messages, fromId);
  return { from: Math.min(from, to), to };
}

function windowOf({ from, to }: Range, messages: readonly MessageView[]): MessageWindow {
  const first = messages[from];
  const last = to >= messages.length ? undefined : messages[to - 1];
  return {
    ...(first === undefined ? {} : { fromId: first.id }),
    ...(last === undefined ? {} : { toId: last.id }),
  };
}

export function messagesIn(window: MessageWindow, messages: readonly MessageView[]): readonly MessageView[] {
  const { from, to } = rangeOf(window, messages);
  return messages.slice(from, to);
}

/** Whether the newest message is shown. */
export function isAtEnd(window: MessageWindow, messages: readonly MessageView[]): boolean {
  const { toId } = window;
  const newest = messages.at(-1);
  return toId === undefined || newest === undefined || compareIds(newest.id, toId) <= 0;
}

export function isAtStart(window: MessageWindow, messages: readonly MessageView[]): boolean {
  return rangeOf(window, messages).from === 0;
}

/** Shows older messages, and lets go of the newest shown where they become too many. */
export function olderWindow(window: MessageWindow, messages: readonly MessageView[]): MessageWindow {
  const { from, to } = rangeOf(window, messages);
  const start = Math.max(0, from - step);
  return windowOf({ from: start, to: Math.min(to, start + most) }, messages);
}

/** Shows newer messages, and lets go of the oldest shown where they become too many. */
export function newerWindow(window: MessageWindow, messages: readonly MessageView[]): MessageWindow {
  const { from, to } = rangeOf(window, messages);
  const end = Math.min(messages.length, to + step);
  return windowOf({ from: Math.max(from, end - most), to: end }, messages);
}

/** The same messages, whatever comes after them: who reads further up is not disturbed. */
export function pinnedWindow(window: MessageWindow, messages: readonly MessageView[]): MessageWindow {
  const shown = messagesIn(window, messages);
  const [first, last] = [shown[0], shown.at(-1)];
  return first === undefined || last === undefined ? window : { fromId: first.id, toId: last.id };
}

/** Open to what comes, from a window that has reached the newest; never larger than it may be. */
export function atNewest(window: MessageWindow, messages: readonly MessageView[]): MessageWindow {
  if (!isAtEnd(window, messages)) return window;
  const { fromId } = window;
  const open = fromId === undefined ? newestWindow : { fromId };
  return messagesIn(open, messages).length > most ? newestWindow : open;
}

/** The window after messages have come or gone: what is new is shown to who was at the end, as long as there is room. */
export function afterArrival(
  window: MessageWindow,
  before: readonly MessageView[],
  after: readonly MessageView[],
  isFollowing: boolean,
): MessageWindow {
  if (isFollowing) return atNewest(window, after);
  const hasRoom = messagesIn(window, after).length < most;
  return window.toId !== undefined && isAtEnd(window, before) && hasRoom
    ? pinnedWindow(newerWindow(window, after), after)
    : window;
}
