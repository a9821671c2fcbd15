import type { Source } from '../quotations/places.ts';
import { personNamed } from './people.ts';
import type { Mention } from './phrases.ts';
import { isNominal, phraseBefore, phraseFrom } from './phrases.ts';
import { preposition } from './role-words.ts';
import { tellingRole } from './telling-role.ts';

const furthestComma = 12;

/** Adds what a comma brings after a phrase: "the Chancellor, Rupert Voss" or "Rupert Voss, the Chancellor". */
export function withApposition(source: Source, first: Mention | undefined): Mention | undefined {
  if (!first || first.kind === 'pronoun') return first;
  const comma = first.kind === 'name' ? nextMark(source, first) : first.to;
  const second = source.tokens[comma]?.text === ',' ? phraseFrom(source, comma + 1) : undefined;
  if (!second || second.kind === 'pronoun') return first;
  if (first.kind === 'role') return nameOfRole(source, first, second);
  const isDescribed = first.role !== undefined && tellingRole(first.role, true) !== undefined;
  return isDescribed || second.kind === 'name' ? first : roleOfName(source, first, second);
}

/** "the Chancellor, Rupert Voss": one person, if the name is a person's. */
function nameOfRole(source: Source, role: Mention, name: Mention): Mention {
  const person = name.kind === 'name' && personNamed(source.people, name.text.split(' '));
  return person ? { ...name, begin: role.begin, role: role.text } : role;
}

function roleOfName(source: Source, name: Mention, role: Mention): Mention {
  if (source.tokens[role.to]?.kind === 'quote') return name;
  const first = source.tokens[role.begin]?.lower ?? '';
  return preposition.test(first) || /ing$/.test(first) ? name : { ...name, role: role.text };
}

/** The comma after a name may come after "of the Institute" or "(R-Ohio)". */
function nextMark(source: Source, first: Mention): number {
  const { tokens } = source;
  let at = first.to;
  if (tokens[at]?.text === '(') while (at - first.to < furthestComma && tokens[at - 1]?.text !== ')') at++;
  while (at - first.to < furthestComma && tokens[at]?.kind === 'word' && isNominal(tokens, at)) at++;
  return at;
}

/** "Voss, the chairman -- who left -- said": the role only describes the name before it. */
export function nameBeforeRole(source: Source, role: Mention): Mention {
  const comma = source.tokens[role.begin - 1];
  if (comma?.text !== ',' || comma.sentence !== source.tokens[role.begin]?.sentence) return role;
  const name = phraseBefore(source, role.begin - 1);
  if (name?.kind !== 'name' || name.to !== role.begin - 1) return role;
  return personNamed(source.people, name.text.split(' ')) ? { ...name, role: role.text } : role;
}
