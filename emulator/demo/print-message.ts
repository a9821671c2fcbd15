import { type Component, componentType, flatten } from '../component.ts';
import { fieldsOf, textOf } from '../json.ts';
import { type Message, messageFlag } from '../world.ts';
import { createLinkList, plainLine, type Surroundings } from './plain-text.ts';

type Line = (markdown: string) => string;

const plainLines = (text: string, line: Line): string[] => text.split('\n').map(line);

/** "[Share]"; a link button with its address, a select with its placeholder. */
function controlLabel({ type, label, url, placeholder, disabled }: Component): string {
  const words =
    type === componentType.button
      ? `${label ?? ''}${url === undefined ? '' : ` ${url}`}`
      : `${placeholder ?? 'Choose'} ▾`;
  return disabled === true ? `[${words} (off)]` : `[${words}]`;
}

const wordsOf = (media: unknown): string => textOf(fieldsOf(media).url) ?? 'a file';

function componentLines(component: Component, line: Line): string[] {
  const inside = (component.components ?? []).flatMap((child) => componentLines(child, line));
  switch (component.type) {
    case componentType.actionRow:
      return [(component.components ?? []).map(controlLabel).join(' ')];
    case componentType.textDisplay:
      return plainLines(component.content ?? '', line);
    case componentType.separator:
      return [''];
    case componentType.section:
      return [
        ...inside,
        ...(component.accessory?.type === componentType.button ? [controlLabel(component.accessory)] : []),
      ];
    case componentType.mediaGallery:
      return (component.items ?? []).map(
        (item) => `[picture: ${textOf(item.description) ?? wordsOf(item.media)}]`,
      );
    case componentType.file:
      return [`[file: ${wordsOf(component.file)}]`];
    default:
      return inside;
  }
}

/** Addresses of the files that a component shows itself. */
function shownFiles({ items, file }: Component): string[] {
  const media = [...(items ?? []).map((item) => item.media), file];
  return media.flatMap((one) => textOf(fieldsOf(one).url) ?? []);
}

/** A message as text for a terminal: its words, its controls in brackets, the addresses it links to under it. */
export function printMessage(message: Message, around: Surroundings): string {
  const links = createLinkList();
  const line = (markdown: string) => plainLine(markdown, around, links);
  const embeds = message.embeds.flatMap(({ title, description }) => [
    textOf(title) ?? '',
    textOf(description) ?? '',
  ]);
  const words = [message.content, ...embeds]
    .filter((text) => text !== '')
    .flatMap((text) => plainLines(text, line));
  const lines = [...words, ...message.components.flatMap((component) => componentLines(component, line))];
  const shown = new Set(flatten(message.components).flatMap(shownFiles));
  const addresses = links.lines();
  return [
    ...((message.flags & messageFlag.ephemeral) === 0 ? [] : ['(only you can see this)']),
    ...lines,
    ...message.attachments
      .filter(({ url }) => !shown.has(url))
      .map(({ filename, size }) => `[attached: ${filename}, ${size} bytes]`),
    ...(addresses.length === 0 ? [] : ['', ...addresses]),
  ].join('\n');
}
