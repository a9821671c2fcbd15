import type { Token } from './quotation-tokens.ts';
import { isCapital } from './quotation-tokens.ts';
import type { Gender } from './speaker-names.ts';
import {
  dayWord,
  genderOfGivenName,
  genderOfTitle,
  honour,
  openingWord,
  organisationWord,
  titleWord,
} from './speaker-names.ts';

/** A person of the article under the fullest name it gives. */
export interface Person {
  readonly name: string;
  readonly given: string;
  readonly surname: string;
  readonly gender: Gender | undefined;
  /** A title, a known given name or a verb of saying shows that the name is a person's. */
  readonly sure: boolean;
  /** Places they are named, outside quotations, in order. */
  readonly sightings: readonly Sighting[];
}

/** One place outside quotations where a person is named; `from` and `to` count tokens, titles left out. */
export interface Sighting {
  readonly person: Person;
  readonly from: number;
  readonly to: number;
}

export interface People {
  readonly bySurname: ReadonlyMap<string, readonly Person[]>;
  /** All sightings in the order of the text. */
  readonly sightings: readonly Sighting[];
}

/** A capitalised run read as a name: `from` leaves out titles and words a sentence opens with. */
export interface NameRun {
  readonly words: readonly string[];
  readonly titles: readonly string[];
  readonly honour: string | undefined;
  readonly from: number;
  readonly to: number;
}

interface Draft {
  name: string;
  given: string;
  surname: string;
  gender: Gender | undefined;
  sure: boolean;
  sightings: Sighting[];
}

/** Small words inside surnames. */
export const particle = /^(?:de|van|von|der|den|bin|al|la|el|du|di|da|le|ibn|dos|ten|ter)$/;
const suffix = /^(?:Jr|Sr|II|III)\.?$/;
const personalTitle =
  /^(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Sgt|Capt|Lt|Col|Cllr|Prof|Rev|President|Professor|Senator|Congressman|Congresswoman|Judge|Justice|Mayor|Chancellor|Governor|Insp|Det|Supt|Sheriff|Officer|Coach)\.?$/;
const longestRun = 12;

/** Finds the persons an article names, their gender where a title or given name tells it, and where they stand. */
export function findPeople(tokens: readonly Token[], titleTokens: readonly Token[]): People {
  const runs = findRuns(tokens);
  const drafts = new Map<string, Draft[]>();
  for (const run of [...runs, ...findRuns(titleTokens)]) if (isFullName(run)) addFull(drafts, run);
  for (const run of runs) if (run.words.length === 1 && isPersonByContext(tokens, run)) addSingle(drafts, run);
  const sightings: Sighting[] = [];
  for (const run of runs) {
    const draft = matchRun(drafts, run);
    if (!draft) continue;
    const gender = genderOfRun(run);
    if (gender) draft.gender = gender;
    if (gender || run.titles.some((title) => personalTitle.test(title)) || speaks(tokens, run)) draft.sure = true;
    const sighting = { person: draft, from: run.from, to: run.to };
    draft.sightings.push(sighting);
    sightings.push(sighting);
  }
  return { bySurname: drafts, sightings };
}

function genderOfRun(run: NameRun): Gender | undefined {
  const titles = run.honour ? [...run.titles, run.honour] : run.titles;
  return titles.map(genderOfTitle).find((gender) => gender !== undefined);
}

function findRuns(tokens: readonly Token[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isCapital(tokens[at])) continue;
    const from = at;
    const inRun = (index: number) => continuesRun(tokens, from, index);
    while (at + 1 - from < longestRun && (inRun(at + 1) || (isParticle(tokens[at + 1]) && inRun(at + 2)))) at++;
    const run = readRun(tokens, from, at + 1);
    if (run) runs.push(run);
  }
  return runs;
}

function continuesRun(tokens: readonly Token[], from: number, index: number): boolean {
  const token = tokens[index];
  return (
    token !== undefined &&
    isCapital(token) &&
    token.sentence === tokens[from]?.sentence &&
    !dayWord.test(token.text)
  );
}

function isParticle(token: Token | undefined): boolean {
  return token !== undefined && particle.test(token.text);
}

