import type { Span } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { Passage } from '../domain/brief.ts';

/** Longer passages are named by their first and last words, so that the address stays within Discord's 512. */
const wholeUpToWords = 8;
const edgeWords = 4;
/** Words before a place that tell it from others with the same words. */
const contextWords = 3;
/** Fewer words are found in any page's menus. */
const tellingWords = 3;
const longestUrl = 500;

/** Percent-encoding of a text fragment; "-", "," and "&" part its terms (WICG Scroll to Text Fragment, 3.2). */
const encoded = (words: string): string => encodeURIComponent(words.toWellFormed()).replace(/-/g, '%2D');

/** Whether a place is named by its first and last words, or, where room is short, by its first alone, or not at all. */
export type PlaceForm = 'ends' | 'start' | 'none';

/**
 * The address of a passage's place in its source: `url#:~:text=…`. The plain address where the page may read
 * otherwise (a mark we mended, a title) or has a fragment of its own; `undefined` where there is no address, or none is
 * wanted.
 */
export function placeUrl(
  article: Article,
  { of, spans }: Pick<Passage, 'of' | 'spans'>,
  form: PlaceForm = 'ends',
): string | undefined {
  const { url } = article;
  const [span] = spans;
  if (form === 'none') return undefined;
  if (url === undefined || of !== 'text' || span === undefined || url.includes('#')) return url;
  if (isMended(article, span)) return url;
  const terms = termsOf(article, span, form);
  const full = `${url}#:~:text=${terms.join(',')}`;
  return terms.length > 0 && full.length <= longestUrl ? full : url;
}

function isMended({ runs }: Article, { start, end }: Span): boolean {
  return runs.some(
    ({ repaired, cleanStart, cleanEnd }) => repaired !== undefined && cleanStart < end && cleanEnd > start,
  );
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * The terms of a place: its words, or the first and the last of them. A term stands within one line, since browsers
 * find none across blocks. Where the page has the first words earlier too, more of them are taken, or words before.
 */
function termsOf(article: Article, span: Span, form: PlaceForm): readonly string[] {
  const lines = article.text
    .slice(span.start, span.end)
    .split(/\n+/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const [first, last] = [lines.at(0), lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const longest = form === 'ends' ? wholeUpToWords : edgeWords;
  const isWhole = lines.length === 1 && first.length <= longest;
  const end = isWhole || form === 'start' ? [] : [encoded(last.slice(-edgeWords).join(' '))];
  const start = first.slice(0, isWhole ? longest : edgeWords).join(' ');
  if (isTelling(article, span, start)) return [encoded(start), ...end];
  const more = first.slice(0, wholeUpToWords).join(' ');
  if (more !== start && isTelling(article, span, more)) return [encoded(more), ...end];
  const before = wordsBefore(article, span);
  return [...(before === '' ? [] : [`${encoded(before)}-`]), encoded(start), ...end];
}

/** Whether a page that is read from its top comes upon these words here first. */
function isTelling({ title, standfirst = '', text }: Article, { start }: Span, words: string): boolean {
  const before = wordsOf(`${title}\n${standfirst}\n${text.slice(0, start)}`)
    .join(' ')
    .toLowerCase();
  return wordsOf(words).length >= tellingWords && !before.includes(words.toLowerCase());
}

/** The last words of the line before a place, or of the one before that; none where a mark in them was mended. */
function wordsBefore(article: Article, { start }: Span): string {
  const before = article.text.slice(0, start).trimEnd();
  const line = article.text.slice(before.lastIndexOf('\n') + 1, start);
  const last = wordsOf(line).slice(-contextWords);
  const isSafe = !isMended(article, { start: start - line.length, end: start });
  return isSafe && /\p{L}/u.test(last.join(' ')) ? last.join(' ') : '';
}
