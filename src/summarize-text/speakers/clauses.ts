import type { Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import { withApposition } from './appositions.ts';
import { isDayAt } from './name-runs.ts';
import { openingWord } from './names.ts';
import type { Mention } from './phrases.ts';
import { phraseFrom } from './phrases.ts';
import { preposition } from './role-words.ts';
import { cueAt, isBetweenSubjectAndVerb, isPastVerb } from './verbs.ts';

const opener =
  /^(?:who|which|whose|that|when|while|after|before|although|though|if|because|where|asked|speaking|writing|citing|following|according|once|meanwhile|however|then|last|earlier|later|instead|also|still|even|just|now|there|here|this)$/;
const filler = /^(?:but|and|yet|so|still|also|then|however|later|earlier|instead|meanwhile)$/;
/** A sentence is searched no further back than this many tokens. */
const furthestBack = 160;

/** Whether words open a sentence or a relative clause rather than name its subject: "On Monday", "Speaking in". */
export function isOpener(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || preposition.test(token.lower) || opener.test(token.lower) || isDayAt(tokens, at)) return true;
  if (/\p{L}ly$/u.test(token.lower) && tokens[at + 1]?.text === ',') return true;
  return /ing$/.test(token.lower) && (!isCapital(token) || token.text.length > 6);
}

/** Where the last clause with a subject of its own begins: after ", but" or "and" before "Voss said". */
export function clauseStart(source: Source, from: number, to: number): number {
  const { tokens } = source;
  for (let at = to - 2; at > from; at--) {
    if (tokens[at]?.text === ';') return at + 1;
    if (opensClause(source, at, to)) return at + 1;
  }
  return from;
}

function opensClause(source: Source, at: number, to: number): boolean {
  const { tokens } = source;
  if (!/^(?:and|but|while|though|although|whereas|yet)$/.test(tokens[at]?.lower ?? '')) return false;
  if (tokens[at + 1]?.kind !== 'word' || isOpener(tokens, at + 1)) return false;
  const subject = phraseFrom(source, at + 1, startsVerb);
  if (!subject || subject.to >= to || !isVerbAt(tokens, subject.to)) return false;
  return tokens[at - 1]?.text === ',' || subject.kind !== 'role';
}

function isVerbAt(tokens: readonly Token[], at: number): boolean {
  return cueAt(tokens, at) !== undefined || startsVerb(tokens, at);
}

/** The subject of the sentence that holds `index`, openers skipped; searched from `start` on, before `index`. */
export function sentenceSubject(source: Source, index: number, start?: number): Mention | undefined {
  const { tokens } = source;
  const sentence = source.sentences[tokens[index]?.sentence ?? -1];
  if (!sentence) return undefined;
  let at = skipFiller(tokens, start ?? Math.max(sentence.from, index - furthestBack), index);
  let spare: Mention | undefined;
  for (let opened = false; at < index; at = skipFiller(tokens, endOfChunk(source, at, index) + 1, index)) {
    const found = isOpener(tokens, at) ? undefined : subjectFrom(source, at, index);
    if (found && ((!opened && found.kind !== 'role') || hasVerb(source, found))) return found;
    spare ??= found;
    opened = true;
  }
  return spare;
}

function subjectFrom(source: Source, at: number, before: number): Mention | undefined {
  const found = withApposition(source, phraseFrom(source, at, startsVerb));
  return found && found.from < before ? found : undefined;
}

function skipFiller(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && (tokens[at]?.kind !== 'word' || filler.test(tokens[at]?.lower ?? ''))) at++;
  return at;
}

/** The comma that ends an opener may stand inside a quotation's closing mark. */
function endOfChunk(source: Source, from: number, to: number): number {
  const { tokens } = source;
  let at = from;
  while (at < to && !endsChunk(source, tokens[at])) at++;
  return at;
}

function endsChunk(source: Source, token: Token | undefined): boolean {
  if (token?.kind !== 'quote') return token?.text === ',';
  return /,[”"’']*$/.test(source.text.slice(token.end - 3, token.end));
}

/** Whether a verb follows, as it does a subject but not the rest of an opener. */
function hasVerb(source: Source, found: Mention): boolean {
  if (isVerbAt(source.tokens, found.to)) return true;
  return source.tokens[found.to]?.text === ',' && found.kind === 'name';
}

/** A verb has no capital, which tells it from the name before it: "Rupert Voss went". */
function startsVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || isCapital(token) || token.kind !== 'word') return false;
  if (isBetweenSubjectAndVerb(token)) return true;
  if (!before || openingWord.test(before.text)) return false;
  if (isPastVerb(token.lower)) return before.kind === 'word' && !nounFollows.test(before.lower);
  if (!/[^s]s$/.test(token.lower) || !isCapital(before)) return false;
  return !verbFollows.test(tokens[at + 1]?.lower ?? '') && !isBetweenSubjectAndVerb(tokens[at + 1]);
}

const nounFollows = /^(?:the|a|an|his|her|its|their|of|and)$/;
const verbFollows = /^(?:of|in|at|for|from|who|that|and|said|say|told)$/;
