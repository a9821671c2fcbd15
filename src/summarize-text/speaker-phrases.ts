import type { Token } from './quotation-tokens.ts';
import { cueAt, isBetweenSubjectAndVerb, isCapital } from './quotation-tokens.ts';
import { dayWord, honour, openingWord, organisationWord, titleWord } from './speaker-names.ts';
import type { Span } from './types.ts';

/** Words that point to a speaker. `from` and `to` count tokens; `role` is what the text says they are. */
export interface Mention extends Span {
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The name without titles, or the whole of the role or pronoun. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly role?: string;
  /** Titles before the name: "Mr", "Chancellor". */
  readonly titles: readonly string[];
}

export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const pronoun = /^(?:he|she|they|it|i|we|you)$/;
const determiner =
  /^(?:the|a|an|one|another|his|her|its|their|our|my|some|many|several|two|three|four|five|most|other|this|these|those|both|no)$/;
export const preposition =
  /^(?:of|for|at|from|in|with|on|to|by|about|under|over|into|behind|against|near|inside|outside|within|between|among|as|through|during|via|amid|without|across|around|beyond|towards?|since|until|despite)$/;
const boundary =
  /^(?:who|whom|whose|which|that|because|when|while|if|but|after|before|although|though|where|since|until|so|than|whether|how|why|what|once|as|then|yet|or|nor|not|during|following|amid|despite|earlier|later|yesterday|today|tonight|there|here|told|said|says|is|was|are|were|be|been|has|had|have|will|would|could|did|does|do|can|may|might|through|via|outside|inside|over|against|explaining|noting|speaking|recently|sarcastically|simply|early|late|near|back|again|too|himself|herself|itself|themselves|you|i|we|he|she|they|it|them|him|me|us|just|even|also|now|adding|referring)$/;
const particle = /^(?:de|van|von|der|den|bin|al|la|el|du|di|da|&|-|le|ibn|dos|ten|ter)$/i;
const longest = 16;

/** A pronoun that stands for a speaker, or undefined. */
export function pronounAt(source: Source, index: number): Mention | undefined {
  const token = source.tokens[index];
  if (token?.kind !== 'word' || !pronoun.test(token.lower)) return undefined;
  return mention(source, 'pronoun', index, index + 1);
}

function mention(source: Source, kind: Mention['kind'], from: number, to: number): Mention {
  const start = source.tokens[from]?.start ?? 0;
  const end = source.tokens[to - 1]?.end ?? start;
  return { kind, from, to, start, end, text: source.text.slice(start, end), titles: [] };
}

/** Whether the token can be part of a noun phrase that names a speaker. */
function isNominal(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.kind === 'quote') return false;
  if (token.kind === 'mark') return /^(?:&|[’']s|[’']|-|\/)$/i.test(token.text);
  if (dayWord.test(token.text) || (boundary.test(token.lower) && !(isCapital(token) && token.text.length > 1 && /^\p{Lu}+$/u.test(token.text)))) return false;
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
  return nounPhrase(source, index, to);
}

/** The phrase that ends before `end`, reaching back to a boundary of its clause. */
export function phraseBefore(source: Source, end: number): Mention | undefined {
  const found = pronounAt(source, end - 1);
  if (found) return found;
  const sentence = source.tokens[end - 1]?.sentence;
  let from = end;
  while (end - from < longest && source.tokens[from - 1]?.sentence === sentence && isNominal(source.tokens, from - 1)) from--;
  return nounPhrase(source, lastDeterminer(source, from, end), end);
}

