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
 * Reads bytes as text: by their byte order mark; as UTF-8 where they are valid UTF-8; by the charset that the
 * content type or the page itself declares where it decodes without a fault; else as windows-1252, which
 * decodes anything. Text of white space only is 'empty'. Never throws.
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
  const charset = markedCharset(bytes);
  if (charset === undefined) return undefined;
  const text = new TextDecoder(charset).decode(bytes);
  return looksLikeText(text) ? text : undefined;
}

function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUnmarked(bytes: Uint8Array, contentType: string, start: string): string | undefined {
  const charsets = ['utf-8', charsetOf(contentType), declaredCharset(start), 'windows-1252'];
  for (const charset of charsets) {
    const text = charset === undefined ? undefined : decodeCleanly(bytes, charset);
    if (text !== undefined && looksLikeText(text)) return text;
  }
  return undefined;
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1];
}

/** The charset of a <meta> or XML declaration. One that names UTF-16 is wrong: it was read byte by byte. */
function declaredCharset(start: string): string | undefined {
  const declared =
    /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(start)?.[1];
  return declared?.toLowerCase().startsWith('utf-16') ? undefined : declared;
}

/** `undefined` for a charset nobody knows and for bytes that are not valid in it. */
function decodeCleanly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
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
