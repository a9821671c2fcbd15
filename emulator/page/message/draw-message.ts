import { type Component, componentType } from '../../component.ts';
import { drawSelect } from '../controls/select.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';

function draw(component: Component, message: MessageView, context: DrawContext): HTMLElement {
  const { type, custom_id: customId = '', content, label, components = [], accessory } = component;
  if (type === componentType.button) {
    const button = make('button', { type: 'button' }, label ?? '');
    button.addEventListener('click', () => context.onPress(message, customId));
    return button;
  }
  if (component.custom_id !== undefined)
    return drawSelect({
      label: component.placeholder ?? 'Choose',
      placeholder: component.placeholder ?? 'Choose',
      rows: context.rows(component),
      min: component.min_values ?? 1,
      max: component.max_values ?? 1,
      isDisabled: component.disabled === true,
      onChoose: (values) => context.onChoose(message, customId, values),
    });
  return make(
    'div',
    {},
    content?.replace(/\\([<>])/g, '$1'),
    ...[...components, ...(accessory ? [accessory] : [])].map((child) => draw(child, message, context)),
  );
}

export function drawMessage(message: MessageView, context: DrawContext): HTMLElement {
  const more = make('button', { type: 'button', class: 'more-button', 'aria-label': 'More' }, '⋯');
  more.addEventListener('click', () => context.onMore(message));
  const dismiss = make('button', { type: 'button' }, 'Dismiss message');
  dismiss.addEventListener('click', () => context.onDismiss(message));
  const press = context.pressOf(message.id);
  return make(
    'article',
    { class: 'message' },
    make('b', {}, message.author.global_name ?? message.author.username),
    make('div', {}, message.content),
    ...message.components.map((one) => draw(one, message, context)),
    ...message.attachments.map(({ filename }) => make('p', {}, filename)),
    message.isThinking ? 'thinking' : undefined,
    message.isEphemeral ? 'Only you can see this' : undefined,
    press?.state === 'failed' ? 'This interaction failed' : undefined,
    more,
    message.mayDismiss ? dismiss : undefined,
  );
}
