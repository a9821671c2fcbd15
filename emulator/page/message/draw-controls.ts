import type { Component } from '../../component.ts';
import { textOf } from '../../json.ts';
import { drawSelect } from '../controls/select.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';
import { webAddress } from './read-link.ts';

/** What a component is drawn in. */
export interface Scene {
  readonly message: MessageView;
  readonly context: DrawContext;
}

/** Three dots that say something is on its way. */
export function drawDots(): HTMLElement {
  return make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
}

/** Discord's numbers of the styles. */
const buttonStyles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
};

function emojiOf({ emoji }: Component): string | undefined {
  const name = textOf(emoji?.name);
  const isOwnOfServer = textOf(emoji?.id) !== undefined;
  return name !== undefined && isOwnOfServer ? `:${name}:` : name;
}

function captionOf(button: Component): readonly HTMLElement[] {
  const emoji = emojiOf(button);
  return [
    ...(emoji === undefined ? [] : [make('span', { class: 'emoji' }, emoji)]),
    ...(button.label === undefined ? [] : [make('span', { class: 'button-label' }, button.label)]),
  ];
}

function drawLinkButton(button: Component): HTMLElement {
  const href = button.disabled === true ? undefined : webAddress(button.url ?? '');
  const shared = { class: 'component-button', 'data-style': 'link' };
  const words = [...captionOf(button), make('span', { class: 'away-sign', 'aria-hidden': 'true' })];
  if (href === undefined) return make('span', { ...shared, 'data-disabled': true }, ...words);
  return make('a', { ...shared, href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}

export function drawButton(button: Component, { message, context }: Scene): HTMLElement {
  const { style = 2, url, disabled, custom_id: customId = '' } = button;
  if (url !== undefined) return drawLinkButton(button);
  const press = context.pressOf(message.id);
  const isWaiting = press?.state === 'waiting';
  const isPressed = isWaiting && press.customId === customId;
  const drawn = make(
    'button',
    {
      class: 'component-button',
      type: 'button',
      'data-style': buttonStyles[style] ?? 'secondary',
      disabled: disabled === true ? true : undefined,
      // The dots stand in the place of the words.
      'aria-label': isPressed ? button.label : undefined,
      'aria-busy': isPressed ? 'true' : undefined,
      'aria-disabled': isWaiting ? 'true' : undefined,
    },
    ...captionOf(button),
    isPressed ? drawDots() : undefined,
  );
  drawn.addEventListener('click', () => {
    if (!isWaiting) context.onPress(message, customId);
  });
  return drawn;
}

/** A select of any kind: what it offers is known by the page around it. */
export function drawMessageSelect(select: Component, { message, context }: Scene): HTMLElement {
  const { custom_id: customId = '', placeholder = 'Make a selection', disabled } = select;
  const { min_values: min = 1, max_values: max = 1 } = select;
  return drawSelect({
    label: placeholder,
    placeholder,
    rows: context.rows(select),
    min,
    max,
    isDisabled: disabled === true || context.pressOf(message.id)?.state === 'waiting',
    onChoose: (values) => context.onChoose(message, customId, values),
  });
}
