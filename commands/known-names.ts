import type { Choice } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import { cut } from '../src/render/cut.ts';
import { longestChoice, mostChoices } from './story-option.ts';

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

/** A publisher as it is stored. Fails with a `UserError` that says which there are. */
export function knownSource(known: readonly string[], asked: string): string {
  const source = sameName(known, asked);
  if (source === undefined)
    throw new UserError({
      code: 'noSuchSource',
      asked: cut(asked, longestChoice),
      known: known.slice(0, mostChoices),
    });
  return source;
}

/** So many names of a list are looked at: more than an option of a command holds. */
const mostParts = 100;

/**
 * The names of a list parted by commas, each once and as it is stored; a name that has a comma itself is taken whole.
 * `nameOf` fails on a name that is not known; so do commas alone, which name nothing.
 */
export function listedNames(
  written: string,
  known: readonly string[],
  nameOf: (known: readonly string[], asked: string) => string,
): readonly string[] {
  const parts = written
    .split(',', mostParts)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const counts = parts.slice(at).map((_, index) => index + 1);
    const count = counts.findLast((one) => sameName(known, parts.slice(at, at + one).join(', '))) ?? 1;
    names.push(nameOf(known, parts.slice(at, at + count).join(', ')));
    at += count;
  }
  if (names.length === 0) nameOf(known, written);
  return [...new Set(names)];
}

/** Goes on from the last comma, so that several names can be picked one by one. */
export function chooseOneMore(known: readonly string[], typed: string): readonly Choice[] {
  const parts = typed.split(',').map((part) => part.trim());
  const chosen = parts.slice(0, -1).filter((part) => part !== '');
  const last = (parts.at(-1) ?? '').toLowerCase();
  return known
    .filter((name) => name.toLowerCase().includes(last) && !chosen.includes(name))
    .toSorted((one, other) => Number(begins(other, last)) - Number(begins(one, last)))
    .map((name) => [...chosen, name].join(', '))
    .filter((value) => value.length <= longestChoice)
    .slice(0, mostChoices)
    .map((value) => ({ name: value, value }));
}

const begins = (name: string, typed: string): boolean => name.toLowerCase().startsWith(typed);
