import type { Component } from '../../component.ts';
import { textOf } from '../../json.ts';
import { drawSelect } from '../controls/select.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';
import { outwardLink } from './draw-inline.ts';
import { webAddress } from './read-link.ts';

const styles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
};

function emojiWords({ emoji }: Component): string | undefined {
  const name = textOf(emoji?.name);
  if (name === undefined) return undefined;
  return emoji?.id === undefined ? name : `:${name}:`;
}

function captionOf(button: Component): readonly HTMLElement[] {
  const emoji = emojiWords(button);
  return [
    ...(emoji === undefined ? [] : [make('span', { class: 'button-emoji' }, emoji)]),
    ...(button.label === undefined ? [] : [make('span', { class: 'button-label' }, button.label)]),
  ];
}

function drawLinkButton(button: Component): HTMLElement {
  const address = webAddress(button.url ?? '');
  const sign = make('span', { class: 'outward-sign', 'aria-hidden': 'true' });
  const shared = { class: 'message-button', 'data-style': 'link' };
  if (address === undefined || button.disabled === true)
    return make('span', { ...shared, 'data-disabled': true }, ...captionOf(button), sign);
  const link = outwardLink(address, shared);
  link.append(...captionOf(button), sign);
  return link;
}

export function drawButton(button: Component, message: MessageView, context: DrawContext): HTMLElement {
  const { custom_id: customId = '', style = 2, disabled } = button;
  if (styles[style] === 'link') return drawLinkButton(button);
  const press = context.pressOf(message.id);
  const isWaiting = press?.state === 'waiting' && press.customId === customId;
  const drawn = make(
    'button',
    {
      class: 'message-button',
      type: 'button',
      'data-style': styles[style] ?? 'secondary',
      disabled: disabled === true ? true : undefined,
      'aria-busy': isWaiting ? 'true' : undefined,
    },
    ...captionOf(button),
    isWaiting ? drawDots() : undefined,
  );
  drawn.addEventListener('click', () => {
    if (!isWaiting) context.onPress(message, customId);
  });
  return drawn;
}

/** Three dots that say something is on its way. */
export function drawDots(): HTMLElement {
  const dots = make('span', { class: 'dots', 'aria-hidden': 'true' });
  dots.append(make('span'), make('span'), make('span'));
  return dots;
}

export function drawMessageSelect(
  select: Component,
  message: MessageView,
  context: DrawContext,
): HTMLElement {
  const {
    custom_id: customId = '',
    placeholder = 'Make a selection',
    min_values: min = 1,
    max_values: max = 1,
  } = select;
  return drawSelect({
    label: placeholder,
    placeholder,
    rows: context.rows(select),
    min,
    max,
    isDisabled: select.disabled === true,
    onChoose: (values) => context.onChoose(message, customId, values),
  });
}
