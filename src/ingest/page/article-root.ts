import { Readability } from '@mozilla/readability';
import type { PageDocument } from './page-facts.ts';
import { isProse, lengthOfAll, type PageNode, type PageParagraph, paragraphsOf } from './page-text.ts';

/** Where pages say that their article is; the surest first. */
const places = ['[itemprop~="articleBody"]', 'article', 'main, [role="main"]'];
/** A page with more of a kind is a list. */
const mostOfKind = 50;

/** Of so many characters an article is no accident: it is not looked for again with less care. */
const shortestArticle = 300;

/** A root has the same article as another when their prose is of the same length to this share. */
const same = 0.95;
/** So much less prose than a page's own mark-up says that there is: the wrong part was taken. */
const wrong = 0.5;

export type Found = ReturnType<Readability<PageNode>['parse']>;

/** The paragraphs of a page's article, and what its look tells of it. Takes the document to pieces. */
export function findArticle(document: PageDocument): {
  readonly paragraphs: readonly PageParagraph[];
  readonly found: Found;
} {
  const marked = places
    .map((place) => largest(document, place))
    .filter((root) => root !== undefined)
    .map(paragraphsOf);
  for (const quoted of [...document.querySelectorAll('blockquote')].slice(0, mostOfKind)) unwrap(quoted);
  const found = look(document);
  const looked = found?.content == null ? [] : paragraphsOf(found.content);
  return { paragraphs: tightest(looked, marked), found };
}

function look(document: PageDocument): Found {
  try {
    return new Readability<PageNode>(document, {
      serializer: (content) => content,
      keepClasses: true,
      charThreshold: shortestArticle,
    }).parse();
  } catch {
    return null; // pages without a body of their own break it
  }
}

function largest(document: PageDocument, place: string): PageNode | undefined {
  const all = [...document.querySelectorAll(place)].slice(0, mostOfKind);
  return all.sort((one, other) => lengthOf(other) - lengthOf(one))[0];
}

const lengthOf = ({ textContent }: PageNode): number => textContent?.length ?? 0;

/** Of what holds the whole article, what holds the least besides. */
function tightest(
  looked: readonly PageParagraph[],
  marked: readonly (readonly PageParagraph[])[],
): readonly PageParagraph[] {
  const most = Math.max(...marked.map(proseOf), 0);
  const first = proseOf(looked) < wrong * most ? marked.find((one) => proseOf(one) === most) : looked;
  const prose = proseOf(first ?? looked);
  let best = first ?? looked;
  for (const one of marked) {
    const isWhole = proseOf(one) >= same * prose && proseOf(one) <= prose / same;
    if (isWhole && sizeOf(one) < sizeOf(best)) best = one;
  }
  return best;
}

/** Headings are no measure: the title is one to some. */
const sizeOf = (paragraphs: readonly PageParagraph[]): number =>
  lengthOfAll(paragraphs.filter(({ isHeading }) => !isHeading));

const proseOf = (paragraphs: readonly PageParagraph[]): number => lengthOfAll(paragraphs.filter(isProse));

/** What is quoted from elsewhere stands in boxes that look like furniture ("social-embed"): they are taken away. */
function unwrap(quoted: PageNode): void {
  const most = lengthOf(quoted) + mostAround;
  let outermost: PageNode | undefined;
  for (let box = quoted.parentElement; box != null && lengthOf(box) <= most; box = box.parentElement) {
    if (box.localName === 'div' || box.localName === 'figure') outermost = box;
  }
  outermost?.replaceWith?.(quoted);
}

/** Of the names and dates that stand beside what is quoted. */
const mostAround = 100;
