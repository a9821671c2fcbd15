import type { Component } from '../../component.ts';
import { fieldsOf, numberOf, textOf } from '../../json.ts';
import { sizeText } from '../composer/file-list.ts';
import { make } from '../dom.ts';
import type { AttachmentView } from '../protocol.ts';
import { coverBox } from './cover.ts';
import { drawLink } from './draw-inline.ts';
import { webAddress } from './read-link.ts';

interface FileCard {
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number | undefined;
  readonly isSpoiler: boolean;
}

function drawCard({ name, url, size, isSpoiler }: FileCard): HTMLElement {
  const address = webAddress(url);
  const card = make(
    'div',
    { class: 'file-card' },
    make('span', { class: 'file-sign', 'aria-hidden': 'true' }),
    make(
      'span',
      { class: 'file-words' },
      address === undefined ? name : drawLink(address, name),
      size === undefined ? undefined : make('span', { class: 'file-size' }, sizeText(size)),
    ),
  );
  return isSpoiler ? coverBox(card) : card;
}

export function drawFileComponent({ file, name, size, spoiler }: Component): HTMLElement {
  return drawCard({
    name: textOf(name) ?? 'file',
    url: textOf(fieldsOf(file).url) ?? '',
    size: numberOf(size),
    isSpoiler: spoiler === true,
  });
}

/** Discord tells a file that is to be covered by its name. */
export function isSpoilerName(filename: string): boolean {
  return filename.startsWith('SPOILER_');
}

export function drawAttachedFile({ filename, url, size }: AttachmentView): HTMLElement {
  return drawCard({ name: filename, url, size, isSpoiler: isSpoilerName(filename) });
}
