import type { Article } from '../domain/article.ts';
import type { AskedWords } from './asked-words.ts';
import { type HeldWords, heldWords, heldWorth } from './held-words.ts';

/** Whether the story that is talked of holds all that a question names, so that no other is looked for. */
export const holdsAll = ({ telling }: AskedWords, { everywhere }: HeldWords): boolean =>
  telling.every((word) => everywhere.has(word));

/**
 * Whether a question leaves the story that is talked of: it names a subject that this story does not have and another's
 * headline has, and that other holds more of its words. Words that any story has ("hurt", "next") lead nowhere else.
 */
export function leavesFor(asked: AskedWords, talkedOf: HeldWords, others: readonly Article[]): boolean {
  const missing = asked.subjects.filter((word) => !talkedOf.everywhere.has(word));
  if (missing.length === 0) return false;
  const own = heldWorth(asked.telling, talkedOf.everywhere);
  return others.some((article) => {
    const held = heldWords([article]);
    return missing.some((word) => held.inTitle.has(word)) && heldWorth(asked.telling, held.everywhere) > own;
  });
}
