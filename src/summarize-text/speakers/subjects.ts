import type { Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { nameBeforeRole } from './appositions.ts';
import { isOpener } from './clauses.ts';
import { personNamed } from './people.ts';
import type { Mention } from './phrases.ts';
import { phraseBefore, phraseFrom } from './phrases.ts';
import { antecedent, subjectOfRelative } from './relatives.ts';
import { isBetweenSubjectAndVerb } from './verbs.ts';

/** Tokens between a subject and its verb, appositions and asides counted. */
const furthestBack = 60;
const conjunction = /^(?:and|but|or|so|yet|while)$/;
const noSubject = /^(?:and|but|or|to|then|by|while|for|of|in|without)$/;

/** The subject of the verb at `verb` when it stands right before it, a relative clause or apposition between. */
export function subjectBefore(source: Source, verb: number): Mention | undefined {
  const { tokens } = source;
  const sentence = source.sentences[tokens[verb]?.sentence ?? -1];
  if (!sentence) return undefined;
  const at = endOfSubject(tokens, verb, sentence.from);
  const token = tokens[at];
  if (!token || at < sentence.from || token.kind === 'quote' || noSubject.test(token.lower)) return undefined;
  if (/^(?:who|which|that)$/.test(token.lower))
    return antecedent(source, tokens[at - 1]?.text === ',' ? at - 1 : at, token.lower === 'who');
  if (token.text === ',') {
    const participle = /ing$/.test(tokens[verb]?.lower ?? '');
    return participle ? undefined : apposedSubject(source, at, Math.max(sentence.from, at - furthestBack));
  }
  return plainSubject(source, at + 1);
}

/** The phrase that ends right before `to`. */
function plainSubject(source: Source, to: number): Mention | undefined {
  const found = phraseBefore(source, to);
  if (!found || isRestOfTitled(source, found)) return undefined;
  const outer = subjectOfRelative(source, found);
  if (outer) return outer;
  return found.kind === 'role' ? nameBeforeRole(source, found) : found;
}

/** “Salt Road” prize winner: the words after a quoted title do not say who it is, unless they hold a name. */
function isRestOfTitled(source: Source, { begin, kind, text }: Mention): boolean {
  const title = source.tokens[begin - 1];
  if (title?.kind !== 'quote' || title.sentence !== source.tokens[begin]?.sentence) return false;
  if (/[,.!?;:…][”"’'\s]*$/.test(title.text)) return false;
  return kind === 'name' && !personNamed(source.people, text.split(' '))?.sure;
}

/** The last token of what stands before the verb: adverbs, a parenthesis and an aside between dashes left out. */
function endOfSubject(tokens: readonly Token[], verb: number, from: number): number {
  let at = verb - 1;
  while (at >= from && isBetweenSubjectAndVerb(tokens[at])) at--;
  if (tokens[at]?.text === ')') at = openingParenthesis(tokens, at) - 1;
  return isDash(tokens[at]) ? openingDash(tokens, at, from) - 1 : at;
}

function isDash(token: Token | undefined): boolean {
  return token !== undefined && /^[—–-]$/.test(token.text);
}

/** Where the first dash of a pair begins: "Voss -- who left -- said". */
function openingDash(tokens: readonly Token[], close: number, from: number): number {
  let at = close;
  while (isDash(tokens[at])) at--;
  while (at > from && close - at < furthestBack && !isDash(tokens[at])) at--;
  while (isDash(tokens[at - 1])) at--;
  return isDash(tokens[at]) ? at : close;
}

function openingParenthesis(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at > close - 12 && at >= 0; at--) if (tokens[at]?.text === '(') return at;
  return close;
}

/** Chunks between commas up to the verb: the first name among them, else the first role, is the subject. */
function apposedSubject(source: Source, lastComma: number, earliest: number): Mention | undefined {
  const chunks = chunksBefore(source, lastComma, earliest);
  const name = chunks.find((chunk) => chunk.kind === 'name');
  const role = chunks.find((chunk) => chunk.kind === 'role');
  if (chunks[0]?.kind === 'pronoun') return chunks[0];
  if (!name) return role;
  const described = role && !name.role ? { ...name, role: role.text } : name;
  return { ...described, begin: Math.min(name.begin, role?.begin ?? name.begin) };
}

/** The phrases after commas; a conjunction before one begins a new clause and drops those before it. */
function chunksBefore(source: Source, lastComma: number, earliest: number): readonly Mention[] {
  const { tokens } = source;
  const begin = clauseBegin(tokens, lastComma, earliest);
  const starts = [begin, ...commasBetween(tokens, begin, lastComma).map((comma) => comma + 1)];
  const joining = starts.findLastIndex((at) => conjunction.test(tokens[at]?.lower ?? ''));
  return starts.slice(Math.max(0, joining)).flatMap((at) => {
    if (isOpener(tokens, at)) return [];
    return phraseFrom(source, conjunction.test(tokens[at]?.lower ?? '') ? at + 1 : at) ?? [];
  });
}

function commasBetween(tokens: readonly Token[], from: number, to: number): readonly number[] {
  const between = tokens.slice(from, to - 1);
  return between.flatMap((token, index) => (token.text === ',' ? [from + index] : []));
}

function clauseBegin(tokens: readonly Token[], lastComma: number, earliest: number): number {
  let begin = lastComma;
  while (begin > earliest && !breaksClause(tokens[begin - 1])) begin--;
  return begin;
}

function breaksClause(token: Token | undefined): boolean {
  return !token || token.kind === 'quote' || /^[:;—–]$/.test(token.text);
}
