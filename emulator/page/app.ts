import { createAnnouncer } from './announce.ts';
import { createChatHeader } from './chat-header.ts';
import { createComposer } from './composer/composer.ts';
import { byId } from './dom.ts';
import { createDrawer } from './drawer.ts';
import { openModal } from './forms/modal.ts';
import { createMessageList, type ListContent } from './list/message-list.ts';
import { createMembers } from './members.ts';
import { announceNews } from './news.ts';
import { createPageContext } from './page-context.ts';
import type { ChannelView, StreamEvent } from './protocol.ts';
import { createSeat } from './seat.ts';
import { createSidebar, kindOf } from './sidebar.ts';
import { type ClientState, timelineOf } from './state/client-state.ts';
import { isAtStart, type MessageWindow, messagesIn } from './state/message-window.ts';
import { channelOf } from './state/names.ts';

function startWords(channel: ChannelView | undefined): string {
  if (channel !== undefined && kindOf(channel) === 'forum')
    return `The posts of ${channel.name} stand under it in the list of channels.`;
  return `This is the start of ${channel?.name ?? ''}.`;
}

/** What of the open channel is to be seen. */
function contentOf(state: ClientState, window: MessageWindow): ListContent {
  const { snapshot, openChannelId, asked } = state;
  const { messages, isLoaded, hasOlder } = timelineOf(state, openChannelId);
  const isWhole = isLoaded && !hasOlder && isAtStart(window, messages);
  return {
    channelId: openChannelId,
    messages: messagesIn(window, messages),
    asked: asked.filter(({ kind, channelId }) => kind === 'command' && channelId === openChannelId),
    start: isWhole ? startWords(channelOf(snapshot, openChannelId)) : undefined,
  };
}

/** Calls `draw` once a frame, however often it is asked to. */
function oncePerFrame(draw: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
}

/** Puts the page together for a person, by their username. */
export function startApp(person: string): void {
  const announcer = createAnnouncer();
  const drawer = createDrawer();
  const showHeader = createChatHeader();
  const showMembers = createMembers();
  const jump = byId('jump-button', HTMLButtonElement);

  const draw = () => {
    const state = seat.client().state();
    if (state === undefined) return;
    const window = seat.client().window();
    sidebar.render(state);
    showHeader(state);
    showMembers(state);
    jump.hidden = window.toId === undefined;
    list.render(contentOf(state, window));
    composer.channelChanged();
  };
  const toEnd = () => {
    seat.client().toNewest();
    draw();
    list.toEnd();
  };
  const openChannel = (id: string) => {
    seat.client().open(id);
    drawer.close();
    // On a phone the keys would cover what was opened.
    if (!drawer.isNarrow()) composer.focus();
  };
  const hear = (event: StreamEvent, before: ClientState) => {
    announceNews(event, before, announcer);
    if (event.type === 'answered' && event.modal !== undefined)
      openModal(event.modal, { rows: context.rows, submit: seat.client().actAndWait });
  };

  const seat = createSeat(person, { onChange: oncePerFrame(draw), onHeard: hear }, announcer, toEnd);
  const composer = createComposer(seat, announcer.whisper);
  const context = createPageContext(seat, composer, openChannel);
  const sidebar = createSidebar(openChannel, seat.take);
  const list = createMessageList(context, {
    onNear: (end) => seat.client().near(end),
    onFollow: (isFollowing) => seat.client().follow(isFollowing),
    onMenu: context.onMenu,
    onForget: (id) => seat.client().forgetAsked(id),
  });
  jump.addEventListener('click', toEnd);
}
