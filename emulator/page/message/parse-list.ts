import type { ListItem, ListNode } from './markdown-tree.ts';
import { parseInline } from './parse-inline.ts';
import type { Found } from './read-link.ts';

const deepest = 10;

interface OpenItem {
  /** Spaces before its dot or number. */
  readonly indent: number;
  readonly start: number | undefined;
  readonly lines: string[];
}

interface OpenList {
  readonly indent: number;
  readonly start: number | undefined;
  readonly items: { readonly children: ListItem['children']; readonly lists: ListNode[] }[];
}

function readItem(line: string): OpenItem | undefined {
  const match = /^( {0,100})([*-]|\d{1,9}\.) {1,100}(\S.*)$/.exec(line);
  if (match === null) return undefined;
  const [, spaces = '', mark = '', words = ''] = match;
  const start = mark.endsWith('.') ? Number.parseInt(mark, 10) : undefined;
  return { indent: spaces.length, start, lines: [words] };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** The items from a place on, each with the lines that are indented under it. */
function readItems(text: string, at: number): Found<readonly OpenItem[]> {
  const items: OpenItem[] = [];
  let end = at;
  while (end < text.length) {
    const line = lineAt(text, end);
    const item = readItem(line);
    const isMore = items.length > 0 && line.startsWith(' ') && line.trim() !== '';
    if (item !== undefined) items.push(item);
    else if (isMore) items.at(-1)?.lines.push(line.trim());
    else break;
    end += line.length + 1;
  }
  return { found: items, end: Math.min(end, text.length) };
}

function closeList({ start, items }: OpenList): ListNode {
  return { kind: 'list', items, ...(start === undefined ? {} : { start }) };
}

/** Puts items into lists by how far they are indented. */
function nest(items: readonly OpenItem[]): readonly ListNode[] {
  const done: ListNode[] = [];
  const open: OpenList[] = [];
  const closeLast = () => {
    const list = open.pop();
    if (list === undefined) return;
    const parent = open.at(-1)?.items.at(-1);
    (parent?.lists ?? done).push(closeList(list));
  };
  for (const { indent, start, lines } of items) {
    while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) closeLast();
    const last = open.at(-1);
    const isDeeper = last === undefined || (indent > last.indent && open.length < deepest);
    const list: OpenList = isDeeper ? { indent, start, items: [] } : last;
    if (isDeeper) open.push(list);
    list.items.push({ children: parseInline(lines.join('\n')), lists: [] });
  }
  while (open.length > 0) closeLast();
  return done;
}

/** The list that begins at a place; the first mark says whether it is numbered. */
export function readList(text: string, at: number): Found<readonly ListNode[]> | undefined {
  const { found, end } = readItems(text, at);
  return found.length === 0 ? undefined : { found: nest(found), end };
}
