const sampleBytes = 8192;

/**
 * UTF-16 or UTF-32 by a pattern that no other text has: NULs in every other byte, or pairs of bytes that are
 * nearly all letters of East Asia. `undefined` where there is none.
 */
export function wideTextOf(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const [first, second, third, fourth] = zerosIn(sample);
  const quarter = sample.length / 4;
  if (third + fourth > 1.8 * quarter && first < quarter / 2) return utf32Text(bytes, true);
  if (first + second > 1.8 * quarter && fourth < quarter / 2) return utf32Text(bytes, false);
  const odd = second + fourth;
  const even = first + third;
  const isWide = Math.min(odd, even) <= Math.max(odd, even) * 0.05 && Math.max(odd, even) > quarter * 0.2;
  return (
    wideText(bytes, 'utf-16le', isEastAsian) ??
    wideText(bytes, 'utf-16be', isEastAsian) ??
    (isWide ? wideText(bytes, odd > even ? 'utf-16le' : 'utf-16be', () => true) : undefined)
  );
}

/** How many of the first, second, third and fourth bytes of all groups of four are NUL. */
function zerosIn(bytes: Uint8Array): readonly [number, number, number, number] {
  const count = (place: number) => bytes.filter((byte, index) => byte === 0 && index % 4 === place).length;
  return [count(0), count(1), count(2), count(3)];
}

/** Shorter texts may be pairs by chance. */
const fewestUnits = 4;

function wideText(
  bytes: Uint8Array,
  charset: string,
  isRight: (sample: string) => boolean,
): string | undefined {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const text = new TextDecoder(charset).decode(whole);
  const sample = text.slice(0, sampleBytes / 2);
  const isChance = text.length < fewestUnits || countIn(sample, isLetterPair) > sample.length / 2;
  if (isChance || !isRight(sample)) return undefined;
  const damaged = text.split('\ufffd').length - 1;
  return damaged > text.length / 1000 + 1 ? undefined : text;
}

function countIn(text: string, isCounted: (code: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (isCounted(text.charCodeAt(index))) count += 1;
  return count;
}

/** What a text of one byte a letter becomes when it is read as UTF-16. */
function isLetterPair(code: number): boolean {
  return isLetter(code >> 8) && isLetter(code & 0xff);
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return byte === 0x20 || (lower >= 0x61 && lower <= 0x7a);
}

function isEastAsian(text: string): boolean {
  return (
    /[\u3000-\u3002\uff0c\uff01\uff1f\n ]/.test(text) && countIn(text, isEastAsianLetter) > text.length * 0.95
  );
}

function isEastAsianLetter(code: number): boolean {
  if (code === 0x20 || code === 0x0a || code === 0x0d) return true;
  const isKanaOrSign = code >= 0x3000 && code < 0x3100;
  const isIdeograph = code >= 0x4e00 && code < 0x9fa6;
  return (
    isKanaOrSign || isIdeograph || (code >= 0xac00 && code < 0xd7a4) || (code >= 0xff00 && code < 0xff66)
  );
}

/** `undefined` where it is no text: most of one is from the first plane. */
export function utf32Text(bytes: Uint8Array, isLittleEnd: boolean): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let strange = 0;
  const count = Math.floor(bytes.length / 4);
  for (let index = 0; index < count; index += 1) {
    const code = view.getUint32(index * 4, isLittleEnd);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
    if (!isCharacter || code > 0xffff || code === 0xfeff) strange += 1;
    parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
  }
  return strange * 2 > count || count === 0 ? undefined : parts.join('').replace(/^\ufeff/, '');
}
