import type { Source } from './quotation-places.ts';
import type { Token } from './quotation-tokens.ts';
import { cueAt, isCapital } from './quotation-tokens.ts';
import { dayWord, genderOfGivenName, honour, openingWord, organisationWord } from './speaker-names.ts';
import { particle, personNamed, readRun } from './speaker-people.ts';
import type { Span } from './types.ts';

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

const pronoun = /^(?:he|she|they|it|i|we|you)$/;
const determiner =
  /^(?:the|a|an|one|another|his|her|its|their|our|my|some|many|several|two|three|four|five|most|other|this|these|those|both|no)$/;
/** Words that lead a phrase which is no subject. */
export const preposition =
  /^(?:of|for|at|from|in|with|on|to|by|about|under|over|into|behind|against|near|inside|outside|within|between|among|as|through|during|via|amid|without|across|around|beyond|towards?|since|until|despite|unlike|like|per|including)$/;
const boundary =
  /^(?:who|whom|whose|which|that|because|when|while|if|but|after|before|although|though|where|since|until|so|than|whether|how|why|what|once|as|then|yet|or|nor|not|during|following|amid|despite|earlier|later|yesterday|today|tonight|there|here|is|was|are|were|be|been|has|had|have|will|would|could|did|does|do|can|may|might|must|should|through|via|outside|inside|over|against|recently|simply|early|late|near|back|again|too|himself|herself|itself|themselves|you|i|we|he|she|they|it|them|him|me|us|just|even|also|now|referring|including)$/;
const longest = 16;

/** A pronoun that stands for a speaker, or undefined. */
export function pronounAt(source: Source, index: number): Mention | undefined {
  const token = source.tokens[index];
  if (token?.kind !== 'word' || !pronoun.test(token.lower)) return undefined;
  return makeMention(source, 'pronoun', index, index + 1);
}

function makeMention(source: Source, kind: Mention['kind'], from: number, to: number): Mention {
  const start = source.tokens[from]?.start ?? 0;
  const end = source.tokens[to - 1]?.end ?? start;
  return { kind, begin: from, from, to, start, end, text: source.text.slice(start, end), titles: [] };
}

/** Whether the token can be part of a noun phrase that names a speaker. */
function isNominal(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.kind === 'quote') return false;
  if (token.kind === 'mark') return /^(?:&|[’']s|[’']|-|\/)$/i.test(token.text);
  if (dayWord.test(token.text)) return false;
  if (boundary.test(token.lower)) return /^\p{Lu}{2,}$/u.test(token.text);
  if (token.lower === 'and') return isCapital(tokens[index - 1]) && isCapital(tokens[index + 1]);
  return cueAt(tokens, index) === undefined;
}

/** The phrase that begins at `index`: pronoun, name or role, as far as words of a noun phrase go. */
export function phraseFrom(source: Source, index: number): Mention | undefined {
  const found = pronounAt(source, index);
  if (found) return found;
  const sentence = source.tokens[index]?.sentence;
  let to = index;
  while (to - index < longest && source.tokens[to]?.sentence === sentence && isNominal(source.tokens, to)) to++;
  return readPhrase(source, index, to);
}

/** The phrase that ends before `end`, reaching back to a boundary of its clause. */
export function phraseBefore(source: Source, end: number): Mention | undefined {
  const found = pronounAt(source, end - 1);
  if (found) return found;
  const { tokens } = source;
  const sentence = tokens[end - 1]?.sentence;
  let from = end;
  while (end - from < longest && tokens[from - 1]?.sentence === sentence && isNominal(tokens, from - 1)) from--;
  return readPhrase(source, lastDeterminer(source, from, end), end);
}

