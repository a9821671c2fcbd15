import { type Component, componentType as type } from '../../component.ts';
import { make } from '../dom.ts';
import { coverBox } from './cover.ts';
import { drawButton, drawMessageSelect, type Scene } from './draw-controls.ts';
import { colourEdge } from './draw-embed.ts';
import { drawFileComponent } from './draw-file.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { drawGallery, drawPictureIn } from './draw-media.ts';

type Draw = (component: Component, scene: Scene) => HTMLElement | undefined;

const drawRow: Draw = ({ components }, scene) =>
  make('div', { class: 'action-row' }, ...drawComponents(components, scene));

const drawSection: Draw = ({ components, accessory }, scene) =>
  make(
    'div',
    { class: 'section' },
    make('div', { class: 'section-words' }, ...drawComponents(components, scene)),
    make('div', { class: 'section-accessory' }, accessory && drawComponent(accessory, scene)),
  );

const drawText: Draw = ({ content = '' }, { context }) => drawMarkdown(content, context);

const largeSpacing = 2;

const drawSeparator: Draw = ({ divider, spacing }) => {
  const size = spacing === largeSpacing ? true : undefined;
  return divider === false
    ? make('div', { class: 'separator', 'data-large': size })
    : make('hr', { class: 'separator', 'data-divider': true, 'data-large': size });
};

const drawContainer: Draw = ({ components, accent_color: accent, spoiler }, scene) => {
  const box = make('div', { class: 'container' }, ...drawComponents(components, scene));
  box.toggleAttribute('data-accent', colourEdge(box, accent));
  return spoiler === true ? coverBox(box) : box;
};

const drawings: ReadonlyMap<number, Draw> = new Map<number, Draw>([
  [type.actionRow, drawRow],
  [type.button, drawButton],
  [type.stringSelect, drawMessageSelect],
  [type.userSelect, drawMessageSelect],
  [type.roleSelect, drawMessageSelect],
  [type.mentionableSelect, drawMessageSelect],
  [type.channelSelect, drawMessageSelect],
  [type.section, drawSection],
  [type.textDisplay, drawText],
  [type.thumbnail, (thumbnail) => drawPictureIn('thumbnail', thumbnail)],
  [type.mediaGallery, drawGallery],
  [type.file, drawFileComponent],
  [type.separator, drawSeparator],
  [type.container, drawContainer],
]);

function drawComponent(component: Component, scene: Scene): HTMLElement | undefined {
  return drawings.get(component.type)?.(component, scene);
}

/** The components of a message, of the first and the second version alike. */
export function drawComponents(
  components: readonly Component[] | undefined,
  scene: Scene,
): readonly HTMLElement[] {
  return (components ?? []).flatMap((component) => drawComponent(component, scene) ?? []);
}
