import type { Range, Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import type { Span } from '../types.ts';
import { isDayAt, isOpening, particle, readRun } from './name-runs.ts';
import { genderOfGivenName, honour, openingWord, organisationWord } from './names.ts';
import { personNamed } from './people.ts';
import { determiner, headEnd, human, isPlainRole, preposition } from './role-words.ts';
import { cueAt, isPastVerb } from './verbs.ts';

/** Words that point to a speaker. `from` and `to` count tokens; `role` is what the text says they are. */
export interface Mention extends Span {
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The name without titles, or the whole of the role or pronoun. */
  readonly text: string;
  /** Where the whole phrase begins, with what stands before the name. */
  readonly begin: number;
  readonly from: number;
  readonly to: number;
  readonly role?: string;
  /** Titles before the name: "Mr", "Chancellor". */
  readonly titles: readonly string[];
}

type Stops = (tokens: readonly Token[], at: number) => boolean;

const pronoun = /^(?:he|she|they|it|i|we|you)$/;
const owning = /^(?:his|her|their|its)$/;
const boundary =
  /^(?:who|whom|whose|which|that|because|when|while|if|but|after|before|although|though|where|since|until|so|than|whether|how|why|what|once|as|then|yet|or|nor|not|during|following|amid|despite|earlier|later|yesterday|today|tonight|there|here|is|was|are|were|be|been|has|had|have|will|would|could|did|does|do|can|may|might|must|should|through|via|outside|inside|over|against|recently|simply|early|late|near|back|again|too|himself|herself|itself|themselves|you|i|we|he|she|they|it|them|him|me|us|just|even|also|now|referring|including)$/;
const longest = 16;

/** A pronoun that stands for a speaker, or undefined. */
function pronounAt(source: Source, index: number): Mention | undefined {
  const token = source.tokens[index];
  if (token?.kind !== 'word' || !pronoun.test(token.lower)) return undefined;
  return makeMention(source, 'pronoun', index, index + 1);
}

/** "his" in "his claim that", as a mention of its owner. */
export function ownerAt(source: Source, index: number): Mention | undefined {
  const owns = owning.test(source.tokens[index]?.lower ?? '');
  return owns ? makeMention(source, 'pronoun', index, index + 1) : undefined;
}

function makeMention(source: Source, kind: Mention['kind'], from: number, to: number): Mention {
  const start = source.tokens[from]?.start ?? 0;
  const last = source.tokens[to - 1]?.end ?? start;
  const end = last + lengthOfMark(source.text, start, last);
  return { kind, begin: from, from, to, start, end, text: source.text.slice(start, end), titles: [] };
}

/** “Night Boat” in a phrase keeps the mark that closes it, and the comma before that. */
function lengthOfMark(text: string, start: number, end: number): number {
  const isOpen = /[“"][^“”"]*$/.test(text.slice(start, end));
  return isOpen ? (/^[,.]?[”"]/.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
}

/** Whether the token can be part of a noun phrase that names a speaker. */
export function isNominal(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.kind === 'quote') return false;
  if (token.kind === 'mark') return /^(?:&|[’']s|[’']|-|\/)$/i.test(token.text);
  if (isDayAt(tokens, index)) return false;
  if (boundary.test(token.lower)) return isNameOfBoundary(tokens, index);
  if (token.lower === 'and') return isCapital(tokens[index + 1]) && endsName(tokens, index - 1);
  return cueAt(tokens, index) === undefined;
}

/** "Voss and Poe", "the Bakers' and Millers' Union" */
function endsName(tokens: readonly Token[], last: number): boolean {
  const isOwner = /^[’']s?$/.test(tokens[last]?.text ?? '');
  return isCapital(tokens[isOwner ? last - 1 : last]);
}

/** "WHO" and "Will Poe" are names. */
function isNameOfBoundary(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  if (/^\p{Lu}{2,}$/u.test(text)) return true;
  return /^(?:Will|May)$/.test(text) && (isCapital(tokens[index + 1]) || isCapital(tokens[index - 1]));
}

/** Backwards from a verb, prepositions and "the singer and guitarist" belong to its subject too. */
function isNominalBackwards(tokens: readonly Token[], index: number): boolean {
  const lower = tokens[index]?.lower ?? '';
  const after = tokens[index + 1]?.lower ?? '';
  if (/^(?:through|via|outside|inside|over|against|near)$/.test(lower)) return true;
  if (lower === 'and' && determiner.test(tokens[index - 2]?.lower ?? '')) return !cueAt(tokens, index - 1);
  if (lower === 'and' && owning.test(after)) return isCapital(tokens[index - 1]);
  if (/ing$/.test(lower) && preposition.test(after)) return tokens[index - 1]?.kind === 'word';
  return isNominal(tokens, index);
}

/**
 * The phrase that begins at `index`: pronoun, name or role, as far as words of a noun phrase go and no verb
 * that `stopsAt` knows begins. With `stopsAt` the phrase is a subject, which may be any noun.
 */
export function phraseFrom(source: Source, index: number, stopsAt?: Stops): Mention | undefined {
  const found = pronounAt(source, index);
  if (found) return found;
  const { tokens } = source;
  const goesOn = (at: number) => tokens[at]?.sentence === tokens[index]?.sentence && isNominal(tokens, at);
  let to = index;
  while (to - index < longest && goesOn(to) && !(to > index && stopsAt?.(tokens, to))) to++;
  return readPhrase(source, index, to, stopsAt !== undefined);
}

/** The phrase right before a possessive mark: "Voss" in "a note on Voss's claim". */
export function ownerBefore(source: Source, end: number): Mention | undefined {
  const { tokens } = source;
  const found = pronounAt(source, end - 1);
  if (found) return found;
  const goesOn = (at: number) => isNominal(tokens, at) && !preposition.test(tokens[at]?.lower ?? '');
  let from = end;
  while (end - from < 8 && goesOn(from - 1)) from--;
  for (let at = end - 1; at > from; at--) if (determiner.test(tokens[at]?.lower ?? '')) from = at;
  return readPhrase(source, from, end, true);
}

/** The phrase that ends before `to`, days left out, reaching back to a boundary of its clause. */
export function phraseBefore(source: Source, to: number): Mention | undefined {
  const { tokens } = source;
  const end = withoutDay(tokens, to);
  const found = pronounAt(source, end - 1);
  if (found) return found;
  const sentence = tokens[end - 1]?.sentence;
  const goesOn = (at: number) => tokens[at]?.sentence === sentence && isNominalBackwards(tokens, at);
  let from = end;
  while (end - from < longest && goesOn(from - 1)) from--;
  return readPhrase(source, lastDeterminer(source, from, end), end, true);
}

const partOfCalendar =
  /^(?:year|month|week|weekend|night|season|summer|spring|autumn|fall|winter|decade|time)$/;

/** "the union | last year" */
function withoutPeriod(tokens: readonly Token[], from: number, to: number): number {
  const isPeriod =
    partOfCalendar.test(tokens[to - 1]?.lower ?? '') &&
    /^(?:last|this|next)$/.test(tokens[to - 2]?.lower ?? '');
  return isPeriod && to - 2 > from ? to - 2 : to;
}

function withoutDay(tokens: readonly Token[], to: number): number {
  const partOfDay = /^(?:morning|afternoon|evening|night)$/.test(tokens[to - 1]?.lower ?? '');
  const day = partOfDay ? to - 2 : to - 1;
  return day > 0 && isDayAt(tokens, day) ? day : to;
}

/** In "in a statement the company" the phrase is the last that no preposition leads. */
function lastDeterminer(source: Source, from: number, end: number): number {
  for (let at = end - 1; at > from; at--) {
    const before = source.tokens[at - 1];
    if (!before || before.lower === 'and' || !determiner.test(source.tokens[at]?.lower ?? '')) continue;
    if (!preposition.test(before.lower) && !/[’']s?$/.test(before.text)) return at;
  }
  let at = from;
  while (at < end && preposition.test(source.tokens[at]?.lower ?? '')) at++;
  return at;
}

const conjunction = /^(?:but|and|yet|so|meanwhile|still|even|for|like|nor|only)$/i;

/** Reads the tokens from `from` to `to` as a name with its titles, or as a role; a subject's may be any noun. */
function readPhrase(source: Source, from: number, end: number, isSubject: boolean): Mention | undefined {
  const { tokens } = source;
  const to = withoutPeriod(tokens, from, end);
  let start = from;
  while (start < to && conjunction.test(tokens[start]?.text ?? '')) start++;
  if (start >= to) return undefined;
  const office = nameAfterOffice(source, start, to);
  if (office) return makeName(source, start, office.from, office.to);
  const head = headEnd(tokens, start, to);
  const run = nameRun(tokens, start, head);
  if (run >= head || isThing(source, start, run, head) || isCommonNoun(source, start, run, head))
    return readRole(source, start, to, isSubject);
  return makeName(source, start, run, isBodyOf(source, run, head) ? endOfBody(tokens, head, to) : head);
}

const somebody = /^(?:one|two|three|some|many|most|another|others?|everyone|nobody|people|both|all|those)$/;

/** "2012", "See", "occupied the same house": no letters, a word that opens a sentence, or what somebody did. */
function isNobody(tokens: readonly Token[], start: number, end: number): boolean {
  const [first, next] = [tokens[start]?.lower ?? '', tokens[start + 1]?.lower ?? ''];
  if (isPastVerb(first) && determiner.test(next)) return true;
  if (end - start === 1 && openingWord.test(tokens[start]?.text ?? '') && !somebody.test(first)) return true;
  return !tokens.slice(start, end).some(({ text }) => /\p{L}/u.test(text));
}

function readRole(source: Source, start: number, to: number, isSubject: boolean): Mention | undefined {
  const { tokens } = source;
  if (tokens[start]?.kind !== 'word') return undefined;
  let end = endOfRole(tokens, start, to);
  while (end > start && tokens[end - 1]?.kind === 'mark') end--;
  if (isNobody(tokens, start, end)) return undefined;
  if (end - start === 1 && /^(?:the|a|an|his|her|its|their|our|my|no)$/.test(tokens[start]?.lower ?? ''))
    return undefined;
  const accepted = end > start && (isSubject || isPlainRole(tokens, start, end));
  return accepted ? makeMention(source, 'role', start, end) : undefined;
}

/** A role ends before a phrase that tells where or when they spoke: "a spokesman for the firm | in an email". */
function endOfRole(tokens: readonly Token[], start: number, to: number): number {
  for (let at = start + 1; at < to; at++) {
    const lower = tokens[at]?.lower ?? '';
    const next = tokens[at + 1];
    const place = lower === 'in' && /^(?:an?|his|her|its|their|response)$/.test(next?.lower ?? '');
    const time = lower === 'on' && (isDayAt(tokens, at + 1) || isCapital(next));
    if (place || time || /^(?:to|by|about|into|via|during)$/.test(lower)) return at;
  }
  return to;
}

/** "Secretary of State John Kerr", "Mayor of Leeds Ann Poe": the person after an office with "of". */
function nameAfterOffice(source: Source, start: number, to: number): Range | undefined {
  const { tokens } = source;
  const head = headEnd(tokens, start, to);
  if (tokens[head]?.lower !== 'of') return undefined;
  let end = head + 1;
  while (end < to && isCapital(tokens[end])) end++;
  for (let at = end - 2; at > head + 1; at--) {
    const words = tokens.slice(at, end).map((token) => token.text);
    const known = personNamed(source.people, words)?.sure || genderOfGivenName(words[0] ?? '');
    if (known) return { from: at, to: end };
  }
  return undefined;
}

/** After an article a capitalised run is a thing ("the White House"), unless a title opens it ("the Rev. Poe"). */
function isThing(source: Source, start: number, run: number, head: number): boolean {
  const { tokens } = source;
  if (isOwned(source, start, run, head)) return true;
  if (run === start || !/^(?:the|a|an)$/.test(tokens[run - 1]?.lower ?? '')) return false;
  const name = readRun(tokens, run, head);
  return !name || name.titles.length === 0 || !personNamed(source.people, name.words);
}

/** "Orme's Land Office" is known by both words, "Orme's Ann Poe" by her own name. */
function isOwned({ tokens, people }: Source, start: number, run: number, head: number): boolean {
  if (run === start || !/^[’']s?$/.test(tokens[run - 1]?.text ?? '')) return false;
  const name = readRun(tokens, run, head);
  return !name || !personNamed(people, name.words);
}

/** "Officials", "Protesters" have a capital only because the sentence begins there. */
function isCommonNoun(source: Source, start: number, run: number, head: number): boolean {
  const token = source.tokens[run];
  if (!token || run !== start || head - run !== 1) return false;
  const opens = token.sentence !== source.tokens[run - 1]?.sentence;
  return opens && human.test(token.text) && !personNamed(source.people, [token.text]);
}

/** "University of Leeds", "Citizens for Clean Water": the name goes on after the preposition. */
function isBodyOf(source: Source, run: number, head: number): boolean {
  const { tokens } = source;
  const last = tokens[head - 1];
  const next = tokens[head + 1]?.lower === 'the' ? tokens[head + 2] : tokens[head + 1];
  if (!last || !isCapital(next)) return false;
  if (tokens[head]?.lower === 'of') return organisationWord.test(last.text);
  return tokens[head]?.lower === 'for' && head - run === 1 && !personNamed(source.people, [last.text]);
}

function endOfBody(tokens: readonly Token[], head: number, to: number): number {
  let end = head + 1;
  while (end < to && (isCapital(tokens[end]) || /^(?:the|and|of)$/.test(tokens[end]?.lower ?? ''))) end++;
  return end;
}

/** Where the capitalised run that ends the head begins; `head` when there is none. */
function nameRun(tokens: readonly Token[], start: number, head: number): number {
  const end = /^(?:Jr|Sr)\.?$/.test(tokens[head - 1]?.text ?? '') ? head - 1 : head;
  if (!isCapital(tokens[end - 1])) return head;
  const joins = (at: number) => {
    const text = tokens[at]?.text ?? '';
    return (particle.test(text) || /^(?:&|and|[’'])$/.test(text)) && isCapital(tokens[at - 1]);
  };
  let run = end - 1;
  while (run > start && (isCapital(tokens[run - 1]) || joins(run - 1))) run--;
  while (run < head - 1 && isOpening(tokens, run)) run++;
  return run === head - 1 && openingWord.test(tokens[run]?.text ?? '') ? head : run;
}

function makeName(source: Source, start: number, run: number, end: number): Mention {
  const { tokens } = source;
  const name = readRun(tokens, run, end);
  let from = name?.from ?? run;
  while (from > run && honour.test(tokens[from - 1]?.text ?? '')) from--;
  const whole = makeMention(source, 'name', from, end);
  const lead = makeMention(source, 'role', start, from).text;
  const role = from > start && !/^(?:Mrs?|Ms|Miss|Dr|Sir)\.?$/.test(lead) ? lead : undefined;
  return { ...whole, begin: start, titles: name?.titles ?? [], ...(role ? { role } : {}) };
}
