import { type Component, componentType as type } from '../../component.ts';
import { fieldsOf, numberOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';
import { cssColour } from './colour.ts';
import { drawButton, drawMessageSelect } from './draw-controls.ts';
import { coverSpoiler } from './draw-cover.ts';
import { drawFileComponent } from './draw-file.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { drawGallery, drawThumbnail, pictureOf } from './draw-media.ts';

type Draw = (component: Component, message: MessageView, context: DrawContext) => HTMLElement;

const inner: (...args: Parameters<Draw>) => readonly HTMLElement[] = (
  { components = [] },
  message,
  context,
) => components.map((child) => drawComponent(child, message, context));

const drawRow: Draw = (row, message, context) =>
  make('div', { class: 'action-row' }, ...inner(row, message, context));

const drawSection: Draw = (section, message, context) =>
  make(
    'div',
    { class: 'section' },
    make('div', { class: 'section-words' }, ...inner(section, message, context)),
    section.accessory === undefined
      ? undefined
      : make('div', { class: 'section-accessory' }, drawComponent(section.accessory, message, context)),
  );

const drawText: Draw = ({ content = '' }, _message, context) =>
  make('div', { class: 'text-display' }, ...drawMarkdown(content, context));

const drawSeparator: Draw = ({ divider, spacing }) => {
  const size = spacing === 2 ? 'large' : 'small';
  return divider === false
    ? make('div', { class: 'separator', 'data-spacing': size })
    : make('hr', { class: 'separator', 'data-spacing': size });
};

const drawContainer: Draw = (container, message, context) => {
  const drawn = make('div', { class: 'container' }, ...inner(container, message, context));
  const colour = numberOf(container.accent_color);
  if (colour !== undefined) {
    drawn.setAttribute('data-accent', '');
    drawn.style.setProperty('--accent', cssColour(colour));
  }
  return container.spoiler === true ? coverSpoiler(drawn, 'rest') : drawn;
};

const drawings: ReadonlyMap<number, Draw> = new Map<number, Draw>([
  [type.actionRow, drawRow],
  [type.button, drawButton],
  [type.section, drawSection],
  [type.textDisplay, drawText],
  [type.thumbnail, drawThumbnail],
  [type.mediaGallery, ({ items = [] }) => drawGallery(items.map((item) => pictureOf(fieldsOf(item))))],
  [type.file, drawFileComponent],
  [type.separator, drawSeparator],
  [type.container, drawContainer],
]);

/** A component of a message; what is none of the others is a select. */
export function drawComponent(component: Component, message: MessageView, context: DrawContext): HTMLElement {
  return (drawings.get(component.type) ?? drawMessageSelect)(component, message, context);
}
