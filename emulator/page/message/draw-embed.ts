import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import { cssColour } from './colour.ts';
import { outwardLink } from './draw-inline.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { drawPicture } from './draw-media.ts';
import { sentText } from './draw-time.ts';
import { webAddress } from './read-link.ts';

/** Words that are a link where there is an address. */
function linked(words: string, url: unknown): HTMLElement | string {
  const address = webAddress(textOf(url) ?? '');
  if (address === undefined) return words;
  const link = outwardLink(address);
  link.append(words);
  return link;
}

function drawAuthor({ author }: Fields): HTMLElement | undefined {
  const { name, url } = fieldsOf(author);
  const words = textOf(name);
  return words === undefined ? undefined : make('p', { class: 'embed-author' }, linked(words, url));
}

function drawTitle({ title, url }: Fields): HTMLElement | undefined {
  const words = textOf(title);
  return words === undefined ? undefined : make('h4', { class: 'embed-title' }, linked(words, url));
}

function drawDescription({ description }: Fields, context: DrawContext): HTMLElement | undefined {
  const words = textOf(description);
  return words === undefined
    ? undefined
    : make('div', { class: 'embed-description' }, ...drawMarkdown(words, context));
}

function drawFields({ fields }: Fields, context: DrawContext): HTMLElement | undefined {
  const list = listOf(fields).map(fieldsOf);
  if (list.length === 0) return undefined;
  const rows = list.map(({ name, value, inline }) =>
    make(
      'div',
      { class: 'embed-field', 'data-inline': inline === true ? true : undefined },
      make('dt', {}, ...drawMarkdown(textOf(name) ?? '', context)),
      make('dd', {}, ...drawMarkdown(textOf(value) ?? '', context)),
    ),
  );
  return make('dl', { class: 'embed-fields' }, ...rows);
}

function drawEmbedPicture(picture: unknown, name: string): HTMLElement | undefined {
  const url = textOf(fieldsOf(picture).url);
  if (url === undefined) return undefined;
  return make('div', { class: name }, drawPicture({ url, description: undefined, isSpoiler: false }));
}

function drawFooter({ footer, timestamp }: Fields, context: DrawContext): HTMLElement | undefined {
  const at = textOf(timestamp);
  const words = textOf(fieldsOf(footer).text);
  if (at === undefined && words === undefined) return undefined;
  return make(
    'p',
    { class: 'embed-footer' },
    words,
    at === undefined || words === undefined ? undefined : ' • ',
    at === undefined ? undefined : make('time', { datetime: at }, sentText(Date.parse(at), context)),
  );
}

/** An embed of the old style. */
export function drawEmbed(embed: Fields, context: DrawContext): HTMLElement {
  const drawn = make(
    'div',
    { class: 'embed' },
    make(
      'div',
      { class: 'embed-words' },
      drawAuthor(embed),
      drawTitle(embed),
      drawDescription(embed, context),
      drawFields(embed, context),
    ),
    drawEmbedPicture(embed.thumbnail, 'thumbnail'),
    drawEmbedPicture(embed.image, 'embed-image'),
    drawFooter(embed, context),
  );
  const colour = numberOf(embed.color);
  if (colour !== undefined) drawn.style.setProperty('--accent', cssColour(colour));
  return drawn;
}
