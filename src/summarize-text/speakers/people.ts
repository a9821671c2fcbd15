import type { Token } from '../quotations/tokens.ts';
import type { NameRun } from './name-runs.ts';
import { findRuns, genderOfRun, isOpening, withoutSuffix } from './name-runs.ts';
import type { Gender } from './names.ts';
import { genderOfGivenName, isGivenName, organisationWord, stateOrFirm, titleWord } from './names.ts';
import { isOnePerson } from './role-words.ts';

/** A person of the article under the fullest name it gives. */
export interface Person {
  readonly name: string;
  readonly given: string;
  readonly gender: Gender | undefined;
  /** A title, a known given name or a verb of saying shows that the name is a person's. */
  readonly sure: boolean;
  /** Times that a name can be nobody else's: in full, or with a title of a gender. */
  readonly clear: number;
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
  /** By given names that are no word or place as well. */
  readonly byGiven: ReadonlyMap<string, readonly Person[]>;
  /** All sightings in the order of the text. */
  readonly sightings: readonly Sighting[];
}

interface Draft {
  name: string;
  readonly given: string;
  gender: Gender | undefined;
  sure: boolean;
  readonly titles: Set<string>;
  clear: number;
  readonly sightings: DraftSighting[];
}

interface DraftSighting extends Sighting {
  readonly person: Draft;
}

interface Drafts {
  readonly bySurname: Map<string, Draft[]>;
  readonly byGiven: Map<string, Draft[]>;
}

const personalTitle =
  /^(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Gov|Gen|Sgt|Capt|Lt|Col|Cllr|Prof|Rev|President|Professor|Senator|Congressman|Congresswoman|Judge|Justice|Mayor|Chancellor|Governor|Insp|Det|Supt|Sheriff|Officer|Coach)\.?$/;
const verbOfSaying =
  /^(?:said|says|told|added|adds|asked|wrote|tweeted|continued|explained|argued|insisted)$/;
const placeAndSurname =
  /^(?:Park|White|West|North|Street|Church|Hall|House|Day|Fox|Wall|Post|Black|Rivers?|Great)$/;
const placeAndGiven =
  /^(?:Victoria|Virginia|Georgia|Florence|Jordan|Charlotte|Sydney|Carolina|Austin|Dallas|Chester|Lincoln|Regent|Albert|Elizabeth|Alexandra|Albany|Eden|River|Indiana|Dakota|Parker|Clifton)$/;
/** Tokens after a name within which a pronoun tells its gender. */
const longestWait = 40;
/** More persons of one surname are no persons. */
const mostOfOneName = 20;

/** Finds the persons an article names, their gender where a title or given name tells it, and where they stand. */
export function findPeople(tokens: readonly Token[], titleTokens: readonly Token[]): People {
  const runs = findRuns(tokens);
  const drafts: Drafts = { bySurname: new Map(), byGiven: new Map() };
  for (const run of [...runs, ...findRuns(titleTokens)]) if (isFullName(run)) addFull(drafts, run);
  for (const run of runs) if (isPersonByContext(tokens, run)) addSingle(drafts, run);
  for (const run of runs) countClear(drafts, run);
  const sightings = runs.flatMap((run) => sight(tokens, drafts, run));
  inferGenders(tokens, sightings);
  return { ...drafts, sightings };
}

function sight(tokens: readonly Token[], drafts: Drafts, run: NameRun): DraftSighting[] {
  const person = matchRun(drafts, run);
  if (!person) return [];
  const gender = genderOfRun(run);
  person.gender = gender ?? person.gender;
  person.sure ||=
    gender !== undefined || run.titles.some(isPersonal) || speaks(tokens, run) || isDescribed(tokens, run);
  const sighting = { person, from: run.from, to: run.to };
  person.sightings.push(sighting);
  return [sighting];
}

function isPersonal(title: string): boolean {
  return personalTitle.test(title);
}

