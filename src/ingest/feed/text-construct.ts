import { childElements, hasElements, innerHtml, textOf, type XmlElement } from './element.ts';
import { absoluteHtml, escapeHtml, lineOfHtml, lineOfText } from './html.ts';
import { decodeReferences } from './references.ts';

/** What an element's text is: 'unsaid' is HTML in RSS, and text by the law of Atom. */
type Kind = 'html' | 'text' | 'unsaid';

/** An element of Atom, whose texts are HTML only if they say so. */
function isAtom({ key }: XmlElement): boolean {
  return key.startsWith('atom:');
}

function kindOf(element: XmlElement): Kind {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  if (type === 'html' || type === 'xhtml' || /^(?:text|application)\/(?:x?html|xhtml\+xml)\b/.test(type))
    return 'html';
  return type === 'text' || type === 'text/plain' ? 'text' : 'unsaid';
}

/** What a title, a summary or a content holds, as HTML; empty where it holds nothing. */
export function htmlOf(element: XmlElement): string {
  const decoded = decodedBase64(element);
  if (decoded === undefined && hasElements(element)) return innerHtml(withoutWrapper(element)).trim();
  const text = (decoded ?? textOf(element)).trim();
  const kind = kindOf(element);
  const isText = kind === 'text' || (kind === 'unsaid' && isAtom(element) && !looksLikeHtml(text));
  return isText ? escapeHtml(text) : absoluteHtml(text, element.base);
}

/** The same as people should see it: one line of plain text. */
export function lineOf(element: XmlElement): string {
  const decoded = decodedBase64(element);
  if (decoded === undefined && hasElements(element)) return lineOfHtml(innerHtml(element));
  const text = decoded ?? textOf(element);
  const kind = kindOf(element);
  if (kind === 'html' || (kind === 'unsaid' && !isAtom(element))) return lineOfHtml(text);
  // Nobody means "&#8217;" literally; many escape once too often.
  return lineOfText(kind === 'unsaid' ? decodeReferences(text) : text);
}

/** Text with a tag pair or a paragraph in it. */
function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|img|hr)\b[^<>]{0,2000}>|<\/(?:p|a|b|i|em|strong|div|span|ul|ol|li|blockquote|h[1-6]|table)>/i.test(
    text,
  );
}

/** RFC 4287: the div around XHTML is no part of the content. */
function withoutWrapper(element: XmlElement): XmlElement {
  const [only, ...others] = childElements(element);
  const isAlone =
    others.length === 0 &&
    element.children.every((child) => typeof child !== 'string' || child.trim() === '');
  return only !== undefined && isAlone && only.name.toLowerCase() === 'div' ? only : element;
}

/** Atom 0.3 says mode="base64"; in Atom 1.0 all types are base64 but text, HTML and XML. */
function decodedBase64(element: XmlElement): string | undefined {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  const isReadable = type === '' || /^(?:text|html|xhtml)$|^text\/|[/+](?:xml|xhtml|html|json)\b/.test(type);
  const isDeclared =
    element.attributes.get('mode')?.toLowerCase() === 'base64' || (isAtom(element) && !isReadable);
  if (!isDeclared || hasElements(element)) return undefined;
  const written = textOf(element).replace(/\s+/g, '');
  if (!/^[a-z\d+/]{4,}={0,2}$/i.test(written)) return undefined;
  const text = new TextDecoder('utf-8').decode(Buffer.from(written, 'base64'));
  return /[\0\ufffd]/.test(text) ? undefined : text;
}
