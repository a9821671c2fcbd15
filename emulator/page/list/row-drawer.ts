import { make, setAttribute } from '../dom.ts';
import type { DrawContext, Press } from '../draw-context.ts';
import { drawMessage } from '../message/draw-message.ts';
import type { MessageView } from '../protocol.ts';
import { drawAsked } from './draw-asked.ts';
import type { ListRow } from './list-rows.ts';

export interface RowHandlers {
  readonly onMenu: (message: MessageView, at: { readonly x: number; readonly y: number }) => void;
  readonly onForget: (askedId: string) => void;
}

/** Draws the rows of a list; what is unchanged stays the element it was. */
export interface RowDrawer {
  draw(rows: readonly ListRow[]): readonly HTMLElement[];
}

interface Drawn {
  readonly element: HTMLElement;
  /** What it was drawn from: while these are the same, so is the element. */
  readonly from: unknown;
  readonly press: Press | undefined;
}

function drawMessageRow(message: MessageView, context: DrawContext, { onMenu }: RowHandlers): HTMLElement {
  const item = make('li', { class: 'message-item' }, drawMessage(message, context));
  item.addEventListener('contextmenu', (event) => {
    const isOwn = event.target instanceof Element && event.target.closest('a, input, select') !== null;
    if (isOwn) return;
    event.preventDefault();
    onMenu(message, { x: event.clientX, y: event.clientY });
  });
  return item;
}

function drawRow(row: ListRow, context: DrawContext, handlers: RowHandlers): HTMLElement {
  switch (row.kind) {
    case 'day': {
      const { locale, timeZone } = context;
      const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(row.at);
      return make('li', { class: 'day-divider' }, make('span', {}, words));
    }
    case 'asked':
      return drawAsked(row.asked, context, () => handlers.onForget(row.asked.id));
    case 'message':
      return drawMessageRow(row.message, context, handlers);
  }
}

/** The object that a row shows; another object is another look. */
function sourceOf(row: ListRow): unknown {
  if (row.kind === 'message') return row.message;
  return row.kind === 'asked' ? row.asked : row.at;
}

const controls = 'a, button, input, select';

/** Gives the focus to the same control of an element's new drawing. */
function moveFocus(from: HTMLElement, to: HTMLElement): void {
  const index = [...from.querySelectorAll(controls)].findIndex((one) => one.matches(':focus'));
  const places = to.querySelectorAll<HTMLElement>(controls);
  if (index < 0) return;
  // The new element is not in the page yet.
  queueMicrotask(() => (places[index] ?? places[places.length - 1])?.focus({ preventScroll: true }));
}

export function createRowDrawer(context: DrawContext, handlers: RowHandlers): RowDrawer {
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  const redraw = (row: ListRow): Drawn => {
    const before = drawn.get(row.key);
    const press = row.kind === 'message' ? context.pressOf(row.message.id) : undefined;
    const from = sourceOf(row);
    if (before !== undefined && before.from === from && before.press?.state === press?.state) return before;
    const element = drawRow(row, context, handlers);
    if (before !== undefined) moveFocus(before.element, element);
    return { element, from, press };
  };
  return {
    draw(rows) {
      drawn = new Map(rows.map((row) => [row.key, redraw(row)]));
      return rows.flatMap((row) => {
        const element = drawn.get(row.key)?.element;
        if (element === undefined) return [];
        const isMessage = row.kind === 'message';
        setAttribute(element, 'data-follows', isMessage && row.follows ? '' : undefined);
        setAttribute(element, 'data-ping', isMessage && row.message.isPing ? '' : undefined);
        return [element];
      });
    },
  };
}
