import type { Font } from './font.ts';

/** A style of text: the font and its size in pixels. */
export interface Style {
  readonly font: Font;
  readonly size: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** The renderer's own measure may differ by hinting. */
const slack = 1.01;

const fits = (text: string, { font, size }: Style, room: number): boolean =>
  font.width(text, size) * slack <= room;

/** Text in lines no wider than `room`, parted between words, and within a word that is wider than a line. */
export function wrapped(text: string, style: Style, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((piece) => piece !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer, style, room)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenWord(word, style, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function brokenWord(word: string, style: Style, room: number): readonly string[] {
  if (fits(word, style, room)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment, style, room)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** Text in at most so many lines; where that cuts it, the last ends in "…". */
export function wrappedWithin(text: string, style: Style, room: number, most: number): readonly string[] {
  const lines = wrapped(text, style, room);
  if (lines.length <= most) return lines;
  const characters = [...graphemes.segment(lines[most - 1] ?? '')].map(({ segment }) => segment);
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}…`, style, room)) characters.pop();
  return [...lines.slice(0, most - 1), `${characters.join('').trimEnd()}…`];
}
