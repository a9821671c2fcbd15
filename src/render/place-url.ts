import type { Article } from '../domain/article.ts';
import type { Passage } from '../domain/brief.ts';

/** Longer passages are named by their first and last words, so that the address stays within Discord's 512. */
const wholeUpToWords = 8;
const edgeWords = 4;
const longestUrl = 500;

/** Percent-encoding of a text fragment; "-", "," and "&" part its terms (WICG Scroll to Text Fragment, 3.2). */
const encoded = (words: string): string => encodeURIComponent(words).replace(/-/g, '%2D');

/** Whether a place is named by its first and last words, or, where room is short, by its first alone. */
export type PlaceForm = 'ends' | 'start';

/**
 * The address of a passage's place in its source: `url#:~:text=…`. The plain address where the page may read
 * otherwise (a mark we mended, a title) or has a fragment of its own; `undefined` where there is no address.
 */
export function placeUrl(
  article: Article,
  { of, spans }: Pick<Passage, 'of' | 'spans'>,
  form: PlaceForm = 'ends',
): string | undefined {
  const { url } = article;
  const [first] = spans;
  if (url === undefined || of !== 'text' || first === undefined || url.includes('#')) return url;
  const isMended = article.runs.some(
    ({ repaired, cleanStart, cleanEnd }) =>
      repaired !== undefined && cleanStart < first.end && cleanEnd > first.start,
  );
  if (isMended) return url;
  const words = article.text.slice(first.start, first.end).split(/\s+/);
  const full = `${url}#:~:text=${termsOf(words, form).map(encoded).join(',')}`;
  return full.length <= longestUrl ? full : url;
}

function termsOf(words: readonly string[], form: PlaceForm): readonly string[] {
  if (words.length <= (form === 'ends' ? wholeUpToWords : edgeWords)) return [words.join(' ')];
  const start = words.slice(0, edgeWords).join(' ');
  return form === 'start' ? [start] : [start, words.slice(-edgeWords).join(' ')];
}
