import type { Block, Reply } from '../domain/reply.ts';
import { lineToMarkdown } from './markdown.ts';
import { small } from './pieces.ts';

/** Discord's bound on the text of one Components V2 message is 4,000; the rest is room for the last line. */
const textLimit = 3_900;

type Line = Extract<Block, { readonly pieces: unknown }>;

const isLine = (block: Block): block is Line => 'pieces' in block;

/** How many characters of a message's text a block takes, its line break included. */
export function textLength(block: Block): number {
  return isLine(block) ? lineToMarkdown(block).length + 1 : 0;
}

export const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + textLength(block), 0);

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
    if (isLine(block) && room < 0) isFull = true;
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
