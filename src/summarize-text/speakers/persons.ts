import { isSameGiven, mayBeOne, nameWords, readName, type SpeakerName } from './person-name.ts';

/** Somebody by the fullest of their names, and all names that are theirs alone. */
export interface NamedPerson {
  readonly name: string;
  readonly names: readonly string[];
}

interface Named {
  readonly text: string;
  readonly read: SpeakerName;
}

/**
 * Whom a reader can mean by "Poe", "ann poe" or "Dame Ann", among the names that articles give people, in the order
 * of their first names in the list. A surname alone belongs to a person only where nobody else here has it.
 */
export function personsNamed(asked: string, names: readonly string[]): readonly NamedPerson[] {
  const wanted = readName(asked);
  const persons = groupNames(names);
  const exact = persons.filter((person) => person.names.some((name) => isSameName(name, asked)));
  return exact.length > 0
    ? exact
    : persons.filter((person) => person.names.some((name) => fits(name, wanted)));
}

const isSameName = (one: string, other: string): boolean =>
  nameWords(one).join(' ') === nameWords(other).join(' ');

/** Every word asked for is one of the name's, or a part of one with a hyphen; the titles do not contradict. */
function fits(name: string, wanted: SpeakerName): boolean {
  const read = readName(name);
  const isTitled = wanted.kind === 'person' && read.kind === 'person';
  const genders = isTitled
    ? new Set([wanted.gender, read.gender].filter((gender) => gender !== undefined))
    : [];
  const words = new Set(nameWords(name).flatMap((word) => [word, ...word.split('-')]));
  return [...genders].length < 2 && wanted.words.length > 0 && wanted.words.every((word) => words.has(word));
}

/** Puts the names of each person together. */
export function groupNames(names: readonly string[]): readonly NamedPerson[] {
  const all = [...new Set(names)].map((text): Named => ({ text, read: readName(text) }));
  const isShort = ({ read }: Named) => read.kind === 'person' && read.given.length === 0;
  const groups: Named[][] = [];
  const full = all.filter((named) => !isShort(named));
  for (const named of full.toSorted((one, other) => givenCount(other) - givenCount(one)))
    addFull(groups, named);
  for (const named of all.filter(isShort)) addShort(groups, named);
  const order = new Map(all.map(({ text }, index) => [text, index]));
  const placeOf = (group: readonly Named[]) => Math.min(...group.map(({ text }) => order.get(text) ?? 0));
  return groups.toSorted((one, other) => placeOf(one) - placeOf(other)).map(personOf);
}

const givenCount = ({ read }: Named): number => (read.kind === 'person' ? read.given.length : 0);

/** "Ann Poe" is "Ann B. Poe", unless there is an "Ann C. Poe" as well. */
function addFull(groups: Named[][], named: Named): void {
  const [only, ...others] = groups.filter((group) => group.every(({ read }) => mayBeOne(read, named.read)));
  if (only === undefined || others.length > 0) groups.push([named]);
  else only.push(named);
}

/** "Poe" or "Dame Ann" goes to the one person who can be it; to nobody where there are two. */
function addShort(groups: Named[][], named: Named): void {
  const bySurname = groups.filter((group) => group.every(({ read }) => mayBeOne(read, named.read)));
  const byGiven = groups.filter((group) => group.some(({ read }) => isGivenNameOf(named.read, read)));
  const found = bySurname.length > 0 ? bySurname : byGiven;
  const [only, ...others] = found;
  if (only === undefined) groups.push([named]);
  else if (others.length === 0) only.push(named);
}

function isGivenNameOf(short: SpeakerName, full: SpeakerName): boolean {
  const [first] = full.kind === 'person' ? full.given : [];
  if (short.kind === 'body' || first === undefined) return false;
  return short.surname === first || (short.surname.length > 2 && isSameGiven(short.surname, first));
}

function personOf(group: readonly Named[]): NamedPerson {
  const fullest = group.toSorted(
    (one, other) => other.read.words.length - one.read.words.length || other.text.length - one.text.length,
  );
  return { name: fullest[0]?.text ?? '', names: group.map(({ text }) => text) };
}
