import type { Digest } from '../../domain/digest.ts';

/** Discord takes 100 characters; the date wants up to 20 of them. */
const longestName = 76;

/** What the thread of a post is called: "Morning news, 26 November 2026", by the date of its slot where the digest comes. */
export function postTitle({ name, timezone }: Pick<Digest, 'name' | 'timezone'>, slot: number): string {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: timezone }).format(slot);
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)];
  const end = letters.findLast(({ index, segment }) => index + segment.length <= longestName);
  const fits = name.length <= longestName;
  const short = fits ? name : `${name.slice(0, end === undefined ? 0 : end.index + end.segment.length)}…`;
  return `${short}, ${date}`;
}
