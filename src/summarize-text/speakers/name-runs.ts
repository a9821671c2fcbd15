import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import type { Gender } from './names.ts';
import { genderOfGivenName, genderOfTitle, honour, isDay, openingWord, titleWord, trade } from './names.ts';
import { human } from './role-words.ts';

/** A capitalised run read as a name: `from` leaves out titles and words a sentence opens with. */
export interface NameRun {
  readonly words: readonly string[];
  readonly titles: readonly string[];
  readonly honour: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** Small words inside surnames. */
export const particle = /^(?:de|van|von|der|den|bin|al|la|el|du|di|da|le|ibn|dos|ten|ter)$/;
const suffix = /^(?:Jr|Sr|II|III)\.?$/;
const longestRun = 12;

/** The words without "Jr" and the like. */
export function withoutSuffix(words: readonly string[]): readonly string[] {
  return words.length > 1 && suffix.test(words[words.length - 1] ?? '') ? words.slice(0, -1) : words;
}

/** All capitalised runs of the tokens that can be names. */
export function findRuns(tokens: readonly Token[]): readonly NameRun[] {
  const runs: NameRun[] = [];
  let at = 0;
  while (at < tokens.length) {
    const to = isCapital(tokens[at]) ? endOfRun(tokens, at) : at + 1;
    const run = isCapital(tokens[at]) ? readRun(tokens, at, to) : undefined;
    if (run) runs.push(run);
    at = to;
  }
  return runs;
}

function endOfRun(tokens: readonly Token[], from: number): number {
  const inRun = (index: number) =>
    isCapital(tokens[index]) && tokens[index]?.sentence === tokens[from]?.sentence && !isDayAt(tokens, index);
  let to = from + 1;
  while (to - from < longestRun) {
    if (inRun(to)) to++;
    else if (particle.test(tokens[to]?.text ?? '') && inRun(to + 1)) to += 2;
    else break;
  }
  return to;
}

/** Whether the token is a day or a month where it stands. */
export function isDayAt(tokens: readonly Token[], index: number): boolean {
  return isDay(tokens[index]?.text ?? '', tokens[index - 1]?.text, tokens[index + 1]?.text);
}

/** Reads the capitalised tokens from `from` to `to`: the name is what follows the last title in them. */
export function readRun(tokens: readonly Token[], from: number, to: number): NameRun | undefined {
  const textAt = (at: number) => tokens[at]?.text ?? '';
  let end = to;
  while (end > from + 1 && suffix.test(textAt(end - 1))) end--;
  let start = from;
  while (start < end && isOpening(tokens, start)) start++;
  const name = afterTitles(tokens, start, end);
  const words = tokens.slice(name, end).map((token) => token.text);
  if (words.length === 0 || textAt(name).length < 2) return undefined;
  const titles = tokens.slice(start, name).map((token) => token.text);
  const last = textAt(name - 1);
  return { words, titles, honour: name > start && honour.test(last) ? last : undefined, from: name, to: end };
}

/** Where the name begins: after the last title, or after a trade a sentence opens with ("Farmer Ann Poe"). */
function afterTitles(tokens: readonly Token[], start: number, end: number): number {
  let name = start;
  for (let at = start; at < end - 1; at++) {
    const text = tokens[at]?.text ?? '';
    const isParticle = at > start && /^(?:Del|St)$/.test(text);
    if (!isParticle && (titleWord.test(text) || honour.test(text))) name = at + 1;
  }
  for (let at = end - 3; at >= name; at--) if (isTrade(tokens, at)) return at + 1;
  return name;
}

/** The second name may be one that no list has, where the word before is a well-known trade. */
function isTrade(tokens: readonly Token[], at: number): boolean {
  const [here, next] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (genderOfGivenName(here)) return false;
  return trade.test(here) || (human.test(here) && genderOfGivenName(next) !== undefined);
}

/** Whether a capital tells nothing: a word sentences open with, a day, a month; but not "Will" in "Will Poe". */
export function isOpening(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (text === 'Will') return !isCapital(tokens[at + 1]);
  return openingWord.test(text) || isDayAt(tokens, at);
}

/** What the run's titles say of the person's gender. */
export function genderOfRun(run: NameRun): Gender | undefined {
  const titles = run.honour ? [...run.titles, run.honour] : run.titles;
  return titles.map(genderOfTitle).find((gender) => gender !== undefined);
}
