import { createRequire } from 'node:module';
import type { Edit } from './runs.ts';

/** Only what damage did is undone; the library's other tidying would change healthy text. */
const settings = {
  uncurl_quotes: false,
  fix_latin_ligatures: false,
  fix_character_width: false,
  fix_line_breaks: false,
  remove_control_chars: false,
  remove_terminal_escapes: false,
  normalization: null,
  explain: false,
} as const;

/** Two characters that bytes of UTF-8 give when read as another encoding, a C1 control, or an HTML entity. */
const damage =
  /[\u0080-\u052f][\u0080-\u22ff]|[\u0080-\u009f]|\u00e2\u20ac|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8}\d?);/;

/** A closing quotation mark whose last byte has no character in Windows-1252 and was lost; read once or twice. */
const lostByte = /(\u00e2\u20ac|\u00c3\u00a2\u00e2\u201a\u00ac)(?=[\s!-~]|$)/g;

const survivors: Readonly<Record<string, string>> = {
  '\u00a6': '…',
  '\u00ac': '€',
  '\u00a2': '™',
  '\u00a9': '₩',
};

/** A symbol of which only the last byte was kept behind the first one, and letters read as ISO 8859-13. */
const halfLost = /[\u0101\u00e2]([\u00a6\u00ac\u00a2\u00a9])(?![^\0-\u007f])/g;
const baltic = /[\u0100\u0106]([\u00a0-\u00bf])/g;

/** Currency signs that the library leaves. */
const currency = /\u00e2\u201a([\u00a0-\u00bf])/g;

/** A character beyond the basic plane, written as two entities. */
const surrogates = /&#(5[5-6]\d{3});&#(5[67]\d{3});/g;

/** Longer lines are mended in pieces, since the library's work on one piece is not bounded by its length. */
const longestPiece = 4000;

/** Edits that undo damage which lost nothing: UTF-8 read as another encoding (also twice), HTML entities. */
export function losslessEdits(text: string): readonly Edit[] {
  if (!damage.test(text)) return [];
  return piecesOf(text).flatMap(({ at, piece }) =>
    damage.test(piece) ? differences(piece, mend(piece), at) : [],
  );
}

let fixText: typeof import('@photostructure/ftfy').fix_text | undefined;

/** The library takes 9 MB, so it is loaded at its first use: most texts are not damaged. */
function openLibrary(): NonNullable<typeof fixText> {
  if (fixText) return fixText;
  const loaded: typeof import('@photostructure/ftfy') = createRequire(import.meta.url)(
    '@photostructure/ftfy',
  );
  fixText = loaded.fix_text;
  return fixText;
}

function mend(piece: string): string {
  const whole = piece.replace(lostByte, (lead) =>
    lead.length === 2 ? `${lead}\u009d` : `${lead}\u00c2\u009d`,
  );
  const paired = whole.replace(surrogates, (_, high: string, low: string) =>
    String.fromCharCode(+high, +low),
  );
  const ready = paired
    .replace(halfLost, (both, last: string) => survivors[last] ?? both)
    .replace(baltic, (pair) => String.fromCharCode(pair.charCodeAt(1) + (pair[0] === '\u0106' ? 64 : 0)));
  const fixed = openLibrary()(ready, null, settings);
  return fixed.replace(currency, (_, last: string) => String.fromCharCode(0x2000 + last.charCodeAt(0)));
}

function piecesOf(text: string): readonly { readonly at: number; readonly piece: string }[] {
  const pieces: { at: number; piece: string }[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    const end = lineEnd - at <= longestPiece ? lineEnd : pieceEnd(text, at);
    pieces.push({ at, piece: text.slice(at, end) });
    at = end;
  }
  return pieces;
}

/** Behind a blank if there is one near, else before a first byte, so that no damaged mark is cut in two. */
function pieceEnd(text: string, at: number): number {
  const farthestEnd = at + longestPiece;
  const blank = text.lastIndexOf(' ', farthestEnd - 1);
  if (blank > at + longestPiece / 2) return blank + 1;
  const near = text.slice(farthestEnd - longestMark, farthestEnd);
  const firstByte = Math.max(near.lastIndexOf('\u00c3'), near.lastIndexOf('\u00f0'));
  const anyByte = firstByte < 0 ? near.search(/[\u00c2-\u00f4][^\u00c2-\u00f4]*$/) : firstByte;
  return anyByte < 0 ? farthestEnd : farthestEnd - longestMark + anyByte;
}

const longestMark = 24;
const farthest = 24;
const anchorLength = 2;

/** The stretches in which two versions of a line differ, each as small as a short look ahead can make it. */
function differences(before: string, after: string, at: number): readonly Edit[] {
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (before[i] === after[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const [di, dj] = nextMeeting(before, after, i, j);
    edits.push({ start: at + i, end: at + i + di, text: after.slice(j, j + dj), step: 'mojibake' });
    i += di;
    j += dj;
  }
  return edits;
}

/** How far to go in both versions until they agree again; to the ends where they do not within reach. */
function nextMeeting(before: string, after: string, i: number, j: number): readonly [number, number] {
  for (let sum = 1; sum <= farthest; sum += 1) {
    for (let dj = 0; dj <= sum; dj += 1) {
      const di = sum - dj;
      if (agree(before, after, i + di, j + dj)) return [di, dj];
    }
  }
  return [before.length - i, after.length - j];
}

function agree(before: string, after: string, i: number, j: number): boolean {
  if (i > before.length || j > after.length) return false;
  const rest = before.slice(i, i + anchorLength);
  return rest === after.slice(j, j + anchorLength) && (rest !== '' || isDone(before, after, i, j));
}

function isDone(before: string, after: string, i: number, j: number): boolean {
  return i === before.length && j === after.length;
}
