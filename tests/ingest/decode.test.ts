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
    [
      'UTF-8 that is declared, with a byte of another charset in it',
      Buffer.concat([Buffer.from('It’s £3 for a caf'), ascii('\xe9')]),
      'It’s £3 for a caf\ufffd',
      'text/xml; charset=utf-8',
    ],
    ['one bad byte after a UTF-8 mark', marked([0xef, 0xbb, 0xbf], ascii('a\xffb')), 'a\ufffdb'],
  ];
  it.each(read)('reads %s', (_, bytes, text, contentType) => {
    expect(decodeText(bytes, contentType === undefined ? {} : { contentType })).toEqual({ ok: true, text });
  });

  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
  const singles = range(0, 256).map((byte) => [byte]);
  const pairs = range(0x81, 0xff).flatMap((lead) => range(0x40, 0xff).map((trail) => [lead, trail]));

  /** Made by asking the decoder for each letter of the charset. */
  const bytesOf = (charset: string, text: string): Uint8Array => {
    const decoder = new TextDecoder(charset);
    const written = /jis|jp|kr|gb|big5/.test(charset) ? [...singles.slice(0, 0x80), ...pairs] : singles;
    const known = new Map(written.map((bytes) => [decoder.decode(Uint8Array.from(bytes)), bytes]));
    return Uint8Array.from([...text].flatMap((letter) => known.get(letter) ?? []));
  };

  const texts: readonly [string, readonly string[]][] = [
    [
      'На мосту вчера открыли новую выставку, и пришло много детей.',
      ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    ],
    ['Χθες στη γέφυρα άνοιξε μια νέα έκθεση και ήρθαν πολλά παιδιά.', ['windows-1253']],
    [
      'Na moście otwarto wczoraj nową wystawę; przyszło też sporo dzieci, żeby ją zobaczyć.',
      ['windows-1250', 'iso-8859-2'],
    ],
    ['Dün köprüde yeni bir sergi açıldı; çocuklar da görmeye geldi, ışıklar güzeldi.', ['windows-1254']],
    ['אתמול נפתחה על הגשר תערוכה חדשה והגיעו ילדים רבים.', ['windows-1255']],
    ['افتتح أمس معرض جديد على الجسر وجاء أطفال كثيرون.', ['windows-1256']],
    ['เมื่อวานมีการเปิดนิทรรศการใหม่บนสะพาน และมีเด็กมากันมาก', ['windows-874']],
    ['昨日、橋の上で新しい展覧会が始まり、子どもたちが大勢来た。', ['shift_jis', 'euc-jp']],
    ['昨天桥上开了一个新的展览，来了很多孩子。', ['gb18030']],
    ['昨天橋上開了一個新的展覽，來了很多孩子。', ['big5']],
    ['어제 다리 위에서 새 전시회가 열렸고 아이들이 많이 왔다.', ['euc-kr']],
    ['Hier, l’exposition a été inaugurée sur le pont : « très belle », dit Zoé.', ['windows-1252']],
    ['La città è così lontana; perché?', ['windows-1252']],
    ['The bridge cost £5m – “no more”.', ['windows-1252']],
  ];
  const written = texts.flatMap(([text, charsets]) => charsets.map((charset) => [charset, text] as const));
  it.each(written)('reads %s that nobody declares, or declares as UTF-8: %s', (charset, text) => {
    const bytes = bytesOf(charset, text);
    expect(bytes.length).toBeGreaterThanOrEqual(text.length - 1);
    expect(decodeText(bytes)).toEqual({ ok: true, text });
    expect(decodeText(bytes, { contentType: 'text/xml; charset=utf-8' })).toEqual({ ok: true, text });
  });

  it.each(['UTF_8', 'utf8', '"utf-8"', 'unicode-1-1-utf-8', 'cp65001'])('knows UTF-8 as %s', (charset) => {
    const contentType = `text/xml;charset=${charset}`;
    expect(decodeText(Buffer.from(words), { contentType })).toEqual({ ok: true, text: words });
  });

  it.each([
    ['windows1251', 'windows-1251'],
    ['WIN-1251', 'windows-1251'],
    ['cp_1251', 'windows-1251'],
    ['KOI8R', 'koi8-r'],
    ['iso_8859_5', 'iso-8859-5'],
    ['ISO8859-5', 'iso-8859-5'],
  ])('knows %s for %s', (name, charset) => {
    const contentType = `text/html; charset=${name}`;
    expect(decodeText(bytesOf(charset, 'мост'), { contentType })).toEqual({ ok: true, text: 'мост' });
  });

  const wide: readonly [string, Uint8Array, string][] = [
    ['UTF-16, little end first', utf16le(words), words],
    ['UTF-16, big end first', utf16be(words), words],
    ['UTF-16 of letters that are no ASCII', utf16le('橋の上で、一つの展覧会。'), '橋の上で、一つの展覧会。'],
    [
      'UTF-32 with its mark',
      marked([0xff, 0xfe, 0, 0], Buffer.from(Uint32Array.from([0x61, 0xe9]).buffer)),
      'aé',
    ],
    ['UTF-8 cut in a letter', ascii('caf\xc3\xa9 no\xc3'), 'café no\ufffd'],
    ['ISO-2022-JP', ascii('\x1b$B66\x1b(B'), '橋'],
    ['UTF-7, as the letters it is written in', ascii('+ADw-b+AD4-'), '+ADw-b+AD4-'],
  ];
  it.each(wide)('reads %s', (_, bytes, text) => {
    const contentType = 'text/plain; charset=utf-7';
    expect(decodeText(bytes, { contentType })).toEqual({ ok: true, text });
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
