import { parseHTML } from 'linkedom';
import { cutAtWord } from '../cut-at-word.ts';
import { readDate } from '../read-date.ts';
import { type Found, findArticle } from './article-root.ts';
import { takeOutBombs } from './linked-data.ts';
import { boundedPage } from './page-bounds.ts';
import { type PageDocument, type PageFacts, pageFacts, takeOutPaidParts } from './page-facts.ts';
import { withoutFurniture } from './page-furniture.ts';
import { shownName } from './page-names.ts';
import { isProse, type PageParagraph, paragraphsOf } from './page-text.ts';

/** What a page says of itself, and its article as paragraphs, one a line. Addresses are absolute http(s). */
export interface Page extends PageFacts {
  readonly title?: string;
  readonly text: string;
}

export interface ReadingOptions {
  /** What is read will be shown to others: what the publisher marks as not free for everyone is left out. */
  readonly isForAll?: boolean;
}

/** Publishers mark with `data-nosnippet` what must not be shown elsewhere; dialogues ask for consent or money. */
const takenOut = '[data-nosnippet], dialog, [role="dialog"], [role="alertdialog"], noscript, template';

const longestTitle = 300;
const longestName = 100;

/**
 * The article of an HTML page; `undefined` where there is none. Runs no scripts and fetches nothing, but can
 * take minutes and gigabytes on hostile pages, and may then throw a RangeError: call it in a worker.
 */
export function readPage(html: string, { isForAll = false }: ReadingOptions = {}): Page | undefined {
  const { document }: { document: PageDocument } = parseHTML(asDocument(boundedPage(html)));
  takeOutBombs(document);
  const facts = pageFacts(document);
  if (isForAll) takeOutPaidParts(document);
  for (const element of [...document.querySelectorAll(takenOut)]) element.remove();
  const headings = headingsOf(document);
  const { paragraphs, found } = findArticle(document);
  const names = namesOf(found, facts, headings);
  const kept = withoutFurniture(paragraphs, names.title);
  if (!kept.some(isProse)) return undefined;
  return { ...facts, ...names, text: textOf(kept) };
}

/** The words of a piece of HTML that is an article and nothing else, as paragraphs, one a line. */
export function readFragment(html: string): string {
  const { document }: { document: PageDocument } = parseHTML(
    `<html><body>${boundedPage(html)}</body></html>`,
  );
  for (const element of [...document.querySelectorAll(takenOut)]) element.remove();
  const body = document.querySelector('body');
  return body === null ? '' : textOf(paragraphsOf(body));
}

const textOf = (paragraphs: readonly PageParagraph[]): string =>
  paragraphs.map(({ text }) => text).join('\n');

/** What a page is called and by whom, as its markup or its look tells. */
function namesOf(
  found: Found,
  facts: PageFacts,
  headings: readonly string[],
): Pick<Page, 'title' | 'byline' | 'publisher' | 'publishedAt'> {
  const publisher = shorten(found?.siteName ?? facts.publisher, longestName);
  const whole = withoutPublisher(shorten(found?.title, longestTitle), publisher);
  const title = whole === undefined ? undefined : asHeaded(whole, headings);
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

function shorten(words: string | null | undefined, longest: number): string | undefined {
  return words == null ? undefined : cutAtWord(words.replace(/\s+/g, ' ').trim(), longest);
}

/** A page has one, most of them. */
const mostHeadings = 5;

const headingsOf = (document: PageDocument): readonly string[] =>
  [...document.querySelectorAll('h1')]
    .slice(0, mostHeadings)
    .map(({ textContent }) => (textContent ?? '').slice(0, longestTitle).replace(/\s+/g, ' ').trim());

/** "Headline – Somebody" over a page that is headed "Headline". */
function asHeaded(title: string, headings: readonly string[]): string {
  const heading = headings.find((words) => 2 * words.length > title.length && title.startsWith(words));
  return heading !== undefined && /^\s?[|–—·-]\s/.test(title.slice(heading.length)) ? heading : title;
}

/** "Headline | The Paper" is the paper's name a second time. */
function withoutPublisher(title: string | undefined, publisher: string | undefined): string | undefined {
  if (title === undefined || publisher === undefined || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[|–—·-]$/.test(rest) ? rest.slice(0, -1).trimEnd() : title;
}