/** In "in a statement the company" the phrase is the last that no preposition leads. */
function lastDeterminer(source: Source, from: number, end: number): number {
  for (let at = end - 1; at > from; at--) {
    const before = source.tokens[at - 1];
    if (determiner.test(source.tokens[at]?.lower ?? '') && before && !preposition.test(before.lower) && !/[’']s?$/.test(before.text)) return at;
  }
  let at = from;
  while (at < end && preposition.test(source.tokens[at]?.lower ?? '')) at++;
  return at;
}

/** Reads the tokens from `from` to `to` as a name with its titles, or as a role. */
export function nounPhrase(source: Source, from: number, to: number): Mention | undefined {
  const { tokens } = source;
  let start = from;
  while (start < to && /^(?:but|and|yet|so|meanwhile|still|even|for|like|nor)$/i.test(tokens[start]?.text ?? '')) start++;
  if (start >= to) return undefined;
  let head = start + 1;
  while (head < to && !preposition.test(tokens[head]?.lower ?? '')) head++;
  const run = nameRun(tokens, start, head);
  const before = tokens[run - 1]?.lower ?? '';
  if (run < head && !(run > start && /^(?:the|a|an)$/.test(before))) {
    const ofOrganisation = organisationWord.test(tokens[head - 1]?.text ?? '') && tokens[head]?.lower === 'of';
    return named(source, start, run, ofOrganisation ? endOfName(tokens, head, to) : head);
  }
  const first = tokens[start];
  if (!first || first.kind !== 'word' || to - start > longest) return undefined;
  const last = tokens[to - 1];
  const end = last && /^[’']s?$/.test(last.text) ? to - 1 : to;
  return plainRole(tokens, start, end) ? mention(source, 'role', start, end) : undefined;
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
  while (run > start && (isCapital(tokens[run - 1]) || (particle.test(tokens[run - 1]?.text ?? '') && isCapital(tokens[run - 2])))) run--;
  while (run < head - 1 && (openingWord.test(tokens[run]?.text ?? '') || dayWord.test(tokens[run]?.text ?? ''))) run++;
  return openingWord.test(tokens[run]?.text ?? '') ? head : run;
}

function named(source: Source, start: number, run: number, end: number): Mention {
  const { tokens } = source;
  let name = run;
  while (name < end - 1 && titleWord.test(tokens[name]?.text ?? '') && isCapital(tokens[name + 1])) name++;
  while (name > run && honour.test(tokens[name - 1]?.text ?? '')) name--;
  const whole = mention(source, 'name', name, end);
  const titles = tokens.slice(run, name).map((token) => token.text);
  const lead = mention(source, 'role', start, name);
  const role = name > start && !/^(?:Mrs?|Ms|Miss|Dr|Sir)\.?$/.test(lead.text) ? lead.text : undefined;
  return { ...whole, from: start, titles, ...(role ? { role } : {}) };
}

const human =
  /(?:ers?|ors?|ists?|ants?|ents?|ians?|men|man|woman|women|officials?|sources?|critics?|aides?|people|police|authorit(?:y|ies)|chiefs?|executives?|colleagues?|others?|another|one|spokesperson|campaign|company|judges?|experts?|neighbours?|friends?|mother|father|wife|husband|council|report|statement|group|government|party|agency|study|letter|memo|note|charity|firm|union|court|jury|club|school|hospital|newspaper|paper|website|ad|lawsuit|complaint|document|documents|indictment|bill|poll|survey)$/i;

/** Whether the words can be a speaker without a name: "a spokesman for the firm", "police", "the authors". */
function plainRole(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start];
  if (!first) return false;
  if (determiner.test(first.lower)) return end - start >= 2 || /^(?:one|another|some|many|others)$/.test(first.lower);
  const possessive = tokens.slice(start, end).some((token) => /^[’']s?$/.test(token.text));
  if (possessive) return end - start <= 9;
  let head = start;
  while (head + 1 < end && !preposition.test(tokens[head + 1]?.lower ?? '')) head++;
  return human.test(tokens[head]?.text ?? '') && end - start <= 12;
}

/** Adds what a comma brings after a phrase: "the Chancellor, Rupert Voss" or "Rupert Voss, the Chancellor". */
export function withApposition(source: Source, first: Mention | undefined): Mention | undefined {
  if (!first || first.kind === 'pronoun') return first;
  const comma = source.tokens[first.kind === 'name' ? nextMark(source, first) : first.to];
  if (comma?.text !== ',') return first;
  const at = source.tokens.indexOf(comma, first.to) + 1;
  const second = phraseFrom(source, at);
  if (!second || second.kind === 'pronoun') return first;
  if (first.kind === 'role' && second.kind === 'name') return { ...second, role: second.role ? `${first.text}` : first.text };
  const leads = source.tokens[at];
  const isRole = second.kind === 'role' && leads && !preposition.test(leads.lower) && !/ing$/.test(leads.lower);
  return first.kind === 'name' && isRole && !first.role ? { ...first, role: second.text } : first;
}

/** The comma after a name may come after "of the Institute" or "(R-Ohio)". */
function nextMark(source: Source, first: Mention): number {
  let at = first.to;
  while (at - first.to < 12 && source.tokens[at]?.kind === 'word' && isNominal(source.tokens, at)) at++;
  return at;
}

/** The subject of the verb at `verb` when it stands right before it, a relative clause or apposition between. */
export function subjectBefore(source: Source, verb: number): Mention | undefined {
  const { tokens } = source;
  const sentence = tokens[verb]?.sentence;
  let at = verb - 1;
  const within = () => tokens[at]?.sentence === sentence;
  while (within() && isBetweenSubjectAndVerb(tokens[at] as Token)) at--;
  if (!within()) return undefined;
  if (tokens[at]?.text === ')') at = openingParenthesis(tokens, at) - 1;
  const token = tokens[at];
  if (!token || token.sentence !== sentence || token.kind === 'quote') return undefined;
  if (/^(?:and|but|or|to|then|by|while|for|of|in|without)$/.test(token.lower)) return undefined;
  if (/^(?:who|which|that)$/.test(token.lower)) {
    const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
    return withoutPrefix(phraseBefore(source, end));
  }
  if (token.text === ',') return /ing$/.test(tokens[verb]?.lower ?? '') ? undefined : apposedSubject(source, at);
  return phraseBefore(source, at + 1);
}

function withoutPrefix(found: Mention | undefined): Mention | undefined {
  return found;
}

function openingParenthesis(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at > close - 12 && at >= 0; at--) if (tokens[at]?.text === '(') return at;
  return close;
}

/** Chunks between commas up to the verb: the first name among them, else the first role, is the subject. */
function apposedSubject(source: Source, lastComma: number): Mention | undefined {
  const { tokens } = source;
  const sentence = tokens[lastComma]?.sentence;
  const starts: number[] = [];
  let from = lastComma;
  while (lastComma - from < 60 && starts.length < 6) {
    const before = tokens[from - 1];
    if (!before || before.sentence !== sentence || before.kind === 'quote' || before.text === ':' || before.text === ';') break;
    from--;
    if (before.text === ',') starts.unshift(from + 1);
  }
  starts.unshift(from);
  const chunks = starts.filter((start) => start < lastComma && !opens(tokens[start])).map((start) => phraseFrom(source, tokens[start]?.text === ',' ? start + 1 : start));
  const name = chunks.find((chunk) => chunk?.kind === 'name');
  const role = chunks.find((chunk) => chunk?.kind === 'role');
  if (!name) return role;
  return role && !name.role && role.from < name.from + 30 ? { ...name, role: role.text } : name;
}

/** Whether a chunk begins as an opener ("On Monday", "Speaking in Leeds") or a relative clause. */
export function opens(token: Token | undefined): boolean {
  if (!token) return true;
  return preposition.test(token.lower) || /^(?:who|which|whose|that|when|while|after|before|although|though|if|because|where|asked|speaking|writing|citing|following|according|once|meanwhile|however|then|and|but|last|earlier|later)$/.test(token.lower) || (/ing$/.test(token.lower) && !isCapital(token)) || dayWord.test(token.text);
}

/** The subject of the whole sentence that holds `index`, openers skipped; searched only before `index`. */
export function sentenceSubject(source: Source, index: number): Mention | undefined {
  const { tokens } = source;
  let from = index;
  const sentence = tokens[index]?.sentence;
  while (index - from < 120 && tokens[from - 1]?.sentence === sentence) from--;
  let at = from;
  for (let skipped = 0; skipped < 4; skipped++) {
    while (at < index && (tokens[at]?.kind !== 'word' || /^(?:but|and|yet|so|still|also|then|however|later|earlier|instead|meanwhile)$/.test(tokens[at]?.lower ?? ''))) at++;
    if (at >= index) return undefined;
    if (!isOpener(tokens[at])) break;
    let comma = at;
    while (comma < index && tokens[comma]?.text !== ',') comma++;
    if (comma >= index) return undefined;
    at = comma + 1;
  }
  const found = withApposition(source, subjectFrom(source, at));
  return found && found.from < index ? found : undefined;
}

/** A sentence begins with a capital, which a verb in -ed or -s after a name does not have: cut there. */
function subjectFrom(source: Source, at: number): Mention | undefined {
  const { tokens } = source;
  const found = pronounAt(source, at);
  if (found) return found;
  let to = at;
  const sentence = tokens[at]?.sentence;
  while (to - at < longest && tokens[to]?.sentence === sentence && isNominal(tokens, to) && !startsVerb(tokens, at, to)) to++;
  return nounPhrase(source, at, to);
}

function startsVerb(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  if (!token || at === from || isCapital(token) || token.kind !== 'word') return false;
  if (isBetweenSubjectAndVerb(token)) return true;
  if (/^(?:went|took|made|came|got|ran|won|put|held|kept|met|led|lost|paid|sent|began|gave|left|spoke)$/.test(token.lower)) return true;
  return /(?:ed|s)$/.test(token.lower) && isCapital(tokens[at - 1]) && !/ss$/.test(token.lower);
}

function isOpener(token: Token | undefined): boolean {
  if (!token) return false;
  return opens(token) || /^(?:in|on|at|asked|speaking|with|by|though|among|unlike|like|even|just|now|this|that|there|here|it)$/.test(token.lower) && !/^(?:it)$/.test(token.lower);
}
