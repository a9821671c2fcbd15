import type { Token } from './quotation-tokens.ts';
import { isCapital } from './quotation-tokens.ts';
import type { Gender } from './speaker-names.ts';
import { dayWord, genderOfGivenName, genderOfTitle, honour, openingWord, organisationWord, titleWord } from './speaker-names.ts';

/** A person of the article under the fullest name it gives. */
export interface Person {
  readonly name: string;
  readonly given: string;
  readonly surname: string;
  readonly gender: Gender | undefined;
  /** Places they are named, outside quotations, in order. */
  readonly sightings: readonly Sighting[];
}

export interface Sighting {
  readonly person: Person;
  readonly token: number;
  readonly end: number;
  readonly start: number;
  /** Stems of the lower- or upper-case words beside the name: "presid" for a president or a presidency. */
  readonly beside: readonly string[];
}

interface Run {
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
  sightings: Sighting[];
}

export interface People {
  readonly bySurname: ReadonlyMap<string, readonly Person[]>;
  readonly sightings: readonly Sighting[];
}

const particle = /^(?:de|van|von|der|den|bin|al|la|el|du|di|da|le|ibn|dos)$/;
const suffix = /^(?:Jr|Sr|II|III)\.?$/;

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
    draft.gender = run.titles.map(genderOfTitle).find(Boolean) ?? (run.honour ? genderOfTitle(run.honour) : undefined) ?? draft.gender;
    const sighting = { person: draft, token: run.from, end: tokens[run.to - 1]?.end ?? 0, start: tokens[run.from]?.start ?? 0, beside: stemsBeside(tokens, run) };
    draft.sightings.push(sighting);
    sightings.push(sighting);
  }
  return { bySurname: drafts, sightings };
}

function findRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isCapital(tokens[at])) continue;
    const from = at;
    const sentence = tokens[at]?.sentence;
    const inRun = (index: number) => tokens[index]?.sentence === sentence && isCapital(tokens[index]) && !dayWord.test(tokens[index]?.text ?? '');
    while (at + 1 < tokens.length && at - from < 12 && (inRun(at + 1) || (particle.test(tokens[at + 1]?.text ?? '') && inRun(at + 2)))) at++;
    const run = trimRun(tokens, from, at + 1);
    if (run) runs.push(run);
  }
  return runs;
}

function trimRun(tokens: readonly Token[], from: number, to: number): Run | undefined {
  let start = from;
  const titles: string[] = [];
  let honorific: string | undefined;
  while (start < to) {
    const text = tokens[start]?.text ?? '';
    const leads = start + 1 < to;
    if (leads && honour.test(text)) honorific = text;
    else if (leads && titleWord.test(text)) titles.push(text);
    else if (!(openingWord.test(text) || dayWord.test(text))) break;
    start++;
  }
  let end = to;
  while (end > start + 1 && suffix.test(tokens[end - 1]?.text ?? '')) end--;
  const words = tokens.slice(start, end).map((token) => token.text);
  const ok = words.length > 0 && (words[0]?.length ?? 0) > 1;
  return ok ? { words, titles, honour: honorific, from: start, to: end } : undefined;
}

function isFullName(run: Run): boolean {
  const { words } = run;
  if (words.length < 2 || words.length > 4) return false;
  return !words.some((word) => organisationWord.test(word)) && !/^\p{Lu}{2,}$/u.test(words[0] ?? '');
}

const verbAfter = /^(?:said|says|told|added|asked|wrote|tweeted)$/;

/** A single capitalised word is a person when a personal title leads it or it speaks. */
function isPersonByContext(tokens: readonly Token[], run: Run): boolean {
  const [word = ''] = run.words;
  if (organisationWord.test(word) || /^\p{Lu}+$/u.test(word) || word.length < 3) return false;
  if (run.titles.some((title) => /^(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Gov|Gen|President|Professor|Prof)\.?$/.test(title)) || run.honour) return true;
  return verbAfter.test(tokens[run.to]?.text ?? '') || /^(?:said|says|added|asked)$/.test(tokens[run.from - 1]?.text ?? '');
}

function surnameOf(words: readonly string[]): string {
  return (words[words.length - 1] ?? '').toLowerCase();
}

function addFull(drafts: Map<string, Draft[]>, run: Run): void {
  const surname = surnameOf(run.words);
  const same = drafts.get(surname) ?? [];
  drafts.set(surname, same);
  const given = run.words[0] ?? '';
  const name = [...(run.honour ? [run.honour] : []), ...run.words].join(' ');
  const known = same.find((draft) => sameGiven(draft.given, given));
  if (!known) same.push({ name, given, surname, gender: genderOfGivenName(given), sightings: [] });
  else if (name.length > known.name.length && name.endsWith(known.name)) known.name = name;
}

function sameGiven(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().replace(/\./g, ''), b.toLowerCase().replace(/\./g, '')];
  return x === y || (Math.min(x.length, y.length) <= 1 && x[0] === y[0]) || (x.length > 2 && y.startsWith(x)) || (y.length > 2 && x.startsWith(y));
}

function addSingle(drafts: Map<string, Draft[]>, run: Run): void {
  const [word = ''] = run.words;
  const surname = word.toLowerCase();
  if (drafts.has(surname)) return;
  const name = run.honour ? `${run.honour} ${word}` : word;
  drafts.set(surname, [{ name, given: '', surname, gender: genderOfGivenName(word), sightings: [] }]);
}

function matchRun(drafts: ReadonlyMap<string, readonly Draft[]>, run: Run): Draft | undefined {
  const same = drafts.get(surnameOf(run.words)) ?? [];
  if (run.words.length > 1) return same.find((draft) => sameGiven(draft.given, run.words[0] ?? ''));
  const first = same.length ? undefined : undefined;
  const gender = [...run.titles, ...(run.honour ? [run.honour] : [])].map(genderOfTitle).find(Boolean);
  return first ?? choosePerson(same, gender);
}

/** Of persons with one surname: of the title's gender if it tells, then the one named most so far. */
export function choosePerson<P extends Person>(same: readonly P[], gender: Gender | undefined): P | undefined {
  const fitting = gender ? same.filter((person) => !person.gender || person.gender === gender) : same;
  return fitting.reduce<P | undefined>((best, person) => (!best || person.sightings.length > best.sightings.length ? person : best), undefined);
}

function stemsBeside(tokens: readonly Token[], run: Run): string[] {
  const sentence = tokens[run.from]?.sentence;
  const stems: string[] = [];
  for (let at = run.from - 4; at < run.to + 7; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.sentence !== sentence || (at >= run.from && at < run.to)) continue;
    stems.push(stem(token.lower));
  }
  return stems;
}

/** The first six letters: enough to hold "president" and "presidency" together. */
export function stem(word: string): string {
  return word.toLowerCase().slice(0, 6);
}
