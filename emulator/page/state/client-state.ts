import type {
  AskedView,
  ChannelView,
  History,
  MessageView,
  Places,
  Snapshot,
  StreamEvent,
} from '../protocol.ts';
import { emptyTimeline, type Timeline, withHistory, withMessage, withoutMessage } from './timeline.ts';

export interface Unread {
  readonly messages: number;
  readonly pings: number;
}

/** A question to the bot that it has not answered, or will not. */
export interface Asked extends AskedView {
  readonly state: 'waiting' | 'failed';
}

/** What the page knows: never changed, but followed by another. */
export interface ClientState {
  readonly snapshot: Snapshot;
  readonly openChannelId: string;
  readonly timelines: ReadonlyMap<string, Timeline>;
  readonly unread: ReadonlyMap<string, Unread>;
  readonly asked: readonly Asked[];
  /** Ids of messages that were deleted, or put out of sight by the person. */
  readonly gone: ReadonlySet<string>;
  /** Until when somebody seems to type, in UTC milliseconds, by channel. */
  readonly typing: ReadonlyMap<string, number>;
}

const typingMs = 10_000;
const forumType = 15;

const nothing = {
  timelines: new Map<string, Timeline>(),
  unread: new Map<string, Unread>(),
  asked: [],
  gone: new Set<string>(),
  typing: new Map<string, number>(),
};

function mayOpen({ type }: ChannelView): boolean {
  return type !== forumType;
}

function openable({ channels }: Places, wanted: string | undefined): string {
  const open = channels.filter(mayOpen);
  const first = open.find(({ guildId }) => guildId !== undefined) ?? open[0];
  return (open.find(({ id }) => id === wanted) ?? first)?.id ?? '';
}

/** The state that a snapshot begins; of the one before it stays which channel is open. */
export function stateOf(snapshot: Snapshot, before: ClientState | undefined): ClientState {
  const isSamePerson = before?.snapshot.person.id === snapshot.person.id;
  return {
    ...nothing,
    ...(isSamePerson && before !== undefined ? { unread: before.unread, gone: before.gone } : {}),
    snapshot,
    openChannelId: openable(snapshot, before?.openChannelId),
  };
}

export function timelineOf({ timelines }: ClientState, channelId: string): Timeline {
  return timelines.get(channelId) ?? emptyTimeline;
}

function withTimeline(state: ClientState, channelId: string, timeline: Timeline): ClientState {
  return { ...state, timelines: new Map(state.timelines).set(channelId, timeline) };
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

export function opened(state: ClientState, channelId: string): ClientState {
  return { ...state, openChannelId: channelId, unread: without(state.unread, channelId) };
}

export function withOlder(state: ClientState, channelId: string, history: History): ClientState {
  return withTimeline(state, channelId, withHistory(timelineOf(state, channelId), history, state.gone));
}

/** A message the person puts out of sight; the bot does not hear of it. */
export function dismissed(state: ClientState, channelId: string, messageId: string): ClientState {
  const rest = withoutMessage(timelineOf(state, channelId), messageId);
  return { ...withTimeline(state, channelId, rest), gone: new Set(state.gone).add(messageId) };
}

export function withoutAsked(state: ClientState, id: string): ClientState {
  return { ...state, asked: state.asked.filter((one) => one.id !== id) };
}

function created(state: ClientState, message: MessageView): ClientState {
  const { channel_id: channelId, author } = message;
  const next = {
    ...withTimeline(state, channelId, withMessage(timelineOf(state, channelId), message)),
    typing: author.id === state.snapshot.bot.id ? without(state.typing, channelId) : state.typing,
  };
  if (channelId === state.openChannelId || author.id === state.snapshot.person.id) return next;
  const { messages, pings } = state.unread.get(channelId) ?? { messages: 0, pings: 0 };
  const isDirect = state.snapshot.channels.find(({ id }) => id === channelId)?.guildId === undefined;
  const isPing = message.isPing || isDirect;
  const unread = { messages: messages + 1, pings: pings + (isPing ? 1 : 0) };
  return { ...next, unread: new Map(state.unread).set(channelId, unread) };
}

function edited(state: ClientState, message: MessageView): ClientState {
  if (state.gone.has(message.id)) return state;
  return withTimeline(state, message.channel_id, withMessage(timelineOf(state, message.channel_id), message));
}

/** A component in use takes the place of an earlier try on its message. */
function asking(state: ClientState, asked: AskedView): ClientState {
  const others = state.asked.filter(
    ({ messageId, state: was }) =>
      was !== 'failed' || messageId === undefined || messageId !== asked.messageId,
  );
  return { ...state, asked: [...others, { ...asked, state: 'waiting' }] };
}

function unanswered(state: ClientState, id: string): ClientState {
  const failed = state.asked.map((one): Asked => (one.id === id ? { ...one, state: 'failed' } : one));
  return { ...state, asked: failed };
}

function withPlaces(state: ClientState, places: Places): ClientState {
  const snapshot = { ...state.snapshot, ...places };
  return { ...state, snapshot, openChannelId: openable(snapshot, state.openChannelId) };
}

/** The state after something was heard; `now` in UTC milliseconds. */
export function heard(
  state: ClientState,
  event: Exclude<StreamEvent, { readonly type: 'snapshot' }>,
  now: number,
): ClientState {
  switch (event.type) {
    case 'places':
      return withPlaces(state, event.places);
    case 'bot':
      return { ...state, snapshot: { ...state.snapshot, isBotOnline: event.isOnline } };
    case 'message.created':
      return created(state, event.message);
    case 'message.edited':
      return edited(state, event.message);
    case 'message.deleted':
      return dismissed(state, event.channelId, event.messageId);
    case 'typing':
      return { ...state, typing: new Map(state.typing).set(event.channelId, now + typingMs) };
    case 'asked':
      return asking(state, event.asked);
    case 'answered':
      return withoutAsked(state, event.id);
    case 'unanswered':
      return unanswered(state, event.id);
  }
}