/** Reads the capitalised tokens from `from` to `to`: the name is what follows the last title in them. */
export function readRun(tokens: readonly Token[], from: number, to: number): NameRun | undefined {
  let end = to;
  while (end > from + 1 && suffix.test(tokens[end - 1]?.text ?? '')) end--;
  let start = from;
  while (start < end && isOpening(tokens[start]?.text ?? '')) start++;
  let name = start;
  for (let at = start; at < end - 1; at++) {
    const text = tokens[at]?.text ?? '';
    if (titleWord.test(text) || honour.test(text)) name = at + 1;
  }
  const words = tokens.slice(name, end).map((token) => token.text);
  if (words.length === 0 || (words[0]?.length ?? 0) < 2) return undefined;
  const before = tokens.slice(start, name).map((token) => token.text);
  const last = before[before.length - 1] ?? '';
  return { words, titles: before, honour: honour.test(last) ? last : undefined, from: name, to: end };
}

function isOpening(text: string): boolean {
  return openingWord.test(text) || dayWord.test(text);
}

function isFullName(run: NameRun): boolean {
  const { words } = run;
  if (words.length < 2 || words.length > 4) return false;
  return !words.some((word) => organisationWord.test(word)) && !/^\p{Lu}{2,}$/u.test(words[0] ?? '');
}

const verbOfSaying = /^(?:said|says|told|added|adds|asked|wrote|tweeted|continued|explained|argued|insisted)$/;

function speaks(tokens: readonly Token[], run: NameRun): boolean {
  return verbOfSaying.test(tokens[run.to]?.text ?? '') || /^(?:said|says|added|asked)$/.test(tokens[run.from - 1]?.text ?? '');
}

/** A single capitalised word is a person when a personal title leads it or it speaks. */
function isPersonByContext(tokens: readonly Token[], run: NameRun): boolean {
  const [word = ''] = run.words;
  if (organisationWord.test(word) || titleWord.test(word) || isOpening(word)) return false;
  if (/^\p{Lu}+$/u.test(word) || word.length < 3) return false;
  const last = run.titles[run.titles.length - 1];
  if ((last !== undefined && personalTitle.test(last)) || run.honour) return true;
  const preceded = /^(?:the|a|an)$/i.test(tokens[run.from - 1]?.text ?? '');
  return !preceded && speaks(tokens, run);
}

function addFull(drafts: Map<string, Draft[]>, run: NameRun): void {
  const surname = surnameOf(run.words);
  const same = drafts.get(surname) ?? [];
  drafts.set(surname, same);
  const given = run.words[0] ?? '';
  const name = [...(run.honour ? [run.honour] : []), ...run.words].join(' ');
  const known = same.find((draft) => sameGiven(draft.given, given));
  const gender = genderOfGivenName(given);
  if (!known) same.push({ name, given, surname, gender, sure: gender !== undefined, sightings: [] });
  else if (name.length > known.name.length) known.name = name;
}

function surnameOf(words: readonly string[]): string {
  return (words[words.length - 1] ?? '').toLowerCase();
}

function sameGiven(a: string, b: string): boolean {
  const x = a.toLowerCase().replace(/\./g, '');
  const y = b.toLowerCase().replace(/\./g, '');
  if (x === y || (Math.min(x.length, y.length) <= 1 && x[0] === y[0])) return true;
  return (x.length > 2 && y.startsWith(x)) || (y.length > 2 && x.startsWith(y));
}

function addSingle(drafts: Map<string, Draft[]>, run: NameRun): void {
  const [word = ''] = run.words;
  const surname = word.toLowerCase();
  if (drafts.has(surname)) return;
  const name = run.honour ? `${run.honour} ${word}` : word;
  drafts.set(surname, [{ name, given: '', surname, gender: genderOfGivenName(word), sure: true, sightings: [] }]);
}

function matchRun(drafts: ReadonlyMap<string, readonly Draft[]>, run: NameRun): Draft | undefined {
  const same = drafts.get(surnameOf(run.words)) ?? [];
  if (run.words.length > 1) return same.find((draft) => sameGiven(draft.given, run.words[0] ?? ''));
  return choosePerson(same, genderOfRun(run));
}

/** Of persons with one surname: of the title's gender if it tells, then the one named most so far. */
export function choosePerson<P extends Person>(same: readonly P[], gender: Gender | undefined): P | undefined {
  const fitting = gender ? same.filter((person) => !person.gender || person.gender === gender) : same;
  return fitting.reduce<P | undefined>(
    (best, person) => (!best || person.sightings.length > best.sightings.length ? person : best),
    undefined,
  );
}

/** The person a name without titles stands for, by surname and, where it gives one, given name. */
export function personNamed(people: People, words: readonly string[], gender?: Gender): Person | undefined {
  const same = people.bySurname.get(surnameOf(words)) ?? [];
  if (words.length < 2) return choosePerson(same, gender);
  return same.find((person) => sameGiven(person.given, words[0] ?? ''));
}
