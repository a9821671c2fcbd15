import { particle, withoutSuffix } from './name-runs.ts';
import type { Gender } from './names.ts';
import {
  genderOfGivenName,
  genderOfTitle,
  honour,
  openingWord,
  organisationWord,
  titleWord,
} from './names.ts';

/** A name taken apart; words are lower-case and without marks over or under letters. */
interface PersonName {
  readonly kind: 'person';
  readonly words: readonly string[];
  /** The first name and the initials or names after it; empty for "Mr Poe" and "Poe". */
  readonly given: readonly string[];
  readonly surname: string;
  readonly gender: Gender | undefined;
}

/** A body ("the Bank of Orme"): known by all its words. */
interface BodyName {
  readonly kind: 'body';
  readonly words: readonly string[];
}

export type SpeakerName = PersonName | BodyName;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** A name's words as they are compared: "Zoë O’Brien-Łoś" is "zoe", "obrien-los". */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘]s\b/g, '')
    .replace(/['’‘.]/g, '')
    .replace(/[øłđðþßæœı]/g, (letter) => plainLetters[letter] ?? letter);
  return plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

const longestName = 60;

/** Whether it names somebody ("Ann Poe", "the Bank of Orme") rather than says what they are ("a judge"). */
export function isOwnName(name: string): boolean {
  const words = name.trim().replace(/^the /i, '').split(/\s+/);
  const [first = ''] = words;
  const isCommon = !/^\p{Lu}/u.test(first) || (openingWord.test(first) && first !== 'Will');
  return !isCommon && !words.every(isTitle) && name.length <= longestName;
}

/** Reads a name as articles and readers write it: with or without titles, in full or the surname alone. */
export function readName(name: string): SpeakerName {
  const written = withoutSuffix(name.trim().split(/\s+/));
  const first = written.findIndex((word) => !isTitle(word));
  const own = written.slice(first === -1 ? -1 : first);
  if (isBody(own)) return { kind: 'body', words: nameWords(name).filter((word) => word !== 'the') };
  const words = own.flatMap(nameWords);
  const titles = written.slice(0, written.length - own.length).map(capitalised);
  const given = words.slice(0, -1).filter((word) => !particle.test(word));
  const gender = titles.map(genderOfTitle).find((found) => found !== undefined);
  return {
    kind: 'person',
    words,
    given,
    surname: words.at(-1) ?? '',
    gender: gender ?? genderOfGivenName(given[0] ?? ''),
  };
}

const isTitle = (word: string): boolean =>
  titleWord.test(capitalised(word)) || honour.test(capitalised(word));

/** Readers type names in small letters. */
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A word of organisations, or a small word that surnames do not have; not where a given name leads. */
function isBody(words: readonly string[]): boolean {
  if (genderOfGivenName(words[0] ?? '') !== undefined) return false;
  const isPlain = (word: string) => /^\p{Ll}/u.test(word) && !particle.test(word);
  const isMixed = words.some(isPlain) && words.some((word) => /^\p{Lu}/u.test(word));
  return isMixed || words.some((word) => organisationWord.test(word));
}

/** Whether both can be names of one person: a surname, and given names and genders that do not contradict. */
export function mayBeOne(one: SpeakerName, other: SpeakerName): boolean {
  if (one.kind === 'body' || other.kind === 'body')
    return one.kind === other.kind && one.words.join(' ') === other.words.join(' ');
  if (one.surname !== other.surname || one.surname === '') return false;
  if (one.given.length === 0 || other.given.length === 0) return agree(one.gender, other.gender);
  const [[first = '', ...more], [otherFirst = '', ...otherMore]] = [one.given, other.given];
  const middles = Math.min(more.length, otherMore.length);
  return (
    isSameGiven(first, otherFirst) &&
    Array.from({ length: middles }).every((_, at) => isSameGiven(more[at] ?? '', otherMore[at] ?? ''))
  );
}

const agree = (one: Gender | undefined, other: Gender | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** "Jon" and "Jonathan", "J" and "Jonathan". */
export function isSameGiven(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length !== 2 && short !== '' && long.startsWith(short));
}
