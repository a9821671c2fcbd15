import { inflateSync } from 'node:zlib';

/** A decoded picture; `at` gives red, green and blue, 0 to 255. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [number, number, number];
}

const channels = 4;

/** Reads a PNG of 8-bit RGBA without interlacing, as the renderer writes it (ISO/IEC 15948); throws on any other. */
export function readPng(bytes: Uint8Array): Pixels {
  const data = Buffer.from(bytes);
  if (data.toString('latin1', 1, 4) !== 'PNG') throw new TypeError('no PNG');
  const parts: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = 8; at < data.length; ) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    const body = data.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  if (header === undefined || header[8] !== 8 || header[9] !== 6 || header[12] !== 0)
    throw new TypeError('not a PNG of this kind');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), width, height);
  const byte = (index: number) => pixels[index] ?? 0;
  return {
    width,
    height,
    at(x, y) {
      const index = ((y + 1) * (width + 1) + x + 1) * channels;
      return [byte(index), byte(index + 1), byte(index + 2)];
    },
  };
}

/** Undoes the filters by which each row is told from its neighbours. A row and a pixel of zeros lie before the first. */
function unfilter(raw: Buffer, width: number, height: number): Uint8Array {
  const stride = (width + 1) * channels;
  const out = new Uint8Array(stride * (height + 1));
  for (let row = 0; row < height; row += 1) {
    const from = row * (width * channels + 1);
    const guess = guesses[raw.readUInt8(from)];
    if (guess === undefined) throw new TypeError('a row has no known filter');
    for (let index = 0; index < width * channels; index += 1) {
      const to = (row + 1) * stride + channels + index;
      const [left = 0, up = 0, corner = 0] = [
        out[to - channels],
        out[to - stride],
        out[to - stride - channels],
      ];
      out[to] = raw.readUInt8(from + 1 + index) + guess(left, up, corner);
    }
  }
  return out;
}

const guesses: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