/** In "in a statement the company" the phrase is the last that no preposition leads. */
function lastDeterminer(source: Source, from: number, end: number): number {
  for (let at = end - 1; at > from; at--) {
    const before = source.tokens[at - 1];
    if (!before || !determiner.test(source.tokens[at]?.lower ?? '')) continue;
    if (!preposition.test(before.lower) && !/[’']s?$/.test(before.text)) return at;
  }
  let at = from;
  while (at < end && preposition.test(source.tokens[at]?.lower ?? '')) at++;
  return at;
}

/** Reads the tokens from `from` to `to` as a name with its titles, or as a role. */
export function readPhrase(source: Source, from: number, to: number): Mention | undefined {
  const { tokens } = source;
  let start = from;
  while (start < to && /^(?:but|and|yet|so|meanwhile|still|even|for|like|nor|only)$/i.test(tokens[start]?.text ?? '')) start++;
  const first = tokens[start];
  if (!first || start >= to) return undefined;
  const office = nameAfterOffice(source, start, to);
  if (office !== undefined) return named(source, start, office, to);
  const head = headEnd(tokens, start, to);
  const run = nameRun(tokens, start, head);
  if (run < head && !isThing(source, start, run, head)) {
    const ofOrganisation = organisationWord.test(tokens[head - 1]?.text ?? '') && tokens[head]?.lower === 'of';
    return named(source, start, run, ofOrganisation ? endOfName(tokens, head, to) : head);
  }
  return readRole(source, start, to);
}

function readRole(source: Source, start: number, to: number): Mention | undefined {
  const { tokens } = source;
  if (tokens[start]?.kind !== 'word') return undefined;
  let end = endOfRole(tokens, start, to);
  while (end > start && tokens[end - 1]?.kind === 'mark') end--;
  return plainRole(tokens, start, end) ? makeMention(source, 'role', start, end) : undefined;
}

/** A role ends before a phrase that tells where or when they spoke: "a spokesman for the firm | in an email". */
function endOfRole(tokens: readonly Token[], start: number, to: number): number {
  for (let at = start + 1; at < to; at++) {
    const next = tokens[at + 1];
    const place = tokens[at]?.lower === 'in' && /^(?:an?|his|her|its|their|response)$/.test(next?.lower ?? '');
    if (place || /^(?:on|to|by|about|into|via|during)$/.test(tokens[at]?.lower ?? '')) return at;
  }
  return to;
}

function headEnd(tokens: readonly Token[], start: number, to: number): number {
  let head = start + 1;
  while (head < to && !preposition.test(tokens[head]?.lower ?? '')) head++;
  return head;
}

/** "Secretary of State John Kerr", "Mayor of Leeds Ann Poe": the person after an office with "of". */
function nameAfterOffice(source: Source, start: number, to: number): number | undefined {
  const { tokens } = source;
  const head = headEnd(tokens, start, to);
  if (tokens[head]?.lower !== 'of' || !isCapital(tokens[to - 1])) return undefined;
  for (let at = to - 1; at > head + 1; at--) {
    if (!isCapital(tokens[at])) return undefined;
    const words = tokens.slice(at, to).map((token) => token.text);
    const person = words.length > 1 ? personNamed(source.people, words) : undefined;
    if (person?.sure || (words.length > 1 && genderOfGivenName(words[0] ?? ''))) return at;
  }
  return undefined;
}

/** After an article a capitalised run is a thing ("the White House"), unless a title opens it ("the Rev. Poe"). */
function isThing(source: Source, start: number, run: number, head: number): boolean {
  const { tokens } = source;
  if (run === start || !/^(?:the|a|an)$/.test(tokens[run - 1]?.lower ?? '')) return false;
  const name = readRun(tokens, run, head);
  return !name || name.titles.length === 0 || !personNamed(source.people, name.words);
}

function endOfName(tokens: readonly Token[], head: number, to: number): number {
  let end = head + 1;
  while (end < to && (isCapital(tokens[end]) || /^(?:the|and|of)$/.test(tokens[end]?.lower ?? ''))) end++;
  return end;
}

/** Where the capitalised run that ends the head begins; `head` when there is none. */
function nameRun(tokens: readonly Token[], start: number, head: number): number {
  let end = head;
  if (/^(?:Jr|Sr)\.?$/.test(tokens[end - 1]?.text ?? '')) end--;
  if (!isCapital(tokens[end - 1])) return head;
  let run = end - 1;
  const joins = (at: number) => particle.test(tokens[at]?.text ?? '') || tokens[at]?.text === '&' || tokens[at]?.lower === 'and';
  while (run > start && (isCapital(tokens[run - 1]) || (joins(run - 1) && isCapital(tokens[run - 2])))) run--;
  while (run < head - 1 && (openingWord.test(tokens[run]?.text ?? '') || dayWord.test(tokens[run]?.text ?? ''))) run++;
  return openingWord.test(tokens[run]?.text ?? '') ? head : run;
}

function named(source: Source, start: number, run: number, end: number): Mention {
  const { tokens } = source;
  const name = readRun(tokens, run, end);
  let from = name?.from ?? run;
  while (from > run && honour.test(tokens[from - 1]?.text ?? '')) from--;
  const whole = makeMention(source, 'name', from, end);
  const lead = makeMention(source, 'role', start, from);
  const role = from > start && !/^(?:Mrs?|Ms|Miss|Dr|Sir)\.?$/.test(lead.text) ? lead.text : undefined;
  return { ...whole, begin: start, titles: name?.titles ?? [], ...(role ? { role } : {}) };
}

const human =
  /(?:ers?|ors?|ists?|ants?|ents?|ians?|men|man|woman|women|officials?|sources?|critics?|aides?|people|police|authorit(?:y|ies)|chiefs?|executives?|colleagues?|others?|another|one|spokesperson|campaign|company|judges?|experts?|neighbours?|friends?|mother|father|wife|husband|council|report|statement|group|government|party|agency|study|letter|memo|note|charity|firm|union|court|jury|club|school|hospital|newspaper|paper|website|ad|lawsuit|complaint|document|documents|indictment|bill|poll|survey)$/i;

/** Whether the words can be a speaker without a name: "a spokesman for the firm", "police", "the authors". */
function plainRole(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start];
  if (!first || end <= start) return false;
  if (determiner.test(first.lower)) return end - start >= 2 || /^(?:one|another|some|many|others)$/.test(first.lower);
  if (tokens.slice(start, end).some((token) => /^[’']s?$/.test(token.text))) return end - start <= 9;
  return human.test(tokens[headEnd(tokens, start, end) - 1]?.text ?? '') && end - start <= 12;
}

/** Adds what a comma brings after a phrase: "the Chancellor, Rupert Voss" or "Rupert Voss, the Chancellor". */
export function withApposition(source: Source, first: Mention | undefined): Mention | undefined {
  if (!first || first.kind === 'pronoun') return first;
  const comma = first.kind === 'name' ? nextMark(source, first) : first.to;
  if (source.tokens[comma]?.text !== ',') return first;
  const second = phraseFrom(source, comma + 1);
  if (!second || second.kind === 'pronoun') return first;
  if (first.kind === 'role' && second.kind === 'name') return nameOfRole(source, first, second) ?? first;
  const leads = source.tokens[comma + 1];
  if (first.kind !== 'name' || first.role || second.kind !== 'role' || !leads) return first;
  return preposition.test(leads.lower) || /ing$/.test(leads.lower) ? first : { ...first, role: second.text };
}

/** "the Chancellor, Rupert Voss": one person, if the name is a person's and nothing but the comma parts them. */
function nameOfRole(source: Source, role: Mention, name: Mention): Mention | undefined {
  if (!personNamed(source.people, name.text.split(' '))) return undefined;
  return { ...name, begin: role.begin, role: role.text };
}

/** The comma after a name may come after "of the Institute" or "(R-Ohio)". */
function nextMark(source: Source, first: Mention): number {
  const { tokens } = source;
  let at = first.to;
  if (tokens[at]?.text === '(') while (at - first.to < 12 && tokens[at - 1]?.text !== ')') at++;
  while (at - first.to < 12 && tokens[at]?.kind === 'word' && isNominal(tokens, at)) at++;
  return at;
}
