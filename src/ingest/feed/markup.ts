/** An attribute as it is written: its value is not decoded, and stands at [start, end) of the source. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface OpenTag {
  readonly kind: 'open';
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** It ends itself: <br/>. */
  readonly isEmpty: boolean;
  readonly start: number;
  readonly end: number;
}

/** 'text' has its references undecoded, 'cdata' has none. 'flaw' says that something before it was not well-formed. */
export type MarkupToken =
  | OpenTag
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'cdata'; readonly text: string }
  | { readonly kind: 'doctype'; readonly text: string }
  | { readonly kind: 'flaw' };

/** A '<' before anything else is a character of the text. */
const markupStart = /<(?:[\p{L}_:]|\/[\p{L}_:]|!(?:--|\[CDATA\[|[a-z])|\?)/giu;
const tagName = /[^\s/><"'=]+/y;
const attributeName = /[^\s=>/<"']+/y;
const equals = /\s*=\s*/y;
const unquoted = /[^\s>]*/y;
const space = /\s*/y;
const closeEnd = /[^<>]*>?/y;

/** Nobody writes more on one tag; the rest is passed over. */
const mostAttributes = 64;

interface Source {
  readonly text: string;
  /** Like indexOf, in time linear in the text for all calls together, which must come with rising positions. */
  readonly find: (sought: string, from: number) => number;
}

interface Step {
  readonly token: MarkupToken | undefined;
  readonly next: number;
  readonly isFlawed?: boolean;
}

/**
 * Cuts XML or HTML, well-formed or not, into its tags and texts, in time and memory linear in its length. What is
 * open at the end is closed; comments and processing instructions are left out.
 */
export function* markupTokens(text: string): Generator<MarkupToken> {
  const source: Source = { text, find: forwardFinder(text) };
  let at = 0;
  let lastOpened = '';
  while (at < text.length) {
    const start = nextMarkup(text, at);
    if (start > at) yield { kind: 'text', text: text.slice(at, start), start: at, end: start };
    if (start === text.length) return;
    const { token, next, isFlawed } = stepAt(source, start, lastOpened);
    if (isFlawed) yield { kind: 'flaw' };
    if (token !== undefined) yield token;
    if (token?.kind === 'open') lastOpened = token.name;
    at = next;
  }
}

function forwardFinder(text: string): Source['find'] {
  const found = new Map<string, number>();
  return (sought, from) => {
    const known = found.get(sought);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const index = text.indexOf(sought, from);
    found.set(sought, index);
    return index;
  };
}

function nextMarkup(text: string, from: number): number {
  markupStart.lastIndex = from;
  return markupStart.exec(text)?.index ?? text.length;
}

function stepAt(source: Source, start: number, lastOpened: string): Step {
  const { text } = source;
  const second = text[start + 1];
  if (second === '/') return closeTag(text, start);
  if (second === '?') return instruction(source, start);
  if (second !== '!') return openTag(source, start);
  if (text.startsWith('<!--', start)) return past(source, start, '-->');
  if (text[start + 2] === '[') return characterData(source, start + 9, lastOpened);
  return declaration(source, start);
}

/** Passes over what should end in `ending`, or else over its first two signs alone. */
function past(source: Source, start: number, ending: string): Step {
  const end = source.find(ending, start);
  if (end !== -1) return { token: undefined, next: end + ending.length };
  return { token: undefined, next: start + 2, isFlawed: true };
}

function after(source: Source, ending: string, start: number): number {
  const end = source.find(ending, start);
  return end === -1 ? source.text.length : end + ending.length;
}

/** An XML declaration may have lost its '?'. */
function instruction(source: Source, start: number): Step {
  const isDeclaration = /^<\?xml\s/i.test(source.text.slice(start, start + 6));
  if (!isDeclaration) return past(source, start, '?>');
  const next = after(source, '>', start);
  return { token: undefined, next, isFlawed: source.text[next - 2] !== '?' };
}

function declaration(source: Source, start: number): Step {
  const { text } = source;
  const end = after(source, '>', start);
  if (!/^<!DOCTYPE/i.test(text.slice(start, start + 9)))
    return { token: undefined, next: end, isFlawed: true };
  const subset = text.slice(start, end).indexOf('[');
  const subsetEnd = subset === -1 ? -1 : source.find(']', start + subset);
  const next = subsetEnd === -1 ? end : after(source, '>', subsetEnd);
  return { token: { kind: 'doctype', text: text.slice(start, next) }, next };
}

/**
 * A section that lacks its end stops where the element it stands in is closed. It lacks its end where none
 * comes, or another section begins before it and the element is closed before that.
 */
function characterData(source: Source, start: number, lastOpened: string): Step {
  const { text, find } = source;
  const end = find(']]>', start);
  const another = find('<![CDATA[', start);
  const section = (until: number, next: number, isFlawed: boolean): Step => ({
    token: { kind: 'cdata', text: text.slice(start, until) },
    next,
    isFlawed,
  });
  if (end !== -1 && (another === -1 || another > end)) return section(end, end + 3, false);
  const reach = end === -1 ? text.length : another;
  const closing = text.slice(start, reach).indexOf(`</${lastOpened}`);
  if (closing !== -1) return section(start + closing, start + closing, true);
  return end === -1 ? section(text.length, text.length, true) : section(end, end + 3, true);
}

function closeTag(text: string, start: number): Step {
  const name = matchAt(tagName, text, start + 2);
  const end = start + 2 + name.length + matchAt(closeEnd, text, start + 2 + name.length).length;
  return { token: { kind: 'close', name, start, end }, next: end, isFlawed: text[end - 1] !== '>' };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function openTag(source: Source, start: number): Step {
  const { text } = source;
  const name = matchAt(tagName, text, start + 1);
  const attributes: Attribute[] = [];
  let isFlawed = false;
  let isEmpty = false;
  let at = start + 1 + name.length;
  for (;;) {
    at += matchAt(space, text, at).length;
    const char = text[at] ?? '<';
    if (char === '<' || char === '>') break;
    const read = strayMarks.has(char) ? strayMark(char, at) : readAttribute(source, at);
    if (read.attribute !== undefined && attributes.length < mostAttributes) attributes.push(read.attribute);
    isFlawed ||= read.isFlawed;
    isEmpty = char === '/';
    at = read.next;
  }
  const isClosed = text[at] === '>';
  const end = isClosed ? at + 1 : at;
  return {
    token: { kind: 'open', name, attributes, isEmpty, start, end },
    next: end,
    isFlawed: isFlawed || !isClosed,
  };
}

/** What stands between attributes and is none; only the '/' that ends an element belongs there. */
const strayMarks = new Set(['/', '"', "'", '=']);

function strayMark(mark: string, at: number): ReadAttribute {
  return { attribute: undefined, next: at + 1, isFlawed: mark !== '/' };
}

interface ReadAttribute {
  readonly attribute: Attribute | undefined;
  readonly next: number;
  readonly isFlawed: boolean;
}

function readAttribute(source: Source, start: number): ReadAttribute {
  const { text } = source;
  const name = matchAt(attributeName, text, start);
  const equal = matchAt(equals, text, start + name.length);
  const at = start + name.length + equal.length;
  if (equal === '') return { attribute: { name, value: '', start: at, end: at }, next: at, isFlawed: true };
  const quote = text[at];
  if (quote === '"' || quote === "'") return quotedAttribute(source, name, at + 1, quote);
  const value = matchAt(unquoted, text, at);
  const end = at + value.length;
  return { attribute: { name, value, start: at, end }, next: end, isFlawed: true };
}

/** Without its closing quote, a value ends with its tag. */
function quotedAttribute(source: Source, name: string, start: number, quote: string): ReadAttribute {
  const { text } = source;
  const end = source.find(quote, start);
  const isClosed = end !== -1 && (!text.slice(start, end).includes('<') || isClosingQuote(text, end));
  if (isClosed)
    return { attribute: { name, value: text.slice(start, end), start, end }, next: end + 1, isFlawed: false };
  const close = source.find('>', start);
  const tagEnd = close === -1 ? text.length : close;
  const value = text.slice(start, tagEnd).replace(/\/$/, '');
  const valueEnd = start + value.length;
  return { attribute: { name, value, start, end: valueEnd }, next: valueEnd, isFlawed: true };
}

/** One that opens a value comes after '='; one that closes a value has no letter after it. */
function isClosingQuote(text: string, at: number): boolean {
  return text[at - 1] !== '=' && /^[\s/>?]?$/.test(text[at + 1] ?? '');
}
