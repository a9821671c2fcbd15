import { createAnnouncer } from './announce.ts';
import { createChatHeader } from './chat-header.ts';
import { type Client, createClient } from './client.ts';
import { createComposer } from './composer/composer.ts';
import { wordsOf } from './composer/composer-host.ts';
import { openMenu } from './controls/menu.ts';
import { byId } from './dom.ts';
import type { DrawContext } from './draw-context.ts';
import { createDrawer } from './drawer.ts';
import { openModal } from './forms/modal.ts';
import { createMessageList } from './list/message-list.ts';
import { messageMenu } from './message-menu.ts';
import type { Action, MessageView, StreamEvent } from './protocol.ts';
import { createSidebar } from './sidebar.ts';
import { type ClientState, timelineOf } from './state/client-state.ts';
import { isAtStart, messagesIn } from './state/message-window.ts';
import { channelOf, roleName, selectRows, shownName, userName } from './state/names.ts';
import { spokenText } from './state/spoken-text.ts';

/** Where a menu opens that no pointer asked for: under the element in focus. */
function belowFocus(): { readonly x: number; readonly y: number } {
  const { left, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
  return { x: left, y: bottom };
}

/** Puts the page together for a person, by their username. */
export function startApp(person: string): void {
  const announcer = createAnnouncer();
  const drawer = createDrawer();
  const showHeader = createChatHeader();
  const jump = byId('jump-button', HTMLButtonElement);
  let client: Client;
  let known: ClientState | undefined;
  let isDrawing = false;

  /** While another person takes the seat, what the last one knew stays in sight. */
  const state = (): ClientState => {
    known = client.state() ?? known;
    if (known === undefined) throw new Error('nothing was heard yet');
    return known;
  };
  const snapshot = () => state().snapshot;
  const channelId = () => state().openChannelId;
  const act = async (action: Action, files?: readonly File[]) => {
    const answer = await client.act(action, files);
    if (action.do === 'say' || action.do === 'run') toEnd();
    return answer;
  };
  const tryTo = (action: Action) => {
    act(action).catch((error: unknown) => announcer.toast(wordsOf(error)));
  };
  const open = (id: string) => {
    client.open(id);
    drawer.close();
    composer.focus();
  };
  const toEnd = () => {
    client.toNewest();
    draw();
    list.toEnd();
  };

  const names = {
    userName: (id: string) => userName(snapshot(), id),
    channelName: (id: string) => channelOf(snapshot(), id)?.name,
  };
  const dismiss = (message: MessageView) => {
    client.dismiss(message.channel_id, message.id);
    composer.focus();
  };
  const menuAt = (message: MessageView, at: { readonly x: number; readonly y: number }) =>
    openMenu(
      `Message of ${shownName(message.author)}`,
      messageMenu(state(), message, { act: tryTo, replyTo: composer.replyTo, dismiss }),
      at,
    );
  const context: DrawContext = {
    ...names,
    get personId() {
      return snapshot().person.id;
    },
    roleName: (id) => roleName(snapshot(), id),
    rows: (select) => selectRows(snapshot(), channelId(), select),
    pressOf(messageId) {
      const asked = state().asked.find((one) => one.kind === 'component' && one.messageId === messageId);
      return asked && { customId: asked.customId ?? '', state: asked.state };
    },
    onPress: ({ id }, customId) => tryTo({ do: 'press', messageId: id, customId }),
    onChoose: ({ id }, customId, values) => tryTo({ do: 'choose', messageId: id, customId, values }),
    onMore: (message) => menuAt(message, belowFocus()),
    onDismiss: dismiss,
    onChannel: open,
    onCommand: (name) => composer.beginCommand(name),
    now: Date.now,
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };

  const composer = createComposer({ snapshot, channelId, act }, announcer.whisper);
  const sidebar = createSidebar(open, (username) => take(username));
  const list = createMessageList(context, {
    onNear: (end) => client.near(end),
    onFollow: (isFollowing) => client.follow(isFollowing),
    onMenu: menuAt,
    onForget: (id) => client.forgetAsked(id),
  });

  const drawList = (now: ClientState) => {
    const timeline = timelineOf(now, now.openChannelId);
    const window = client.window();
    const isWhole = timeline.isLoaded && !timeline.hasOlder && isAtStart(window, timeline.messages);
    const name = channelOf(now.snapshot, now.openChannelId)?.name ?? '';
    jump.hidden = window.toId === undefined;
    list.render({
      channelId: now.openChannelId,
      messages: messagesIn(window, timeline.messages),
      asked: now.asked.filter((one) => one.kind === 'command' && one.channelId === now.openChannelId),
      start: isWhole ? `This is the start of ${name}.` : undefined,
    });
  };
  const draw = () => {
    isDrawing = false;
    const now = client.state();
    if (now === undefined) return;
    sidebar.render(now);
    showHeader(now);
    drawList(now);
    composer.channelChanged();
  };
  /** However much is heard at once, it is drawn once a frame. */
  const drawSoon = () => {
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(draw);
  };

  const announce = (message: MessageView) => {
    if (message.channel_id !== channelId() || message.author.id === snapshot().person.id) return;
    if (!message.isThinking) announcer.log(spokenText(message, shownName(message.author), names));
  };
  /** An edit is told where it brings the first words, or answers what the person pressed. */
  const isNews = (message: MessageView, before: ClientState): boolean => {
    const known = timelineOf(before, message.channel_id).messages.find(({ id }) => id === message.id);
    return known?.isThinking === true || before.asked.some(({ messageId }) => messageId === message.id);
  };
  const hear = (event: StreamEvent, before: ClientState) => {
    if (event.type === 'message.created') announce(event.message);
    if (event.type === 'message.edited' && isNews(event.message, before)) announce(event.message);
    if (event.type === 'unanswered') announcer.whisper('The application did not respond');
    if (event.type === 'answered' && event.modal !== undefined)
      openModal(event.modal, { rows: context.rows, submit: client.actAndWait });
  };
  const take = (username: string) => {
    const before = client;
    before?.close();
    if (username !== '@first') history.replaceState(null, '', `?as=${encodeURIComponent(username)}`);
    client = createClient(
      username,
      {
        onChange: drawSoon,
        onHeard: hear,
        onFailure: announcer.toast,
        onBreak: (isBroken) => {
          if (isBroken) announcer.toast('The demo does not answer. Trying again…');
        },
      },
      before,
    );
  };
  jump.addEventListener('click', toEnd);
  take(person);
}
