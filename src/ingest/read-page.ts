import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { cutAtWord } from './cut-at-word.ts';
import { endsLikeSentence, type PageNode, paragraphsOf } from './page-text.ts';

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

interface PageElement extends PageNode {
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  remove(): void;
}

interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Publishers mark with `data-nosnippet` what must not be shown elsewhere; dialogues ask for consent or money. */
const takenOut = '[data-nosnippet], dialog, [role="dialog"], [role="alertdialog"], noscript, template';

/** A line of this many characters that ends like a sentence makes a page an article rather than a menu. */
const shortestParagraph = 40;

const longestTitle = 300;
const longestName = 100;

/**
 * The article of an HTML page; `undefined` where there is none. Runs no scripts and fetches nothing, but can
 * take minutes and gigabytes on hostile pages, and may then throw a RangeError: call it in a worker.
 */
export function readPage(html: string): Page | undefined {
  const { document }: { document: PageDocument } = parseHTML(asDocument(html));
  const canonicalUrl = canonicalUrlOf(document);
  const robots = robotsOf(document);
  for (const element of [...document.querySelectorAll(takenOut)]) element.remove();
  const found = new Readability<PageNode>(document, { serializer: (content) => content }).parse();
  const paragraphs = found?.content == null ? [] : paragraphsOf(found.content);
  if (!paragraphs.some(isProse)) return undefined;
  const publisher = shorten(found?.siteName, longestName);
  const title = withoutPublisher(shorten(found?.title, longestTitle), publisher);
  const byline = bylineOf(found?.byline);
  const publishedAt = timeOf(found?.publishedTime);
  return {
    ...(title && { title }),
    ...(byline && { byline }),
    ...(publisher && { publisher }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(robots !== '' && { robots }),
    text: paragraphs.join('\n'),
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
  return paragraph.length >= shortestParagraph && endsLikeSentence(paragraph);
}

function canonicalUrlOf(document: PageDocument): string | undefined {
  const written =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const address = written?.trim();
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
    ? address
    : undefined;
}

function robotsOf(document: PageDocument): string {
  const metas = [...document.querySelectorAll('meta[name="robots" i]')];
  return metas.map((meta) => meta.getAttribute('content') ?? '').join(',');
}

function shorten(words: string | null | undefined, longest: number): string | undefined {
  return words == null ? undefined : cutAtWord(words.replace(/\s+/g, ' ').trim(), longest);
}

/** The name alone; a byline with figures in it is a date or an account's name. */
function bylineOf(written: string | null | undefined): string | undefined {
  const byline = shorten(written, longestName)?.replace(/^by\s/i, '');
  return byline !== undefined && /\d/.test(byline) ? undefined : byline;
}

/** "Headline | The Paper" is the paper's name a second time. */
function withoutPublisher(title: string | undefined, publisher: string | undefined): string | undefined {
  if (title === undefined || publisher === undefined || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[|–—·-]$/.test(rest) ? rest.slice(0, -1).trimEnd() : title;
}

/** ISO 8601 only; a time without an offset is taken as UTC, never as this machine's time. */
function timeOf(written: string | null | undefined): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?/.exec(
    written?.trim() ?? '',
  );
  if (match === null) return undefined;
  const offset = (match[3] ?? 'Z').replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const time = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}
