import { UserError } from '../src/domain/errors.ts';
import { mostChoices } from './story-option.ts';

/** Of some names the one that is meant, whatever letters of it were typed large. */
export const sameName = (known: readonly string[], asked: string): string | undefined =>
  known.find((name) => name.toLowerCase() === asked.toLowerCase());

/** A topic as it is stored. Fails with a `UserError` that says which there are. */
export function knownTopic(known: readonly string[], asked: string): string {
  const topic = sameName(known, asked);
  if (topic === undefined)
    throw new UserError({ code: 'noSuchTopic', asked, known: known.slice(0, mostChoices) });
  return topic;
}
