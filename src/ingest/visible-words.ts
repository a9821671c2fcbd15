import { isVisible, withoutInvisible } from '../domain/visible.ts';

/** Vietnamese has two, Hebrew and Thai up to three. */
const piledMarks = /(\p{M}{4})\p{M}{1,1000}/gu;

/**
 * The words of a title or a name as people should see them, on one line, without what would change the words around
 * them. `undefined` where nothing is left to see.
 */
export function visibleWords(written: string): string | undefined {
  const words = withoutInvisible(written).replace(piledMarks, '$1').replace(/\s+/g, ' ').trim();
  return isVisible(words) ? words : undefined;
}
