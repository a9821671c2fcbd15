import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import { drawInlines, drawLink } from './draw-inline.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { drawPictureIn } from './draw-media.ts';
import { sentText } from './draw-time.ts';
import { parseInline } from './parse-inline.ts';
import { webAddress } from './read-link.ts';

/** Colours the edge of a box with one of Discord's colour numbers; gives whether there was one. */
export function colourEdge(box: HTMLElement, colour: unknown): boolean {
  const value = numberOf(colour);
  if (value === undefined) return false;
  box.style.setProperty('--edge', `#${value.toString(16).padStart(6, '0')}`);
  return true;
}

/** Words that are a link where there is an address for them. */
function linked(words: string, url: unknown): Node | string {
  const address = webAddress(textOf(url) ?? '');
  return address === undefined ? words : drawLink(address, words);
}

function drawAuthor({ author }: Fields): HTMLElement | undefined {
  const { name, url } = fieldsOf(author);
  const words = textOf(name);
  return words === undefined ? undefined : make('div', { class: 'embed-author' }, linked(words, url));
}

function drawTitle({ title, url }: Fields, context: DrawContext): HTMLElement | undefined {
  const words = textOf(title);
  if (words === undefined) return undefined;
  const address = webAddress(textOf(url) ?? '');
  const drawn = drawInlines(parseInline(words, address !== undefined), context);
  return make(
    'div',
    { class: 'embed-title' },
    ...(address === undefined ? drawn : [drawLink(address, ...drawn)]),
  );
}

function drawField({ name, value, inline }: Fields, context: DrawContext): HTMLElement {
  return make(
    'div',
    { class: 'embed-field', 'data-inline': inline === true ? true : undefined },
    make('div', { class: 'embed-field-name' }, drawMarkdown(textOf(name) ?? '', context)),
    drawMarkdown(textOf(value) ?? '', context),
  );
}

function drawFields({ fields }: Fields, context: DrawContext): HTMLElement | undefined {
  const list = listOf(fields).map((field) => drawField(fieldsOf(field), context));
  return list.length === 0 ? undefined : make('div', { class: 'embed-fields' }, ...list);
}

function drawFooter({ footer, timestamp }: Fields, context: DrawContext): HTMLElement | undefined {
  const words = textOf(fieldsOf(footer).text);
  const at = textOf(timestamp);
  const time =
    at === undefined ? undefined : make('time', { datetime: at }, sentText(Date.parse(at), context));
  if (words === undefined && time === undefined) return undefined;
  const between = words === undefined || time === undefined ? undefined : ' • ';
  return make('div', { class: 'embed-footer' }, words, between, time);
}

/** An embed of the older kind: a box with a coloured edge. */
export function drawEmbed(embed: Fields, context: DrawContext): HTMLElement {
  const description = textOf(embed.description);
  const words = make(
    'div',
    { class: 'embed-words' },
    drawAuthor(embed),
    drawTitle(embed, context),
    description === undefined ? undefined : drawMarkdown(description, context),
    drawFields(embed, context),
  );
  const box = make(
    'div',
    { class: 'embed' },
    words,
    drawPictureIn('embed-thumbnail', embed.thumbnail),
    drawPictureIn('embed-image', embed.image),
    drawFooter(embed, context),
  );
  colourEdge(box, embed.color);
  return box;
}
