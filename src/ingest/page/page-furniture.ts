import { clean } from 'summarize-text';
import { readDate } from '../read-date.ts';
import { isForeignFurniture } from './furniture-words.ts';
import { lengthOfAll, longestText, type PageParagraph } from './page-text.ts';

/** What the text engine knows by its form, in a page's own words: the rest of its furniture can be an article's. */
const forms = new Set([
  'a bar of buttons for sharing',
  'a byline',
  'a caption with its credit',
  'a link to other stories',
  'a notice of an advertisement',
  'a notice of rights',
  'about the author',
  'an address',
]);
const aDate = 'a date or a time of reading';
/** "Updated Tuesday, 9:41": shorter ones can be headings of a chronicle. */
const fewestInDate = 3;

/**
 * The paragraphs of an article without what its page says around them: captions with their credits, bylines, dates,
 * adverts, links to other stories, notices of rights; its title a second time; headings of nothing. A text too long to be an article is left as it is.
 */
export function withoutFurniture(
  paragraphs: readonly PageParagraph[],
  title: string | undefined,
): readonly PageParagraph[] {
  if (lengthOfAll(paragraphs) > longestText) return paragraphs;
  const furniture = furnitureIn(paragraphs);
  const kept = paragraphs.filter(
    ({ text }) => !furniture.has(text) && !isAddress(text) && !isForeignFurniture(text),
  );
  const dated = kept.filter(({ text }, at) => at > lastOfHead || !isDateLine(text));
  const named =
    title === undefined ? dated : dated.filter(({ text }, at) => at > lastOfHead || !isSame(text, title));
  const last = named.findLastIndex(({ isHeading }) => !isHeading);
  return named.slice(0, last + 1);
}

function furnitureIn(paragraphs: readonly PageParagraph[]): ReadonlySet<string> {
  const { removals } = clean(paragraphs.map(({ text }) => text).join('\n'));
  return new Set(removals.filter(({ reason, text }) => isForm(reason, text)).map(({ text }) => text.trim()));
}

const isForm = (reason: string, text: string): boolean =>
  forms.has(reason) || (reason === aDate && text.split(/\s+/).length >= fewestInDate);

/** Title, date and names stand among the first paragraphs. */
const lastOfHead = 5;
const longestDateLine = 80;

/** "Ann Other, 12 January 2026, 08:15", in any language: a year and a time or a day in a line that is no sentence. */
function isDateLine(text: string): boolean {
  if (text.length > longestDateLine || /[.!?…。！？।]$/.test(text.replace(/น\.$/, ''))) return false;
  return /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u.test(text) && (hasTime(text) || readDate(text) !== undefined);
}

const hasTime = (text: string): boolean =>
  /(?<!\p{Nd})\p{Nd}{1,2}[:：時点시]\s?\p{Nd}{2}(?!\p{Nd})/u.test(text);

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
