import { arrange, byId } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';
import type { Asked } from '../state/client-state.ts';
import { listRows } from './list-rows.ts';
import { createRowDrawer, type RowHandlers } from './row-drawer.ts';
import { createScrollKeeper, type ScrollHandlers } from './scroll-keeper.ts';

/** What of a channel stands in the page. */
export interface ListContent {
  readonly channelId: string;
  readonly messages: readonly MessageView[];
  readonly asked: readonly Asked[];
  /** What to say over the first message; nothing where older ones are not shown. */
  readonly start: string | undefined;
}

export interface MessageList {
  render(content: ListContent): void;
  toEnd(): void;
}

/** The messages of the open channel. */
export function createMessageList(context: DrawContext, handlers: RowHandlers & ScrollHandlers): MessageList {
  const scroller = byId('message-scroller', HTMLElement);
  const list = byId('message-list', HTMLOListElement);
  const start = byId('channel-start', HTMLParagraphElement);
  const drawer = createRowDrawer(context, handlers);
  const keeper = createScrollKeeper(scroller, list, handlers);
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: context.timeZone });
  let channelId = '';
  scroller.tabIndex = 0;
  return {
    toEnd: keeper.toEnd,
    render({ channelId: nextId, messages, asked, start: words }) {
      const rows = listRows(messages, asked, (at) => day.format(at));
      const change = () => {
        arrange(list, drawer.draw(rows));
        start.hidden = words === undefined;
        start.textContent = words ?? '';
      };
      if (nextId === channelId) keeper.during(change);
      else {
        change();
        keeper.toEnd();
      }
      channelId = nextId;
    },
  };
}
