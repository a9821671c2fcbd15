import type { Component } from '../../component.ts';
import { fieldsOf, textOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { AttachmentView } from '../protocol.ts';
import { coverSpoiler } from './draw-cover.ts';
import { outwardLink } from './draw-inline.ts';
import { webAddress } from './read-link.ts';

/** A picture with its words for those who do not see it. */
export interface Picture {
  readonly url: string;
  readonly description: string | undefined;
  readonly isSpoiler: boolean;
}

/** Whether the page may ask for a picture: its own server's, or one that the address itself holds. */
function mayLoad(url: string): boolean {
  if (/^data:image\//i.test(url)) return true;
  return URL.canParse(url) && new URL(url).origin === location.origin;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'elsewhere';
}

/** In the place of a picture that is not fetched: what it shows, and where it is. */
function drawUnloaded({ url, description }: Picture): HTMLElement {
  const address = webAddress(url);
  const words = [
    make('span', { class: 'picture-words' }, description ?? 'A picture without a description'),
    make('span', { class: 'picture-host' }, `Picture at ${hostOf(url)}, not loaded`),
  ];
  if (address === undefined) return make('div', { class: 'picture picture-box' }, ...words);
  const link = outwardLink(address, { class: 'picture picture-box' });
  link.append(...words);
  return link;
}

function drawLoaded({ url, description }: Picture): HTMLElement {
  const image = make('img', {
    src: url,
    alt: description ?? 'A picture without a description',
    loading: 'lazy',
  });
  if (description !== undefined) image.title = description;
  if (url.startsWith('data:')) return make('div', { class: 'picture' }, image);
  const link = outwardLink(url, { class: 'picture' });
  link.append(image);
  return link;
}

export function drawPicture(picture: Picture): HTMLElement {
  const drawn = mayLoad(picture.url) ? drawLoaded(picture) : drawUnloaded(picture);
  return picture.isSpoiler ? coverSpoiler(drawn, 'picture') : drawn;
}

/** Pictures side by side; how they are laid out goes by their number. */
export function drawGallery(pictures: readonly Picture[]): HTMLElement {
  return make(
    'div',
    { class: 'gallery', 'data-count': String(pictures.length) },
    ...pictures.map((picture) => make('div', { class: 'gallery-cell' }, drawPicture(picture))),
  );
}

/** A picture as a component or an embed names it. */
export function pictureOf({ media, description, spoiler }: Readonly<Record<string, unknown>>): Picture {
  return {
    url: textOf(fieldsOf(media).url) ?? '',
    description: textOf(description),
    isSpoiler: spoiler === true,
  };
}

export function drawThumbnail(component: Component): HTMLElement {
  return make('div', { class: 'thumbnail' }, drawPicture(pictureOf(component)));
}

const spoilerMark = 'SPOILER_';

export function isPicture({ content_type: type }: AttachmentView): boolean {
  return type?.startsWith('image/') === true;
}

/** A picture that was sent as a file. */
export function attachedPicture({ url, filename, description }: AttachmentView): Picture {
  return { url, description: description ?? filename, isSpoiler: filename.startsWith(spoilerMark) };
}
