import type { Component } from '../../component.ts';
import { fieldsOf, textOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { AttachmentView } from '../protocol.ts';
import { coverBox } from './cover.ts';
import { isSpoilerName } from './draw-file.ts';
import { drawLink } from './draw-inline.ts';
import { webAddress } from './read-link.ts';

/** A picture with its words for those who do not see it. */
interface Picture {
  readonly url: string;
  readonly description: string | undefined;
  readonly isSpoiler: boolean;
}

/** Whether asking for a picture asks nobody but the emulator: its own, or one that the address itself holds. */
function mayLoad(url: string): boolean {
  if (/^data:image\//i.test(url)) return true;
  return URL.canParse(url) && new URL(url).origin === location.origin;
}

const noWords = 'Picture without a description';

/** In the place of a picture that is not fetched: what it shows, and where it is. */
function drawPlaceholder({ url, description }: Picture): HTMLElement {
  const address = webAddress(url);
  return make(
    'div',
    { class: 'picture-placeholder' },
    make('span', { class: 'picture-words' }, description ?? noWords),
    address === undefined ? undefined : drawLink(address, new URL(address).host),
    make(
      'span',
      { class: 'picture-note', title: 'This page asks nobody outside for anything' },
      'not loaded',
    ),
  );
}

function drawLoaded({ url, description }: Picture): HTMLElement {
  const image = make('img', { class: 'picture', src: url, alt: description ?? noWords, title: description });
  // Browsers open no page at an address that holds the picture itself.
  if (url.startsWith('data:')) return image;
  const link = drawLink(url, image);
  link.className = 'picture-link';
  return link;
}

function drawPicture(picture: Picture): HTMLElement {
  const drawn = mayLoad(picture.url) ? drawLoaded(picture) : drawPlaceholder(picture);
  return picture.isSpoiler ? coverBox(drawn) : drawn;
}

/** One to ten pictures in a grid; how they are laid out goes by their number. */
function drawPictures(pictures: readonly Picture[]): HTMLElement {
  const items = pictures.map((picture) => make('div', { class: 'gallery-item' }, drawPicture(picture)));
  return make('div', { class: 'gallery', 'data-count': String(items.length) }, ...items);
}

/** A picture as components and embeds name it; nothing where there is none. */
function pictureOf(item: unknown): Picture | undefined {
  const { media, url: ownUrl, description, spoiler } = fieldsOf(item);
  const url = textOf(ownUrl) ?? textOf(fieldsOf(media).url);
  return url === undefined
    ? undefined
    : { url, description: textOf(description), isSpoiler: spoiler === true };
}

export function drawGallery({ items = [] }: Component): HTMLElement {
  return drawPictures(items.flatMap((item) => pictureOf(item) ?? []));
}

/** One picture in a box of a class. */
export function drawPictureIn(className: string, item: unknown): HTMLElement | undefined {
  const picture = pictureOf(item);
  return picture === undefined ? undefined : make('div', { class: className }, drawPicture(picture));
}

export function isPictureFile({ content_type: type = '' }: AttachmentView): boolean {
  return /^image\//i.test(type);
}

/** The pictures that were sent as files. */
export function drawAttachedPictures(attachments: readonly AttachmentView[]): HTMLElement | undefined {
  if (attachments.length === 0) return undefined;
  return drawPictures(
    attachments.map(({ url, filename, description }) => ({
      url,
      description: description ?? filename,
      isSpoiler: isSpoilerName(filename),
    })),
  );
}