/** A person whose gender nothing tells takes that of the pronouns that follow their name most often. */
function inferGenders(tokens: readonly Token[], sightings: readonly DraftSighting[]): void {
  const counts = new Map<Draft, number>();
  sightings.forEach((sighting, index) => {
    if (sighting.person.gender) return;
    const limit = Math.min(sightings[index + 1]?.from ?? tokens.length, sighting.to + longestWait);
    const sign = signAfter(tokens, sighting.to, limit);
    counts.set(sighting.person, (counts.get(sighting.person) ?? 0) + sign);
  });
  for (const [person, count] of counts) if (count !== 0) person.gender = count > 0 ? 'm' : 'f';
}

/** 1 where "he" comes first in this sentence or the next, -1 for "she", 0 for neither. */
function signAfter(tokens: readonly Token[], from: number, limit: number): number {
  const last = (tokens[from - 1]?.sentence ?? 0) + 1;
  for (let at = from; at < limit && (tokens[at]?.sentence ?? 0) <= last; at++) {
    if (tokens[at]?.lower === 'he') return 1;
    if (tokens[at]?.lower === 'she') return -1;
  }
  return 0;
}

function isFullName({ words }: NameRun): boolean {
  if (words.length < 2 || words.length > 4) return false;
  const [first = ''] = words;
  if (stateOrFirm.test(words[words.length - 1] ?? '') && !genderOfGivenName(first)) return false;
  const own = isSurnameToo(words) ? words.slice(0, -1) : words;
  return !own.some((word) => organisationWord.test(word)) && !/^\p{Lu}{2,}$/u.test(first);
}

/** "Kenny Park" has a surname that many places end with. */
function isSurnameToo(words: readonly string[]): boolean {
  const [first = ''] = words;
  const [last = ''] = words.slice(-1);
  return words.length === 2 && placeAndSurname.test(last) && isGivenName(first) && !placeAndGiven.test(first);
}

function speaks(tokens: readonly Token[], run: NameRun): boolean {
  const before = tokens[run.from - 1]?.text ?? '';
  return verbOfSaying.test(tokens[run.to]?.text ?? '') || /^(?:said|says|added|asked)$/.test(before);
}

/** "Voss, 41,", "Voss, who", "the striker Voss", "her brother, Voss": as only persons are spoken of. */
function isDescribed(tokens: readonly Token[], { from, to }: NameRun): boolean {
  const [next, second] = [tokens[to]?.text ?? '', tokens[to + 1]?.text ?? ''];
  if (next === 'who' || (next === ',' && /^(?:who|\d\d)$/.test(second))) return true;
  const before = tokens[from - 1]?.text === ',' ? tokens[from - 2] : tokens[from - 1];
  return before?.kind === 'word' && /^\p{Ll}/u.test(before.text) && isOnePerson(before.text);
}

/** A single capitalised word is a person when a personal title leads it, an age follows it or it speaks. */
function isPersonByContext(tokens: readonly Token[], run: NameRun): boolean {
  const [word = ''] = run.words;
  if (run.words.length !== 1 || word.length < 3 || /^\p{Lu}+$/u.test(word)) return false;
  if (
    organisationWord.test(word) ||
    stateOrFirm.test(word) ||
    titleWord.test(word) ||
    isOpening(tokens, run.from)
  )
    return false;
  if (run.honour || isPersonal(run.titles[run.titles.length - 1] ?? '')) return true;
  if (tokens[run.to]?.text === ',' && /^\d\d$/.test(tokens[run.to + 1]?.text ?? '')) return true;
  return speaks(tokens, run) && !/^(?:the|a|an)$/i.test(tokens[run.from - 1]?.text ?? '');
}

function addFull(drafts: Drafts, run: NameRun): void {
  const same = sameSurname(drafts, run.words);
  const given = run.words[0] ?? '';
  const name = [...(run.honour ? [run.honour] : []), ...run.words].join(' ');
  const known = same.find((draft) => sameGiven(draft.given, given));
  if (!known) {
    const draft = makeDraft(name, given, run, genderOfGivenName(given));
    same.push(draft);
    if (draft.gender) drafts.byGiven.set(given, [...(drafts.byGiven.get(given) ?? []), draft].slice(0, 2));
  } else if (name.length > known.name.length) known.name = name;
}

