import type { Announcer } from './announce.ts';
import type { MessageView, StreamEvent } from './protocol.ts';
import { type ClientState, timelineOf } from './state/client-state.ts';
import { channelOf, roleName, shownName, userName } from './state/names.ts';
import { spokenText } from './state/spoken-text.ts';

/** An edit is news where it brings the first words, or answers what the person pressed. */
function isNews(message: MessageView, before: ClientState): boolean {
  const { messages } = timelineOf(before, message.channel_id);
  const known = messages.find(({ id }) => id === message.id);
  return known?.isThinking === true || before.asked.some(({ messageId }) => messageId === message.id);
}

function newsOf(event: StreamEvent, before: ClientState): MessageView | undefined {
  if (event.type === 'message.created') return event.message;
  if (event.type !== 'message.edited') return undefined;
  return isNews(event.message, before) ? event.message : undefined;
}

/** Tells a screen reader of what others write in the open channel. */
export function announceNews(event: StreamEvent, before: ClientState, announcer: Announcer): void {
  if (event.type === 'unanswered') announcer.whisper('The application did not respond');
  const message = newsOf(event, before);
  const { snapshot, openChannelId } = before;
  if (message === undefined || message.isThinking || message.channel_id !== openChannelId) return;
  if (message.author.id === snapshot.person.id) return;
  const names = {
    userName: (id: string) => userName(snapshot, id),
    channelName: (id: string) => channelOf(snapshot, id)?.name,
    roleName: (id: string) => roleName(snapshot, id),
  };
  announcer.log(spokenText(message, shownName(message.author), names));
}
