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
const headingName = /^h[1-6]$/;

/** Whether words end as a sentence does: a closing mark, with quotation marks or brackets after it. */
export function endsLikeSentence(words: string): boolean {
  return /[.!?…]["'”’»)\]]{0,3}$/.test(words);
}

/**
 * The paragraphs of a page's content in order, white space made one blank. Headings are left out unless they
 * are whole sentences (standfirsts are often marked up as headings).
 */
export function paragraphsOf(content: PageNode): readonly string[] {
  const paragraphs: string[] = [];
  let line: string[] = [];
  for (const { node, isEnd } of stepsThrough(content)) {
    const words = wordsIn(node);
    if (words !== undefined) {
      line.push(words);
      continue;
    }
    const paragraph = line.join('').replace(/\s+/g, ' ').trim();
    line = [];
    if (paragraph !== '' && !(isEnd && isLabel(node, paragraph))) paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** What a node adds to the line it stands in; `undefined` for one that ends the line. */
function wordsIn(node: PageNode): string | undefined {
  if (node.nodeType === textNode) return node.textContent ?? '';
  const name = node.localName ?? '';
  if (spaceNames.has(name)) return ' ';
  return inlineNames.has(name) ? '' : undefined;
}

function isLabel(node: PageNode, words: string): boolean {
  return headingName.test(node.localName ?? '') && !endsLikeSentence(words);
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
