import { isFurnitureByName } from './furniture-names.ts';

/** What is used of a DOM node here; the project has no DOM types. */
export interface PageNode {
  readonly nodeType: number;
  /** Lower case; absent on text. */
  readonly localName?: string;
  readonly lastChild: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly textContent: string | null;
  /** Of elements only. */
  getAttribute?(name: string): string | null;
  querySelector?(selector: string): PageNode | null;
  replaceWith?(other: PageNode): void;
  readonly parentElement?: PageNode | null;
}

/** A paragraph of a page, and whether it is a heading there. */
export interface PageParagraph {
  readonly text: string;
  readonly isHeading: boolean;
}

const textNode = 3;
const elementNode = 1;

/** Elements that stand in a line of text; all others begin a new paragraph before and after them. */
const inlineNames = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q ruby s samp small span strike strong sub sup td th time tt u var wbr'.split(
    ' ',
  ),
);
const spaceNames = new Set(['br', 'td', 'th', 'img', 'wbr']);
/** Captions and the like are words about pictures, not of the article. */
const skippedNames = new Set(
  'button canvas figcaption form iframe input math noscript nav object option rp rt script select style svg template textarea video audio'.split(
    ' ',
  ),
);

/** About 50,000 words: more than any article, less than what would take seconds to search for quotations. */
export const longestText = 300_000;

export const lengthOfAll = (paragraphs: readonly PageParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** A line of this many characters that ends like a sentence is prose. */
const shortestProse = 40;
/** Where a character is a syllable or a word. */
const shortestInSyllables = 15;
const syllable = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Thai, Lao, Khmer and Burmese end a sentence by a blank, if by anything. */
const endless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}?["'”’»)\]]{0,3}$/u;

/** Whether a paragraph is of sentences, in whatever script, rather than a label or an item of a menu. */
export function isProse({ text }: PageParagraph): boolean {
  const shortest = syllable.test(text) ? shortestInSyllables : shortestProse;
  if (text.length < shortest) return false;
  return endsLikeSentence(text) || (endless.test(text) && text.length >= 2 * shortest);
}

/** Whether words end as a sentence does: a closing mark, with quotation marks or brackets after it. */
function endsLikeSentence(words: string): boolean {
  return /[.!?…。！？｡؟۔।॥։።៕။;·]["'”’“»«)\]」』）›\u200f]{0,3}$/.test(words);
}

/** A paragraph whose characters stand in links to this share, or in furniture, is no part of what is read here. */
const mostBeside = 0.8;

/** A line as it grows, and how many of its characters stand in links and in furniture. */
interface Line {
  words: string;
  linked: number;
  beside: number;
  /** A line break was the last there was: a second one ends the paragraph. */
  isBroken: boolean;
}

const emptyLine = (): Line => ({ words: '', linked: 0, beside: 0, isBroken: false });

/**
 * The paragraphs and headings of a page's content in order, white space made one blank. Lines that are links and
 * little else ("You may also like …"), and what stands in elements that are named for other things, are left out.
 */
export function paragraphsOf(content: PageNode): readonly PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let line = emptyLine();
  let links = 0;
  for (const place of placesIn(content)) {
    if (!endsLine(place, line)) {
      extend(line, place);
      continue;
    }
    const read = paragraphIn(line, isHeadingEnd(place));
    links = read.length > 0 ? 0 : links + (isOfLinks(line) ? 1 : 0);
    if (links === fewestInList && paragraphs.at(-1)?.isHeading) paragraphs.pop();
    paragraphs.push(...read);
    line = emptyLine();
  }
  return [...paragraphs, ...paragraphIn(line, false)];
}

/** What stands over so many lines of links is the heading of a list of other pages. */
const fewestInList = 2;

const isOfLinks = ({ linked, words }: Line): boolean => linked > 0 && linked >= mostBeside * lengthOf(words);

const isBreak = ({ node, isEnd }: Step): boolean => node.localName === 'br' && !isEnd;

const isHeadingEnd = ({ node, isEnd }: Step): boolean => isEnd && /^h[1-6]$/.test(node.localName ?? '');

const endsLine = (place: Place, line: Line): boolean =>
  wordsIn(place.node) === undefined || (isBreak(place) && line.isBroken);

function extend(line: Line, place: Place): void {
  const words = wordsIn(place.node) ?? '';
  line.words += words;
  line.isBroken = isBreak(place) || (line.isBroken && words.trim() === '');
  if (place.isLinked) line.linked += lengthOf(words);
  if (place.isBeside) line.beside += lengthOf(words);
}

interface Place extends Step {
  readonly isLinked: boolean;
  readonly isBeside: boolean;
}

/** Each step through the content, and whether it is within a link, and within furniture. */
function* placesIn(content: PageNode): Generator<Place> {
  const contentLength = content.textContent?.length ?? 0;
  let openLinks = 0;
  let furniture: PageNode | undefined;
  for (const { node, isEnd } of stepsThrough(content)) {
    openLinks += linkStep(node, isEnd);
    if (node === furniture && isEnd) furniture = undefined;
    else if (furniture === undefined && isNamedBeside(node, content, contentLength)) furniture = node;
    yield { node, isEnd, isLinked: openLinks > 0, isBeside: furniture !== undefined };
  }
}

const linkStep = ({ localName }: PageNode, isEnd: boolean): number =>
  localName !== 'a' ? 0 : isEnd ? -1 : 1;

function isNamedBeside(node: PageNode, content: PageNode, contentLength: number): boolean {
  return node.nodeType === elementNode && node !== content && isFurnitureByName(node, contentLength);
}

function paragraphIn({ words, linked, beside }: Line, isHeading: boolean): PageParagraph[] {
  const text = words.replace(/\s+/g, ' ').trim();
  const most = mostBeside * lengthOf(text);
  return text === '' || linked >= most || beside >= most ? [] : [{ text, isHeading }];
}

/** Blanks do not count: a page's source is full of them. */
const lengthOf = (words: string): number => words.replace(/\s+/g, '').length;

/** What a node adds to the line it stands in; `undefined` for one that ends the line. */
function wordsIn(node: PageNode): string | undefined {
  if (node.nodeType === textNode) return node.textContent ?? '';
  const name = node.localName ?? '';
  if (spaceNames.has(name)) return ' ';
  return inlineNames.has(name) ? '' : undefined;
}

interface Step {
  readonly node: PageNode;
  readonly isEnd: boolean;
}

/** Each element's beginning and end in the page's order; without recursion, as pages nest deeper than the stack. */
function* stepsThrough(root: PageNode): Generator<Step> {
  const open: Step[] = [{ node: root, isEnd: false }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { node, isEnd } = step;
    if (skippedNames.has(node.localName ?? '')) continue;
    yield step;
    if (isEnd || node.nodeType !== elementNode) continue;
    open.push({ node, isEnd: true });
    for (let child = node.lastChild; child !== null; child = child.previousSibling) {
      open.push({ node: child, isEnd: false });
    }
  }
}
