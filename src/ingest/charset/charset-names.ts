/** Names in use that the WHATWG's list lacks, without their hyphens and the like. */
const others: Readonly<Record<string, string>> = {
  ansi: 'windows-1252',
  latin: 'windows-1252',
  latin9: 'iso-8859-15',
  latin10: 'iso-8859-16',
  roman: 'macintosh',
  macroman: 'macintosh',
  macroman8: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  koi8: 'koi8-r',
  tis620: 'windows-874',
  sjis: 'shift_jis',
  shiftjis: 'shift_jis',
  ms932: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  ksc5601: 'euc-kr',
  ksx1001: 'euc-kr',
  uhc: 'euc-kr',
  euccn: 'gb18030',
  gb: 'gb18030',
  big5hkscs: 'big5',
  euctw: 'big5',
  iso2022jp: 'iso-2022-jp',
  unicode: 'utf-16le',
  ucs2: 'utf-16le',
};

const codePages: Readonly<Record<string, string>> = {
  '866': 'ibm866',
  '874': 'windows-874',
  '932': 'shift_jis',
  '936': 'gb18030',
  '949': 'euc-kr',
  '950': 'big5',
  '1200': 'utf-16le',
  '1201': 'utf-16be',
  '20866': 'koi8-r',
  '21866': 'koi8-u',
  '51932': 'euc-jp',
  '51949': 'euc-kr',
  '54936': 'gb18030',
  '65001': 'utf-8',
};

/** Never what a text is in: they are ways to smuggle markup past filters. */
const refused = /^(?:utf-?7|x-user-defined|replacement|hz|iso-2022-(?:kr|cn))/i;

/** The name under which TextDecoder knows a charset, however it is spelt. `undefined` for one that nobody knows. */
export function charsetNamed(written: string): string | undefined {
  const label = written.trim().toLowerCase();
  if (refused.test(label)) return undefined;
  const known = decoderName(label);
  if (known !== undefined) return known;
  const bare = label.replace(/[^a-z\d]/g, '').replace(/^x(?=[a-z])/, '');
  const iso = /^(?:iso|i)?8859(\d{1,2})[ei]?$/.exec(bare)?.[1];
  const page = /^(?:windows|win|cp|ms|ibm|msdos|dos|codepage)?(\d{3,5})$/.exec(bare)?.[1];
  const unicode = /^(?:unicode11)?utf(8|16le|16be|16)/.exec(bare)?.[1];
  if (Object.hasOwn(others, bare)) return others[bare];
  if (iso !== undefined) return decoderName(`iso-8859-${iso}`);
  if (page !== undefined) return codePages[page] ?? decoderName(`windows-${page}`);
  return unicode === undefined ? undefined : decoderName(`utf-${unicode.replace(/^16(?=.)/, '16')}`);
}

function decoderName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
