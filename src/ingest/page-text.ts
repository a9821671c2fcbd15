/** What is used of a DOM node here; the project has no DOM types. */
export interface PageNode {
  readonly nodeType: number;
  /** Lower case; absent on text. */
  readonly localName?: string;
  readonly lastChild: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly textContent: string | null;
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

/** Whether words end as a sentence does: a closing mark, with quotation marks or brackets after it. */
export function endsLikeSentence(words: string): boolean {
  return /[.!?…。！？｡؟۔।]["'”’»)\]」』）]{0,3}$/.test(words);
}

/** A paragraph whose characters stand in links to this share leads elsewhere; it is no part of what is read here. */
const mostLinked = 0.8;

/**
 * The paragraphs and headings of a page's content in order, white space made one blank. Lines that are links and
 * little else ("You may also like …") are left out.
 */
export function paragraphsOf(content: PageNode): readonly string[] {
  const paragraphs: string[] = [];
  let line = { words: '', linked: 0 };
  let openLinks = 0;
  for (const { node, isEnd } of stepsThrough(content)) {
    if (node.localName === 'a') openLinks += isEnd ? -1 : 1;
    const words = wordsIn(node);
    if (words === undefined) {
      paragraphs.push(...paragraphIn(line));
      line = { words: '', linked: 0 };
    } else {
      line.words += words;
      if (openLinks > 0) line.linked += lengthOf(words);
    }
  }
  return paragraphs;
}

function paragraphIn({ words, linked }: { readonly words: string; readonly linked: number }): string[] {
  const paragraph = words.replace(/\s+/g, ' ').trim();
  return paragraph === '' || linked >= mostLinked * lengthOf(paragraph) ? [] : [paragraph];
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
