import type { Block } from './markdown-tree.ts';
import { parseInline } from './parse-inline.ts';
import { readList } from './parse-list.ts';
import type { Found } from './read-link.ts';

type Blocks = Found<readonly Block[]>;

/** Where the line that begins here ends, without its line break. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Behind the line break, if there is one. */
const afterLine = (text: string, end: number) => Math.min(end + 1, text.length);

const afterMark = (line: string, mark: string) => line.slice(mark.length).trim();

/** Signs at the end of a heading are not its own. */
function headingWords(line: string, level: number): string {
  const words = line.trim().slice(level).trim();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  return words.slice(0, end).trim();
}

function readLine(text: string, at: number): Blocks | undefined {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  const next = afterLine(text, end);
  if (line.startsWith('-# ')) {
    const words = afterMark(line, '-#');
    if (words === '' || words.startsWith('-#')) return undefined;
    return { found: [{ kind: 'subtext', children: parseInline(words) }], end: next };
  }
  const level = /^ {0,100}(#{1,3}) /.exec(line)?.[1]?.length;
  if (level !== 1 && level !== 2 && level !== 3) return undefined;
  const words = headingWords(line, level);
  if (words === '' || words.startsWith('#')) return undefined;
  return { found: [{ kind: 'heading', level, children: parseInline(words) }], end: next };
}

const quoteMark = /^ {0,100}> /;
const wholeQuoteMark = /^ {0,100}>>> /;

/** Lines that begin with ">" one after the other are one quotation; ">>>" is one to the end of the message. */
function readQuote(text: string, at: number): Blocks | undefined {
  const first = text.slice(at, lineEnd(text, at));
  const whole = wholeQuoteMark.exec(first)?.[0].length;
  if (whole !== undefined) {
    const blocks = readMarkdown(text.slice(at + whole), true);
    return { found: [{ kind: 'quote', blocks }], end: text.length };
  }
  const lines: string[] = [];
  let end = at;
  while (end < text.length) {
    const line = text.slice(end, lineEnd(text, end));
    const mark = quoteMark.exec(line);
    if (mark === null) break;
    lines.push(line.slice(mark[0].length));
    end = afterLine(text, end + line.length);
  }
  if (lines.length === 0) return undefined;
  return { found: [{ kind: 'quote', blocks: readMarkdown(lines.join('\n'), true) }], end };
}

const language = /([\w+\-.#]{1,40})\n/y;

/** A code block whose three backticks stand at a place. */
function readFence(text: string, at: number): Blocks | undefined {
  const close = text.indexOf('```', at + 4);
  if (close < 0) return undefined;
  language.lastIndex = at + 3;
  const named = language.exec(text)?.[1];
  const name = named !== undefined && at + 3 + named.length < close ? named : undefined;
  const from = at + 3 + (name === undefined ? 0 : name.length + 1);
  const code = text.slice(from, close).replace(/^\n+/, '').trimEnd();
  if (code === '') return undefined;
  const block: Block = {
    kind: 'codeBlock',
    text: code,
    ...(name === undefined ? {} : { language: name }),
  };
  const end = close + 3;
  return { found: [block], end: text[end] === '\n' ? end + 1 : end };
}

/** Where three backticks stand that no backslash takes away. */
function fencePlaces(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf('```'); at >= 0; at = text.indexOf('```', at + 1)) {
    const [slashes = ''] = /\\{0,100}$/.exec(text.slice(Math.max(0, at - 100), at)) ?? [];
    if (slashes.length % 2 === 0) places.push(at);
  }
  return places;
}

interface Fence extends Blocks {
  readonly at: number;
}

/** Gives the first code block that begins between two places; the places of later calls lie further on. */
function createFenceFinder(text: string): (from: number, to: number) => Fence | undefined {
  const places = fencePlaces(text);
  let index = 0;
  const place = () => places[index] ?? text.length;
  return (from, to) => {
    while (place() < from) index += 1;
    for (; place() < to; index += 1) {
      const block = readFence(text, place());
      if (block !== undefined) return { ...block, at: place() };
    }
    return undefined;
  };
}

function readBlock(text: string, at: number, isInQuote: boolean): Blocks | undefined {
  return (isInQuote ? undefined : readQuote(text, at)) ?? readLine(text, at) ?? readList(text, at);
}

/** A message's text as the blocks that Discord shows; nothing in it is markup of the page. */
export function readMarkdown(text: string, isInQuote = false): readonly Block[] {
  const blocks: Block[] = [];
  const findFence = createFenceFinder(text);
  let paragraphAt = 0;
  let at = 0;
  const endParagraph = (end: number) => {
    const words = text.slice(paragraphAt, end);
    if (words !== '') blocks.push({ kind: 'paragraph', children: parseInline(words) });
  };
  const take = (start: number, { found, end }: Blocks) => {
    endParagraph(start);
    blocks.push(...found);
    at = end;
    paragraphAt = end;
  };
  while (at < text.length) {
    const isLineStart = at === 0 || text[at - 1] === '\n';
    const end = lineEnd(text, at);
    const fence = findFence(at, end);
    const block = isLineStart && fence?.at !== at ? readBlock(text, at, isInQuote) : undefined;
    if (block !== undefined) take(at, block);
    else if (fence !== undefined) take(fence.at, fence);
    else at = afterLine(text, end);
  }
  endParagraph(text.length);
  return blocks;
}
