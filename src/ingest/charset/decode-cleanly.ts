import { charsetNamed } from './charset-names.ts';

/** Charsets of ISO without the signs that windows has in the place of control characters. */
const supersets: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-13': 'windows-1257',
  'iso-8859-15': 'windows-1252',
};

/** `undefined` for a charset nobody knows and for bytes that are not valid in it. */
export function decodeCleanly(bytes: Uint8Array, name: string): string | undefined {
  const charset = charsetNamed(name);
  if (charset === undefined) return undefined;
  const text = decodeValid(bytes, charset);
  const superset = supersets[charset];
  return superset !== undefined && (text === undefined || /[\x80-\x9f]/.test(text))
    ? (decodeValid(bytes, superset) ?? text)
    : text;
}

function decodeValid(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
