import { byId, setAttribute } from './dom.ts';
import { kindOf } from './sidebar.ts';
import type { ClientState } from './state/client-state.ts';
import { channelOf, shownName } from './state/names.ts';

/** Says in the page's title how much waits elsewhere. */
function titleOf({ snapshot, openChannelId, unread }: ClientState): string {
  const pings = [...unread.values()].reduce((sum, one) => sum + one.pings, 0);
  const channel = channelOf(snapshot, openChannelId);
  const guild = snapshot.guilds.find(({ id }) => id === channel?.guildId);
  const sign = guild === undefined ? '@' : '#';
  const place = `${sign}${channel?.name ?? ''}${guild === undefined ? '' : ` · ${guild.name}`}`;
  return `${pings > 0 ? `(${pings}) ` : ''}${place}`;
}

export function createChatHeader(): (state: ClientState) => void {
  const title = byId('chat-title', HTMLHeadingElement);
  const mark = byId('chat-mark', HTMLSpanElement);
  const status = byId('bot-status', HTMLSpanElement);
  const start = byId('channel-start', HTMLParagraphElement);
  const region = byId('message-scroller', HTMLElement);
  const typing = byId('typing-line', HTMLParagraphElement);
  let timer: number | undefined;

  const showTyping = (state: ClientState) => {
    const leftMs = (state.typing.get(state.openChannelId) ?? 0) - Date.now();
    clearTimeout(timer);
    typing.textContent = leftMs > 0 ? `${shownName(state.snapshot.bot)} is typing…` : '';
    if (leftMs > 0) timer = setTimeout(() => showTyping(state), leftMs);
  };
  return (state) => {
    const { snapshot, openChannelId } = state;
    const channel = channelOf(snapshot, openChannelId);
    title.textContent = channel?.name ?? '';
    const kind = channel === undefined ? undefined : kindOf(channel);
    setAttribute(mark, 'data-kind', kind);
    setAttribute(start, 'data-kind', kind);
    region.setAttribute('aria-label', `Messages in ${channel?.name ?? ''}`);
    setAttribute(status, 'data-online', String(snapshot.isBotOnline));
    const words = `${shownName(snapshot.bot)} is ${snapshot.isBotOnline ? 'online' : 'offline'}`;
    if (status.textContent !== words) status.textContent = words;
    document.title = titleOf(state);
    showTyping(state);
  };
}
