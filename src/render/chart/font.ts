/** What is needed of a font to set text in it: how wide text is, and whether all of it can be shown. */
export interface Font {
  /** In the unit of `size`. Kerning is left out, so the text is drawn a little narrower at most. */
  width(text: string, size: number): number;
  /** Whether there is a glyph for every character; where there is none, the renderer draws nothing, without an error. */
  shows(text: string): boolean;
}

/** Reads a TrueType font (OpenType 1.9: head, hhea, hmtx, cmap format 12); throws on any other file. */
export function readFont(bytes: Uint8Array): Font {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(data);
  const offset = (tag: string): number => {
    const found = tables.get(tag);
    if (found === undefined) throw new TypeError(`the font has no table "${tag}"`);
    return found;
  };
  const unitsPerEm = data.getUint16(offset('head') + 18);
  const metricCount = data.getUint16(offset('hhea') + 34);
  const metrics = offset('hmtx');
  const glyphOf = characterMap(data, offset('cmap'));
  const advance = (glyph: number): number =>
    data.getUint16(metrics + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
  const glyphs = (text: string): number[] =>
    [...text].map((character) => glyphOf(character.codePointAt(0) ?? 0));
  return {
    width: (text, size) => size * glyphs(text).reduce((sum, glyph) => sum + advance(glyph), 0),
    shows: (text) => glyphs(text).every((glyph) => glyph !== 0),
  };
}

function tableOffsets(data: DataView): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (let index = 0; index < data.getUint16(4); index += 1) {
    const record = 12 + 16 * index;
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(data.getUint8(record + at))).join('');
    offsets.set(tag, data.getUint32(record + 8));
  }
  return offsets;
}

/** The map from code points to glyphs (format 12: groups of both in a row); 0 is the glyph of what there is none for. */
function characterMap(data: DataView, cmap: number): (codePoint: number) => number {
  const starts = Array.from(
    { length: data.getUint16(cmap + 2) },
    (_, index) => cmap + data.getUint32(cmap + 8 + 8 * index),
  );
  const start = starts.find((at) => data.getUint16(at) === 12);
  if (start === undefined) throw new TypeError('the font has no character map of format 12');
  const groups = Array.from({ length: data.getUint32(start + 12) }, (_, index) => {
    const group = start + 16 + 12 * index;
    return {
      first: data.getUint32(group),
      last: data.getUint32(group + 4),
      glyph: data.getUint32(group + 8),
    };
  });
  return (codePoint) => {
    const group = groups.find(({ first, last }) => codePoint >= first && codePoint <= last);
    return group === undefined ? 0 : group.glyph + codePoint - group.first;
  };
}
