import { make } from '../dom.ts';
import type { MessageView } from '../protocol.ts';
import { shownName } from '../state/names.ts';

/** Says whom the next message answers. */
export interface ReplyBar {
  readonly element: HTMLElement;
  message(): MessageView | undefined;
  set(message: MessageView | undefined): void;
}

export function createReplyBar(onCancel: () => void): ReplyBar {
  const words = make('span', { class: 'reply-words' });
  const cancel = make('button', { class: 'chip-remove', type: 'button', 'aria-label': 'Do not reply' });
  const element = make('p', { class: 'reply-bar', hidden: true }, words, cancel);
  let replied: MessageView | undefined;
  const set = (message: MessageView | undefined) => {
    replied = message;
    element.hidden = message === undefined;
    words.textContent = message === undefined ? '' : `Replying to ${shownName(message.author)}`;
  };
  cancel.addEventListener('click', () => {
    set(undefined);
    onCancel();
  });
  return { element, set, message: () => replied };
}
