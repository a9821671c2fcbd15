/** Controls and what turns the direction of a line around; the joiners of Persian, Hindi and emoji are letters there. */
const unseen = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** Vietnamese has two, Hebrew and Thai up to three. */
const piledMarks = /(\p{M}{4})\p{M}{1,1000}/gu;

/**
 * The words of a title or a name as people should see them, on one line, without what would change the words around
 * them. `undefined` where nothing is left to see.
 */
export function visibleWords(written: string): string | undefined {
  const words = written.replace(unseen, '').replace(piledMarks, '$1').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(words) ? words : undefined;
}
