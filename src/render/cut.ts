const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** No character as a person sees it has more code units than that, except to do harm. */
const longestGrapheme = 12;

/** Characters that show nothing by themselves, or turn the direction of what follows; joiners are part of letters. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Outside words in at most `most` characters as a person sees them, "…" in place of the rest; '' where nothing shows. */
export function cut(words: string, most: number): string {
  const tidy = words.toWellFormed().replace(/\s+/g, ' ').replace(invisible, '').trim();
  if (!visible.test(tidy)) return '';
  const bounded = tidy.slice(0, most * longestGrapheme);
  const parts = Array.from(graphemes.segment(bounded), ({ segment }) => segment.slice(0, longestGrapheme));
  if (parts.length <= most && bounded.length === tidy.length) return parts.join('');
  return `${parts
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
