import { decodeCleanly } from './charset/decode-cleanly.ts';
import { detectedText } from './charset/detect-charset.ts';
import { utf32Text, wideTextOf } from './charset/unicode.ts';

export type Decoding =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'empty' | 'binary' };

/** First bytes of kinds of file that hold no readable text, as latin-1; others show by their control characters. */
const binaryStarts = [
  '%PDF-',
  '%!PS',
  '{\\rtf',
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  '7z\xbc\xaf',
  'Rar!\x1a',
  '\xd0\xcf\x11\xe0',
];

/** The WHATWG sniffs 1,024 bytes for a declared charset; pages in the wild put it later. */
const declarationBytes = 4096;

/** Share of control characters above which bytes are no text; random bytes have about .1. */
const maxControlShare = 0.005;

/**
 * Reads bytes as text: by their byte order mark; as UTF-16 where every other byte is NUL; as UTF-8 where they are
 * valid UTF-8 but for a few; by the charset that the content type or the page itself declares where it decodes
 * without a fault; by what the bytes suggest; else as windows-1252, which decodes anything. Text of white space only
 * is 'empty'. Never throws.
 */
export function decodeText(bytes: Uint8Array, hint: { readonly contentType?: string } = {}): Decoding {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  const start = Buffer.from(bytes.subarray(0, declarationBytes)).toString('latin1');
  if (binaryStarts.some((magic) => start.startsWith(magic))) return { ok: false, reason: 'binary' };
  const text = decodeMarked(bytes) ?? decodeUnmarked(bytes, hint.contentType ?? '', start);
  if (text === undefined) return { ok: false, reason: 'binary' };
  return text.trim() === '' ? { ok: false, reason: 'empty' } : { ok: true, text };
}

/** A byte order mark is a promise: single bad bytes after it become U+FFFD instead of another encoding. */
function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  const isLittle = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  const isBig = first === 0 && second === 0 && third === 0xfe && fourth === 0xff;
  const widest = isLittle || isBig ? utf32Text(bytes, isLittle) : undefined;
  const charset = markedCharset(bytes);
  const text = widest ?? (charset === undefined ? undefined : new TextDecoder(charset).decode(bytes));
  return text !== undefined && looksLikeText(text) ? text : undefined;
}

function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUnmarked(bytes: Uint8Array, contentType: string, start: string): string | undefined {
  const declared = declaredCharset(start) ?? '';
  const readings = [
    () => decodeCleanly(bytes, isShifted(start) ? 'iso-2022-jp' : 'utf-8'),
    () => decodeCleanly(bytes, charsetOf(contentType) ?? ''),
    () => wideTextOf(bytes),
    () => mostlyUtf8(bytes, isUtf8(charsetOf(contentType) ?? declared)),
    () => decodeCleanly(bytes, declared),
    () => detectedText(bytes),
    () => decodeCleanly(bytes, 'windows-1252'),
  ];
  for (const read of readings) {
    const text = read();
    if (text !== undefined && looksLikeText(text)) return text;
  }
  return undefined;
}

/** ISO-2022-JP is ASCII, as UTF-8 is, but for its escapes. */
function isShifted(start: string): boolean {
  return (
    start.split('\x1b').some((part, index) => index > 0 && /^(?:\$[@B]|\([BJI])/.test(part)) &&
    !/[\x80-\xff]/.test(start)
  );
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(contentType)?.[1];
}

/** The charset of a <meta> or XML declaration. One that names UTF-16 is wrong: it was read byte by byte. */
function declaredCharset(start: string): string | undefined {
  const declared =
    /<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']\s{0,9}([\w.: -]{1,40})/i.exec(start)?.[1] ??
    /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /^\s{0,99}@charset\s{1,9}["']([\w.:-]{1,40})/i.exec(start)?.[1];
  return declared?.toLowerCase().startsWith('utf-16') ? undefined : declared;
}

const isUtf8 = (charset: string): boolean => /^\s*utf-?8\s*$/i.test(charset);

/**
 * In UTF-8 by far most of it: a text that was cut in a character, or has some bytes of another. Where it says that it is
 * in UTF-8, half of it: characters of several bytes stand in no other text by chance.
 */
function mostlyUtf8(bytes: Uint8Array, isDeclared: boolean): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let damaged = 0;
  let valid = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) damaged += 1;
    else if (code > 0x7f) valid += 1;
  }
  const isCutAtEnd = damaged === 1 && valid > 0 && text.endsWith('\ufffd');
  return isCutAtEnd || valid >= damaged * (isDeclared ? 1 : 8) ? text : undefined;
}

/** C1 controls do not count: text that was decoded wrongly once ("â\x80\x9d") is full of them and can be mended. */
function looksLikeText(text: string): boolean {
  const most = Math.ceil(text.length * maxControlShare);
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return false;
    if (isControl(code)) controls += 1;
    if (controls > most) return false;
  }
  return true;
}

/** Tab, line feed, vertical tab, form feed and carriage return stand in texts. */
function isControl(code: number): boolean {
  return code < 0x09 || (code > 0x0d && code < 0x20) || code === 0x7f;
}
