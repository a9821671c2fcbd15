import type { Passage } from './brief.ts';
import type { Block, Piece } from './reply.ts';

function passagesOf(piece: Piece): readonly Passage[] {
  if (typeof piece === 'string') return [];
  if (piece.kind === 'passage') return [piece.passage];
  const of = piece.kind === 'link' || piece.kind === 'strong' ? piece.of : undefined;
  return typeof of === 'object' ? [of] : [];
}

/** The words of articles that a block shows. */
export function passagesIn(block: Block): readonly Passage[] {
  if (block.kind === 'picture') return block.shows;
  if (block.kind === 'section') return block.lines.flatMap(passagesIn);
  return 'pieces' in block ? block.pieces.flatMap(passagesOf) : [];
}
