import type { Block, Line, Piece, Reply } from '../domain/reply.ts';
import { lineToMarkdown } from './markdown.ts';
import { small } from './pieces.ts';

/** Discord's bounds on one Components V2 message. */
const mostText = 4_000;
const mostComponents = 40;

/** The rest is room for the last line. */
const textLimit = mostText - 100;

const isLine = (block: Block): block is Line => 'pieces' in block;

/** How many characters of a message's text a block takes, its line breaks included. */
export function textLength(block: Block): number {
  if (block.kind === 'section') return lengthOf(block.lines);
  return isLine(block) ? lineToMarkdown(block).length + 1 : 0;
}

export const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + textLength(block), 0);

const asRead = (piece: Piece): Piece => {
  if (typeof piece === 'string' || piece.kind !== 'link') return piece;
  return typeof piece.of === 'string' ? piece.of : { kind: 'passage', passage: piece.of };
};

/** How many characters of lines are read: the addresses of links are not. */
export const readLength = (lines: readonly Line[]): number =>
  lengthOf(lines.map(({ kind, pieces }) => ({ kind, pieces: pieces.map(asRead) })));

/** How many of Discord's components a block is by itself: a section with its text and button, a row with its buttons. */
function componentsOf(block: Block): number {
  if (block.kind === 'section') return 3;
  return block.kind === 'buttons' ? 1 + block.buttons.length : 1;
}

/** How many components a reply is: all that it holds in one container, lines that follow each other as one text. */
function componentCount({ blocks, files = [] }: Reply): number {
  const joined = blocks.filter((block, index) => {
    const before = blocks[index - 1];
    return !isLine(block) || before === undefined || !isLine(before);
  });
  return joined.reduce((sum, block) => sum + componentsOf(block), 1 + files.length);
}

/** Whether Discord takes it, as far as its text and the number of its components go. */
export const isWithinLimits = (reply: Reply): boolean =>
  lengthOf(reply.blocks) <= mostText && componentCount(reply) <= mostComponents;

/**
 * A reply that Discord takes: when its text is too long, whole lines are left out from the end, and a last
 * line says so; never a part of a sentence or a quotation. Buttons stay.
 */
export function withinLimits(reply: Reply): Reply {
  let room = textLimit;
  let isFull = false;
  const kept: Block[] = [];
  for (const block of reply.blocks) {
    room -= textLength(block);
    if (textLength(block) > 0 && room < 0) isFull = true;
    if (!isFull || block.kind === 'buttons') kept.push(block);
  }
  if (!isFull) return reply;
  const firstButtons = kept.findIndex(({ kind }) => kind === 'buttons');
  const at = firstButtons === -1 ? kept.length : firstButtons;
  return {
    ...reply,
    blocks: [
      ...withoutOrphans(kept.slice(0, at)),
      small('The rest is too long for one message.'),
      ...kept.slice(at),
    ],
  };
}

/** A heading or a rule with nothing under it says nothing. */
function withoutOrphans(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'heading' && kind !== 'rule');
  return blocks.slice(0, last + 1);
}
