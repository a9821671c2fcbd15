import { isVisible, withoutInvisible } from '../domain/visible.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** No character as a person sees it has more code units than that, except to do harm. */
const longestGrapheme = 12;

/** Outside words in at most `most` characters as a person sees them, "…" in place of the rest; '' where nothing shows. */
export function cut(words: string, most: number): string {
  const tidy = withoutInvisible(words.toWellFormed().replace(/\s+/g, ' ')).trim();
  if (!isVisible(tidy)) return '';
  const bounded = tidy.slice(0, most * longestGrapheme);
  const parts = Array.from(graphemes.segment(bounded), ({ segment }) => segment.slice(0, longestGrapheme));
  if (parts.length <= most && bounded.length === tidy.length) return parts.join('');
  return `${parts
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** The same, and no more than twice as many code units: for names that stand in a list. */
export const cutName = (words: string, most: number): string =>
  cut(words, most)
    .slice(0, 2 * most)
    .toWellFormed();

/** Some names, none of them so long that it hides the others. */
export const shortNames = (names: readonly string[]): string => names.map((name) => cut(name, 60)).join(', ');
