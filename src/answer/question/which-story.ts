import type { Article } from '../../domain/article.ts';
import { type HeldWords, heldWords, heldWorth } from '../held-words.ts';
import type { AskedWords } from './asked-words.ts';

/** Whether the story that is talked of holds all that a question names, so that no other is looked for. */
export const holdsAll = ({ telling }: AskedWords, { everywhere }: HeldWords): boolean =>
  telling.every((word) => everywhere.has(word));

/** The missing words are worth as much as one rare word, or two that are not very common. */
const enoughMissing = 8.5;

/**
 * Whether a question leaves the story that is talked of: it names a subject that this story does not have and another's
 * headline has, and that other holds more of its words: all of them, where the subject is a common word. Words that any
 * story has ("hurt", "next") lead nowhere else. Of a question of which it has nothing it is left in any case.
 */
export function leavesFor(asked: AskedWords, talkedOf: HeldWords, others: readonly Article[]): boolean {
  const missing = asked.subjects.filter((word) => !talkedOf.everywhere.has(word));
  if (missing.length === 0) return false;
  const own = heldWorth(asked.telling, talkedOf.everywhere);
  if (own === 0 && !asked.refers) return true;
  return others.some((article) => {
    const held = heldWords([article]);
    const named = heldWorth(missing, held.inTitle);
    const isClear = named >= enoughMissing || (named > 0 && holdsAll(asked, held));
    return isClear && heldWorth(asked.telling, held.everywhere) > own;
  });
}
