import { arrange, byId, make, setAttribute } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import { drawMessage } from '../message/draw-message.ts';
import type { MessageView } from '../protocol.ts';
import type { Asked } from '../state/client-state.ts';
import { drawAsked } from './draw-asked.ts';
import { type ListRow, listRows } from './list-rows.ts';

/** What of a channel stands in the page. */
export interface ListContent {
  readonly channelId: string;
  readonly messages: readonly MessageView[];
  readonly asked: readonly Asked[];
  /** What to say over the first message; nothing where older ones are not shown. */
  readonly start: string | undefined;
}

export interface ListHandlers {
  /** The reader has come near the oldest, or the newest, that is shown. */
  readonly onNear: (end: 'oldest' | 'newest') => void;
  readonly onFollow: (isFollowing: boolean) => void;
  readonly onMenu: (message: MessageView, at: { readonly x: number; readonly y: number }) => void;
  readonly onForget: (askedId: string) => void;
}

export interface MessageList {
  render(content: ListContent): void;
  toEnd(): void;
}

interface Drawn {
  readonly element: HTMLElement;
  /** What it was drawn from: while that is the same, so is the element. */
  readonly from: unknown;
}

/** How near, in pixels, to an end counts as there. */
const endPx = 48;
const nearPx = 600;

/** The place of the first thing in sight, to be held while things above it change. */
interface Hold {
  readonly element: Element;
  readonly top: number;
}

function holdOf(scroller: HTMLElement, list: HTMLElement): Hold | undefined {
  const { top: edge } = scroller.getBoundingClientRect();
  for (const element of list.children) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { element, top };
  }
  return undefined;
}

function drawRow(row: ListRow, context: DrawContext, handlers: ListHandlers): HTMLElement {
  switch (row.kind) {
    case 'day': {
      const format = new Intl.DateTimeFormat(context.locale, {
        dateStyle: 'long',
        timeZone: context.timeZone,
      });
      return make('li', { class: 'day-divider' }, make('span', {}, format.format(row.at)));
    }
    case 'asked':
      return drawAsked(row.asked, context, () => handlers.onForget(row.asked.id));
    case 'message': {
      const { message } = row;
      const item = make('li', { class: 'message-item' }, drawMessage(message, context));
      item.addEventListener('contextmenu', (event) => {
        if (event.target instanceof Element && event.target.closest('a, button, input') !== null) return;
        event.preventDefault();
        handlers.onMenu(message, { x: event.clientX, y: event.clientY });
      });
      return item;
    }
  }
}

/** Where the focus is within an item, so that it can be given to the same place of its new drawing. */
function focusWithin(element: HTMLElement): number {
  return [...element.querySelectorAll('a, button, input, select')].findIndex((one) => one.matches(':focus'));
}

function giveFocus(element: HTMLElement, index: number): void {
  const places = element.querySelectorAll<HTMLElement>('a, button, input, select');
  if (index >= 0) (places[index] ?? places[places.length - 1])?.focus({ preventScroll: true });
}

/** The messages of the open channel; what is unchanged stays the element it was. */
export function createMessageList(context: DrawContext, handlers: ListHandlers): MessageList {
  const scroller = byId('message-scroller', HTMLElement);
  const list = byId('message-list', HTMLOListElement);
  const start = byId('channel-start', HTMLParagraphElement);
  let drawn = new Map<string, Drawn>();
  let channelId = '';
  let isFollowing = true;
  scroller.tabIndex = 0;
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: context.timeZone });

  const distance = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    isFollowing = distance() < endPx;
    handlers.onFollow(isFollowing);
    if (scroller.scrollTop < nearPx) handlers.onNear('oldest');
    if (distance() < nearPx) handlers.onNear('newest');
  });
  // Pictures that come later, a growing composer, a turned phone: who reads the newest goes on reading it.
  const resized = new ResizeObserver(() => {
    if (isFollowing) toEnd();
  });
  resized.observe(list);
  resized.observe(scroller);

  const drawnRow = (row: ListRow): Drawn => {
    const before = drawn.get(row.key);
    const press = row.kind === 'message' ? context.pressOf(row.message.id) : undefined;
    const from = row.kind === 'message' ? row.message : row.kind === 'asked' ? row.asked : row.at;
    const isSame = before?.from === from && before?.element.dataset.press === (press?.state ?? '');
    const element = isSame ? before.element : drawRow(row, context, handlers);
    if (row.kind === 'message') {
      setAttribute(element, 'data-follows', row.follows ? '' : undefined);
      setAttribute(element, 'data-ping', row.message.isPing ? '' : undefined);
    }
    element.dataset.press = press?.state ?? '';
    element.dataset.key = row.key;
    return { element, from };
  };

  return {
    toEnd() {
      isFollowing = true;
      toEnd();
    },
    render(content) {
      if (content.channelId !== channelId) {
        drawn = new Map();
        isFollowing = true;
      }
      channelId = content.channelId;
      const rows = listRows(content.messages, content.asked, (at) => day.format(at));
      const hold = isFollowing ? undefined : holdOf(scroller, list);
      const focused = list.querySelector<HTMLElement>('li:focus-within');
      const focusedKey = focused?.dataset.key ?? '';
      const focusIndex = focused === null ? -1 : focusWithin(focused);
      const next = new Map(rows.map((row) => [row.key, drawnRow(row)]));
      drawn = next;
      arrange(
        list,
        [...next.values()].map(({ element }) => element),
      );
      start.hidden = content.start === undefined;
      start.textContent = content.start ?? '';
      const renewed = next.get(focusedKey)?.element;
      if (renewed !== undefined && renewed !== focused) giveFocus(renewed, focusIndex);
      if (isFollowing) toEnd();
      else if (hold?.element.isConnected === true)
        scroller.scrollTop += hold.element.getBoundingClientRect().top - hold.top;
    },
  };
}