function addSingle(drafts: Drafts, run: NameRun): void {
  const [word = ''] = run.words;
  const same = sameSurname(drafts, run.words);
  const gender = genderOfRun(run);
  if (!gender && onlyNamesake(drafts, word)) return;
  if (same.some((draft) => !gender || !draft.gender || draft.gender === gender)) return;
  const name = run.honour ? `${run.honour} ${word}` : word;
  same.push({ ...makeDraft(name, '', run, gender), sure: true });
}

function makeDraft(name: string, given: string, run: NameRun, gender: Gender | undefined): Draft {
  const titles = new Set(run.titles);
  return { name, given, gender, sure: isGivenName(given), titles, clear: 0, sightings: [] };
}

/** The persons of one surname; a full list takes nobody in. */
function sameSurname(drafts: Drafts, words: readonly string[]): Draft[] {
  const surname = surnameOf(words);
  const same = drafts.bySurname.get(surname) ?? [];
  drafts.bySurname.set(surname, same);
  return same.length < mostOfOneName ? same : [...same];
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

function countClear(drafts: Drafts, run: NameRun): void {
  const draft = run.words.length > 1 || genderOfRun(run) ? matchRun(drafts, run) : undefined;
  if (draft) draft.clear++;
}

function matchRun(drafts: Drafts, run: NameRun): Draft | undefined {
  const same = drafts.bySurname.get(surnameOf(run.words)) ?? [];
  if (run.words.length > 1) return withGiven(same, run.words[0] ?? '');
  const gender = genderOfRun(run);
  const titled = same.filter((draft) => run.titles.some((title) => draft.titles.has(title)));
  const often = Math.max(0, ...same.map((draft) => draft.clear));
  const clearest = run.titles.length > 0 && !gender ? same.filter((draft) => draft.clear === often) : same;
  const found =
    choosePerson(titled.length > 0 ? titled : clearest, gender) ?? namedBefore(drafts, run.words[0] ?? '');
  for (const title of run.titles) found?.titles.add(title);
  return found;
}

/** The one person whose given name a single word is, where nobody has it for a surname: "Ann" after "Ann Poe". */
function onlyNamesake<P extends Person>(
  people: { readonly [key in keyof Drafts]: ReadonlyMap<string, readonly P[]> },
  word: string,
): P | undefined {
  const [only, ...others] = people.byGiven.get(word) ?? [];
  const isSurname = (people.bySurname.get(word.toLowerCase()) ?? []).length > 0;
  return isSurname || others.length > 0 ? undefined : only;
}

/** Whom a given name alone takes up again; people come by their full names first. */
function namedBefore(drafts: Drafts, word: string): Draft | undefined {
  const found = onlyNamesake(drafts, word);
  return found && found.sightings.length > 0 ? found : undefined;
}

/** A person with the given name, whole, shortened or as an initial. */
function withGiven<P extends Person>(same: readonly P[], given: string): P | undefined {
  return same.find((person) => person.given !== '' && sameGiven(person.given, given));
}

/** Of persons with one surname: of the title's gender if it tells, then the one named most so far. */
function choosePerson<P extends Person>(same: readonly P[], gender: Gender | undefined): P | undefined {
  const fitting = gender ? same.filter((person) => !person.gender || person.gender === gender) : same;
  return fitting.reduce<P | undefined>(
    (best, person) => (!best || person.sightings.length > best.sightings.length ? person : best),
    undefined,
  );
}

/** The person a name without titles stands for, by surname and, where it gives one, given name. */
export function personNamed(people: People, text: readonly string[], gender?: Gender): Person | undefined {
  const words = withoutSuffix(text);
  const same = people.bySurname.get(surnameOf(words)) ?? [];
  const [first = '', ...more] = words;
  if (more.length > 0) return withGiven(same, first);
  return choosePerson(same, gender) ?? onlyNamesake(people, first);
}

/** Whether a surname alone may be somebody else's: another person of that name is named nearly as often. */
export function hasNamesake(people: People, { name, clear }: Person, text: readonly string[]): boolean {
  const [surname = '', ...more] = withoutSuffix(text);
  if (more.length > 0) return false;
  const others = people.bySurname.get(surname.toLowerCase()) ?? [];
  return others.some((other) => other.name !== name && other.clear * 1.5 > clear);
}
