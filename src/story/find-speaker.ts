import { type NamedPerson, nameWords, personsNamed, readName } from 'summarize-text';
import type { Scope } from '../domain/scope.ts';
import type { KnownName, SpeakerIndex } from '../domain/speaker-index.ts';

/** Somebody whom stored articles quote, by all the names they give that person alone. */
interface FoundSpeaker extends NamedPerson {
  readonly role?: string;
  readonly articleCount: number;
}

export type SpeakerFinding =
  | { readonly kind: 'found'; readonly speaker: FoundSpeaker }
  | { readonly kind: 'several'; readonly speakers: readonly FoundSpeaker[] }
  | { readonly kind: 'unknown'; readonly closest: readonly string[] };

const mostNames = 200;
/** Surnames whose other bearers are looked up. */
const mostSurnames = 5;
const closestCount = 3;

/**
 * Whom a person means by "Poe", "ann poe" or "Dame Ann" among those whom the articles of the scopes quote: one, or
 * several of one name, those of most articles first.
 */
export async function findSpeaker(
  asked: string,
  scopes: readonly Scope[],
  speakers: Pick<SpeakerIndex, 'names'>,
): Promise<SpeakerFinding> {
  const { words } = readName(asked);
  if (words.length === 0) return { kind: 'unknown', closest: [] };
  const named = (whole: readonly string[]) =>
    speakers.names({ scopes, words: whole, match: 'whole', limit: mostNames });
  const direct = await named(words);
  const surnames = new Set(direct.map(({ name }) => readName(name).words.at(-1) ?? ''));
  const kin = await Promise.all([...surnames].slice(0, mostSurnames).map((surname) => named([surname])));
  const known = new Map([...direct, ...kin.flat()].map((one) => [one.name, one]));
  const found = personsNamed(asked, [...known.keys()]).map((person) => withFacts(person, known));
  const [first, ...others] = found.toSorted((one, other) => other.articleCount - one.articleCount);
  if (first === undefined) return { kind: 'unknown', closest: await closestTo(words, scopes, speakers) };
  return others.length === 0
    ? { kind: 'found', speaker: first }
    : { kind: 'several', speakers: [first, ...others] };
}

/** An article that has two of the names counts twice: good enough to put the most quoted first. */
function withFacts(person: NamedPerson, known: ReadonlyMap<string, KnownName>): FoundSpeaker {
  const facts = person.names.flatMap((name) => known.get(name) ?? []);
  const { role } = facts.find((fact) => fact.role !== undefined) ?? {};
  return {
    ...person,
    ...(role !== undefined && { role }),
    articleCount: facts.reduce((sum, { articleCount }) => sum + articleCount, 0),
  };
}

/** Names with a word that begins as one of those asked for. */
async function closestTo(
  words: readonly string[],
  scopes: readonly Scope[],
  speakers: Pick<SpeakerIndex, 'names'>,
): Promise<readonly string[]> {
  for (const word of words.toReversed()) {
    const begun = [word.slice(0, Math.max(3, word.length - 2))];
    const names = await speakers.names({ scopes, words: begun, match: 'begun', limit: closestCount });
    if (names.length > 0) return names.map(({ name }) => name);
  }
  return [];
}

/** Names for what is typed of one, those of most articles first. */
export async function namesLike(
  typed: string,
  scopes: readonly Scope[],
  speakers: Pick<SpeakerIndex, 'names'>,
  limit: number,
): Promise<readonly KnownName[]> {
  return await speakers.names({ scopes, words: nameWords(typed), match: 'begun', limit });
}
