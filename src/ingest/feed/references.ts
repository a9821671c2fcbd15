import { Parser } from 'htmlparser2';

/** What a document declares itself, and how much text may still be made of it. */
export interface DeclaredEntities {
  readonly texts: ReadonlyMap<string, string>;
  left: number;
}

/** The longest reference: HTML's longest name has 31 letters. */
const longestName = 32;
const nameForm = /^(?:#\d{1,10}|#x[\da-f]{1,8}|[a-z_][\w.-]*)$/i;

const common: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** HTML has 2,231 names. Those of its names that are not found are written in capitals, at times. */
const mostNames = 3000;

/** Declared texts above these limits are bombs, not characters. */
const longestDeclared = 256;
const mostDeclared = 1000;
const mostExpanded = 100_000;

/**
 * Decodes the character references of XML and HTML and the document's own entities. They need their semicolon: an
 * address may have "&copy=2". What nobody knows stays as it is.
 */
export function decodeReferences(text: string, declared?: DeclaredEntities): string {
  const first = text.indexOf('&');
  if (first === -1) return text;
  const rare = new Map<string, string | undefined>();
  const parts: string[] = [];
  let copied = 0;
  for (let at = first; at !== -1; at = text.indexOf('&', at + 1)) {
    const name = referenceAt(text, at);
    const decoded = name === undefined ? undefined : decodedName(name, declared, rare);
    if (name === undefined || decoded === undefined) continue;
    parts.push(text.slice(copied, at), decoded);
    copied = at + name.length + 2;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(copied);
}

function decodedName(
  name: string,
  declared: DeclaredEntities | undefined,
  rare: Map<string, string | undefined>,
): string | undefined {
  const text = declaredText(name, declared) ?? numbered(name);
  if (text !== undefined) return text;
  if (Object.hasOwn(common, name)) return common[name];
  if (!rare.has(name) && rare.size < mostNames)
    rare.set(name, decodedByHtml(name) ?? decodedByHtml(name.toLowerCase()));
  return rare.get(name);
}

function referenceAt(text: string, at: number): string | undefined {
  const reach = text.slice(at + 1, at + longestName + 2);
  const end = reach.indexOf(';');
  const name = reach.slice(0, Math.max(end, 0));
  return nameForm.test(name) ? name : undefined;
}

function declaredText(name: string, declared: DeclaredEntities | undefined): string | undefined {
  const text = declared?.texts.get(name);
  if (declared === undefined || text === undefined || text.length > declared.left) return undefined;
  declared.left -= text.length;
  return text;
}

function decodedByHtml(name: string): string | undefined {
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) }, { decodeEntities: true });
  parser.end(`&${name};`);
  return decoded.endsWith(';') ? undefined : decoded;
}

/** HTML's rules: those of windows-1252 for 128 to 159. A character that XML forbids becomes nothing. */
function numbered(name: string): string | undefined {
  if (!name.startsWith('#')) return undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const isForbidden =
    code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff;
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return isForbidden || isControl ? '' : String.fromCodePoint(code);
}

/**
 * The entities that a document type declares. One whose text refers to another entity or is long is left out:
 * entities in entities are how small documents become large ones.
 */
export function declaredEntities(doctype: string): DeclaredEntities {
  const texts = new Map<string, string>();
  const declaration = /<!ENTITY\s{1,9}([\w.-]{1,64})\s{1,9}(?:"([^"<]{0,256})"|'([^'<]{0,256})')/gi;
  for (const [, name = '', double, single] of doctype.matchAll(declaration)) {
    const text = decodeReferences(double ?? single ?? '');
    const isPlain = text.length <= longestDeclared && !/&[\w.-]{1,64};/.test(text);
    if (isPlain && !texts.has(name)) texts.set(name, text);
    if (texts.size >= mostDeclared) break;
  }
  return { texts, left: mostExpanded };
}
