import type { Composer } from './composer/composer.ts';
import { openMenu } from './controls/menu.ts';
import type { DrawContext } from './draw-context.ts';
import { messageMenu } from './message-menu.ts';
import type { MessageView } from './protocol.ts';
import type { Seat } from './seat.ts';
import { channelOf, roleName, selectRows, shownName, userName } from './state/names.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What drawing messages needs, and the menu of a message at a point. */
export interface PageContext extends DrawContext {
  onMenu(message: MessageView, at: Point): void;
}

/** Where a menu opens that no pointer asked for: under the element in focus. */
function belowFocus(): Point {
  const { left, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
  return { x: left, y: bottom };
}

export function createPageContext(
  seat: Seat,
  composer: Composer,
  openChannel: (id: string) => void,
): PageContext {
  const { snapshot, tryTo } = seat;
  const dismiss = (message: MessageView) => {
    seat.client().dismiss(message.channel_id, message.id);
    composer.focus();
  };
  const onMenu = (message: MessageView, at: Point) => {
    const host = { act: tryTo, replyTo: composer.replyTo, dismiss };
    openMenu(`Message of ${shownName(message.author)}`, messageMenu(seat.state(), message, host), at);
  };
  return {
    get personId() {
      return snapshot().person.id;
    },
    userName: (id) => userName(snapshot(), id),
    channelName: (id) => channelOf(snapshot(), id)?.name,
    roleName: (id) => roleName(snapshot(), id),
    rows: (select) => selectRows(snapshot(), seat.channelId(), select),
    pressOf(messageId) {
      const { asked } = seat.state();
      const press = asked.find((one) => one.kind === 'component' && one.messageId === messageId);
      return press && { customId: press.customId ?? '', state: press.state };
    },
    onPress: ({ id }, customId) => tryTo({ do: 'press', messageId: id, customId }),
    onChoose: ({ id }, customId, values) => tryTo({ do: 'choose', messageId: id, customId, values }),
    onMore: (message) => onMenu(message, belowFocus()),
    onMenu,
    onDismiss: dismiss,
    onChannel: openChannel,
    onCommand: (name) => composer.beginCommand(name),
    now: Date.now,
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
