import type { Headline } from '../domain/article.ts';
import type { Line, Piece } from '../domain/reply.ts';
import { cutName } from './cut.ts';
import { linkTarget } from './markdown.ts';
import { counted } from './pages.ts';
import { titleBeginning } from './passages.ts';
import { joined, linked, small, strong, text, time } from './pieces.ts';

/** No entry of a list is so long that it hides the others. */
const longestTitle = 200;
const longestSource = 60;
const longestUrl = 1_000;

/** The address, where it takes no more than so many characters of a line. */
export function shortUrl(url: string | undefined, most: number): string | undefined {
  return url !== undefined && (linkTarget(url)?.length ?? 0) <= most ? url : undefined;
}

/** A publisher's name in at most so many characters as a person sees them. */
export function shortSource(source: string, most = longestSource): string {
  const name = cutName(source, most);
  return name === '' ? 'no name' : name;
}

/** A title in a list, linked; one that would fill the list is cut at a word. */
export function titlePieces(headline: Headline): Piece[] {
  const words = titleBeginning(headline, longestTitle);
  const isCut = words.text.length < headline.title.length;
  return [linked(shortUrl(headline.url, longestUrl), words), ...(isCut ? ['…'] : [])];
}

/** "and 3 more sources", where there are more. */
export function moreSources(count: number): readonly string[] {
  return count > 0 ? [`and ${counted(count, 'more source')}`] : [];
}

interface HeadlineForm {
  readonly style?: 'R' | 'f';
  readonly facts?: readonly string[];
  /** Said before the title: "Update". */
  readonly mark?: string | undefined;
}

/** "1) Title", linked, and below it the source, the age, and what else there is to say. */
export function headlineLines(
  headline: Headline,
  number: number,
  { style = 'R', facts = [], mark }: HeadlineForm = {},
): Line[] {
  const marked: Piece[] = mark === undefined ? [] : [strong(mark), ' · '];
  return [
    text(`${number}) `, ...marked, ...titlePieces(headline)),
    small(...joined([shortSource(headline.source), time(headline.publishedAt, style), ...facts], ' · ')),
  ];
}
