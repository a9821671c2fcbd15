import type { Component } from '../../component.ts';
import { fieldsOf, numberOf, textOf } from '../../json.ts';
import { sizeText } from '../composer/file-list.ts';
import { make } from '../dom.ts';
import type { AttachmentView } from '../protocol.ts';
import { coverSpoiler } from './draw-cover.ts';
import { outwardLink } from './draw-inline.ts';
import { webAddress } from './read-link.ts';

interface FileCard {
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number | undefined;
}

function drawCard({ name, url, size }: FileCard): HTMLElement {
  const address = webAddress(url);
  const title = address === undefined ? make('span') : outwardLink(address, { download: name });
  title.classList.add('file-card-name');
  title.append(name);
  return make(
    'div',
    { class: 'file-card' },
    make('span', { class: 'file-sign', 'aria-hidden': 'true' }),
    make(
      'div',
      { class: 'file-words' },
      title,
      size === undefined ? undefined : make('span', { class: 'file-card-size' }, sizeText(size)),
    ),
  );
}

export function drawFileComponent({ file, name, size, spoiler }: Component): HTMLElement {
  const url = textOf(fieldsOf(file).url) ?? '';
  const card = drawCard({ name: textOf(name) ?? 'file', url, size: numberOf(size) });
  return spoiler === true ? coverSpoiler(card, 'file') : card;
}

export function drawAttachedFile({ filename, url, size }: AttachmentView): HTMLElement {
  const card = drawCard({ name: filename, url, size });
  return filename.startsWith('SPOILER_') ? coverSpoiler(card, 'file') : card;
}
