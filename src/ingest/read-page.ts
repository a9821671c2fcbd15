import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { cutAtWord } from './cut-at-word.ts';
import { type PageDocument, type PageFacts, pageFacts, shownName } from './page-facts.ts';
import { endsLikeSentence, type PageNode, paragraphsOf } from './page-text.ts';
import { readDate } from './read-date.ts';

/** What a page says of itself, and its article as paragraphs, one a line. Addresses are absolute http(s). */
export interface Page {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** UTC milliseconds. */
  readonly publishedAt?: number;
  readonly canonicalUrl?: string;
  /** What its robots meta tags say, parted by commas. */
  readonly robots?: string;
  readonly text: string;
}

/** Publishers mark with `data-nosnippet` what must not be shown elsewhere; dialogues ask for consent or money. */
const takenOut = '[data-nosnippet], dialog, [role="dialog"], [role="alertdialog"], noscript, template';

/** A line of this many characters that ends like a sentence makes a page an article rather than a menu. */
const shortestParagraph = 40;
/** Where a character is a syllable or a word. */
const shortestInSyllables = 15;
const syllable = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const longestTitle = 300;
const longestName = 100;

/**
 * The article of an HTML page; `undefined` where there is none. Runs no scripts and fetches nothing, but can
 * take minutes and gigabytes on hostile pages, and may then throw a RangeError: call it in a worker.
 */
export function readPage(html: string): Page | undefined {
  const { document }: { document: PageDocument } = parseHTML(asDocument(html));
  const facts = pageFacts(document);
  for (const element of [...document.querySelectorAll(takenOut)]) element.remove();
  const found = new Readability<PageNode>(document, { serializer: (content) => content }).parse();
  const paragraphs = found?.content == null ? [] : paragraphsOf(found.content);
  if (!paragraphs.some(isProse)) return undefined;
  return { ...facts, ...namesOf(found, facts), text: paragraphs.join('\n') };
}

type Found = ReturnType<Readability<PageNode>['parse']>;

/** What a page is called and by whom, as its markup or its look tells. */
function namesOf(
  found: Found,
  facts: PageFacts,
): Pick<Page, 'title' | 'byline' | 'publisher' | 'publishedAt'> {
  const publisher = shorten(found?.siteName, longestName);
  const title = withoutPublisher(shorten(found?.title, longestTitle), publisher);
  const byline = facts.byline ?? shownName(found?.byline ?? '');
  const publishedAt = facts.publishedAt ?? readDate(found?.publishedTime ?? '');
  return {
    ...(title && { title }),
    ...(byline && { byline }),
    ...(publisher && { publisher }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}

/** linkedom takes a page's first element for the root and does not put in the parts that are left out. */
function asDocument(html: string): string {
  const root = html.search(/<html[\s>]/i);
  const hasBody = /<body[\s>]/i.test(html);
  if (root >= 0 && hasBody) return html.slice(root);
  return hasBody ? `<html>${html}</html>` : `<html><head></head><body>${html}</body></html>`;
}

function isProse(paragraph: string): boolean {
  const shortest = syllable.test(paragraph) ? shortestInSyllables : shortestParagraph;
  return paragraph.length >= shortest && endsLikeSentence(paragraph);
}

function shorten(words: string | null | undefined, longest: number): string | undefined {
  return words == null ? undefined : cutAtWord(words.replace(/\s+/g, ' ').trim(), longest);
}

/** "Headline | The Paper" is the paper's name a second time. */
function withoutPublisher(title: string | undefined, publisher: string | undefined): string | undefined {
  if (title === undefined || publisher === undefined || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[|–—·-]$/.test(rest) ? rest.slice(0, -1).trimEnd() : title;
}
