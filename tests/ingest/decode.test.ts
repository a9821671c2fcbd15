import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/decode.ts';

const words = 'The café’s owner, Zoë Marr, said “no”.';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const marked = (mark: readonly number[], bytes: Uint8Array) => Buffer.concat([Buffer.from(mark), bytes]);

/** The example words in windows-1252. */
const windows1252 = ascii('The caf\xe9\x92s owner, Zo\xeb Marr, said \x93no\x94.');

describe('text of bytes', () => {
  const read: readonly [string, Uint8Array, string, string?][] = [
    ['UTF-8', Buffer.from(words), words],
    ['UTF-8 with a byte order mark', marked([0xef, 0xbb, 0xbf], Buffer.from(words)), words],
    ['UTF-16, little end first', marked([0xff, 0xfe], utf16le(words)), words],
    ['UTF-16, big end first', marked([0xfe, 0xff], utf16be(words)), words],
    ['UTF-16 without a mark but declared', utf16le(words), words, 'text/plain; charset=utf-16le'],
    ['windows-1252 that nobody declares', windows1252, words],
    ['windows-1252 declared as latin-1', windows1252, words, 'text/plain; charset="ISO-8859-1"'],
    ['UTF-8 declared as latin-1', Buffer.from(words), words, 'text/plain; charset=iso-8859-1'],
    ['windows-1252 declared as UTF-8', windows1252, words, 'text/plain; charset=utf-8'],
    ['an unknown charset', windows1252, words, 'text/plain; charset=martian-1'],
    ['ISO 8859-2 by content type', ascii('Mal\xed \xb9koly'), 'Malí školy', 'text/html;charset=iso-8859-2'],
    [
      'ISO 8859-2 by <meta charset>',
      ascii('<meta charset="iso-8859-2"><p>\xb9kola'),
      '<meta charset="iso-8859-2"><p>škola',
    ],
    [
      'KOI8-R by <meta http-equiv>',
      ascii('<META http-equiv=x content="text/html; charset=koi8-r">\xcd\xc9\xd2'),
      '<META http-equiv=x content="text/html; charset=koi8-r">мир',
    ],
    [
      'Shift JIS by XML declaration',
      ascii("<?xml version='1.0' encoding='Shift_JIS'?>\x93\xfa\x96{"),
      "<?xml version='1.0' encoding='Shift_JIS'?>日本",
    ],
    [
      'windows-1252 under a <meta> that cannot be true',
      ascii('<meta charset="utf-16">caf\xe9'),
      '<meta charset="utf-16">café',
    ],
    [
      'text that was decoded wrongly before, left as it is',
      Buffer.from('it\u00e2\u0080\u0099s'),
      'it\u00e2\u0080\u0099s',
    ],
    ['a DOS end-of-file mark', Buffer.from('Gates closed.\r\n\x1a'), 'Gates closed.\r\n\x1a'],
    ['one bad byte after a UTF-8 mark', marked([0xef, 0xbb, 0xbf], ascii('a\xffb')), 'a\ufffdb'],
  ];
  it.each(read)('reads %s', (_, bytes, text, contentType) => {
    expect(decodeText(bytes, contentType === undefined ? {} : { contentType })).toEqual({ ok: true, text });
  });

  const empty: readonly [string, Uint8Array][] = [
    ['no bytes', new Uint8Array()],
    ['white space', Buffer.from(' \r\n\t\n')],
    ['a UTF-8 mark alone', Buffer.from([0xef, 0xbb, 0xbf])],
    ['a UTF-16 mark alone', Buffer.from([0xff, 0xfe])],
  ];
  it.each(empty)('calls %s empty', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: 'empty' });
  });

  const noise = deflateRawSync(Buffer.from(words.repeat(50) + [...Array(500).keys()].join()));
  const binary: readonly [string, Uint8Array][] = [
    ['a PDF', ascii('%PDF-1.7 all of it in ASCII')],
    ['a ZIP (and so a Word document)', ascii('PK\x03\x04 word/document.xml')],
    ['a PNG', ascii('\x89PNG\r\n\x1a\n')],
    ['a JPEG', ascii('\xff\xd8\xff\xe0JFIF')],
    ['a GIF', ascii('GIF89a with words')],
    ['gzip', ascii('\x1f\x8b\x08')],
    ['an old Word document', ascii('\xd0\xcf\x11\xe0\xa1\xb1')],
    ['rich text', ascii('{\\rtf1\\ansi The mayor resigned.}')],
    ['a NUL among words', ascii('The mayor\0 resigned.')],
    ['compressed data without a header', noise],
    ['UTF-16 noise', marked([0xff, 0xfe], Buffer.from([0, 0, 1, 0, 2, 0]))],
  ];
  it.each(binary)('refuses %s as binary', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: 'binary' });
  });

  it('never throws, and gives only well-formed text without NULs', () => {
    const anyBytes = fc.uint8Array({ maxLength: 300 });
    const anyType = fc.oneof(
      fc.string(),
      fc
        .constantFrom('utf-16', 'gbk', 'x-user-defined', 'replacement', 'iso-2022-jp')
        .map((c) => `a/b;charset=${c}`),
    );
    fc.assert(
      fc.property(anyBytes, fc.option(anyType, { nil: undefined }), (bytes, contentType) => {
        const decoding = decodeText(bytes, contentType === undefined ? {} : { contentType });
        if (!decoding.ok) return;
        expect(decoding.text.isWellFormed()).toBe(true);
        expect(decoding.text).not.toContain('\0');
      }),
      { seed: 41, numRuns: 1000 },
    );
  });

  it('gives any text back that was written as UTF-8', () => {
    const prose = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `Said: ${text}`);
    fc.assert(
      fc.property(prose, (text) => {
        expect(decodeText(Buffer.from(text))).toEqual({ ok: true, text });
      }),
      { seed: 42 },
    );
  });
});
