import type { Passage } from '../domain/brief.ts';
import type { Block, Line, Piece } from '../domain/reply.ts';

export const passage = (of: Passage): Piece => ({ kind: 'passage', passage: of });
export const strong = (of: string | Passage): Piece => ({ kind: 'strong', of });
export const code = (text: string): Piece => ({ kind: 'code', text });
export const time = (at: number, style: 'F' | 'f' | 'R' | 't' | 'D'): Piece => ({ kind: 'time', at, style });

export const channel = (id: string): Piece => ({ kind: 'channel', id });
export const role = (id: string): Piece => ({ kind: 'role', id });

/** A link where there is an address, else the words alone. */
export function linked(url: string | undefined, of: string | Passage): Piece {
  if (url !== undefined) return { kind: 'link', url, of };
  return typeof of === 'string' ? of : passage(of);
}

export const heading = (...pieces: Piece[]): Line => ({ kind: 'heading', pieces });
export const text = (...pieces: Piece[]): Line => ({ kind: 'text', pieces });
export const small = (...pieces: Piece[]): Line => ({ kind: 'small', pieces });
export const quotation = (...pieces: Piece[]): Line => ({ kind: 'quotation', pieces });
export const rule: Block = { kind: 'rule' };

/** Pieces with a separator between them. */
export function joined(pieces: readonly Piece[], separator: string): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
}
