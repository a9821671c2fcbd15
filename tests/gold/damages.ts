const marks = /[‘’“”–—…]/g;

function readAs(encoding: string): (text: string) => string {
  return (text) => new TextDecoder(encoding).decode(new TextEncoder().encode(text));
}

/** What scrapers and old databases do to a text. */
export const damages: Readonly<Record<string, (text: string) => string>> = {
  'only ā left of a mark': (text) => text.replaceAll(marks, 'ā'),
  'only â left of a mark': (text) => text.replaceAll(marks, 'â'),
  'only ? left of a mark': (text) => text.replaceAll(marks, '?'),
  'only U+FFFD left of a mark': (text) => text.replaceAll(marks, '\ufffd'),
  'read as Windows-1252': readAs('windows-1252'),
  'read as Windows-1252, twice': (text) => readAs('windows-1252')(readAs('windows-1252')(text)),
  'written as entities': (text) => text.replaceAll(/[^\0-\u007f]/gu, (sign) => `&#${sign.codePointAt(0)};`),
};
