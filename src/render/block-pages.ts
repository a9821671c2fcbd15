import type { Block, Button } from '../domain/reply.ts';
import { lengthOf } from './limits.ts';

/** What a page may hold: entries, and characters of text. */
export interface PageRoom {
  readonly entries: number;
  readonly length: number;
}

/** A page of a list, and what leads to the others. */
interface BlockPage {
  readonly lines: readonly Block[];
  /** "page 2 of 3", where there are several. */
  readonly counts: readonly string[];
  readonly buttons: readonly Block[];
}

/** The page that is wanted, counted from 0; one that is not there (any more) is the nearest that is. */
export function blockPage(
  entries: readonly (readonly Block[])[],
  most: PageRoom,
  wanted: number,
  pressOf: (page: number) => string,
): BlockPage {
  const pages = pagesOf(entries, most);
  const page = Math.min(Math.max(wanted, 0), pages.length - 1);
  const buttons: Button[] = [
    ...(page > 0 ? [{ label: 'Previous', press: pressOf(page - 1) }] : []),
    ...(page < pages.length - 1 ? [{ label: 'Next', press: pressOf(page + 1) }] : []),
  ];
  return {
    lines: pages[page] ?? [],
    counts: pages.length > 1 ? [`page ${page + 1} of ${pages.length}`] : [],
    buttons: buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }],
  };
}

/** The lines of each page, with no entry parted. */
function pagesOf(entries: readonly (readonly Block[])[], most: PageRoom): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let room = 0;
  let count = most.entries;
  for (const lines of entries) {
    const length = lengthOf(lines);
    if (count === most.entries || length > room) {
      pages.push([]);
      room = most.length;
      count = 0;
    }
    pages.at(-1)?.push(...lines);
    room -= length;
    count += 1;
  }
  return pages;
}
