import type { MarkedSpan } from './quotation-marks.ts';
import { findLines } from './quotation-marks.ts';
import { cueKind, isNounToo } from './speaker-cues.ts';
import type { Span } from './types.ts';

/** A word, a punctuation mark, or a whole quotation, which no search for a speaker looks into. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'mark' | 'quote';
  /** For a quotation its index among the marked spans, otherwise -1. */
  readonly quote: number;
  readonly paragraph: number;
  readonly sentence: number;
}

type Piece = Omit<Token, 'paragraph' | 'sentence' | 'lower'>;

const abbreviation =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Supt|Insp|Det|Cmdr|Adm|Rev|Profs?|Hon|St|Jr|Sr|Inc|Corp|Ltd|Co|Cllr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ph\.D|a\.m|p\.m)\./u;
const pieces = new RegExp(
  `${abbreviation.source}|(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.)+|\\p{N}+(?:[.,]\\p{N}+)+|[\\p{L}\\p{N}]+(?:[-’'‑&][\\p{L}\\p{N}]+)*|\\S`,
  'gu',
);
const word = /[\p{L}\p{N}]/u;

/** Cuts a text into tokens with their paragraph and sentence; quotations count as one token each. */
export function tokenise(text: string, marked: readonly MarkedSpan[]): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let next = 0;
  findLines(text).forEach((line, paragraph) => {
    const found: Piece[] = [];
    let from = line.start;
    for (let span = marked[next]; span && span.outerStart < line.end; span = marked[++next]) {
      addWords(found, text, from, span.outerStart);
      found.push(piece(text, span.outerStart, span.outerEnd, 'quote', next));
      from = span.outerEnd;
    }
    addWords(found, text, from, line.end);
    found.forEach((part, index) => {
      tokens.push({ ...part, lower: part.kind === 'quote' ? '' : part.text.toLowerCase(), paragraph, sentence });
      if (endsSentence(part, found[index + 1], found[index + 2])) sentence++;
    });
    sentence++;
  });
  return tokens;
}

function piece(text: string, start: number, end: number, kind: Token['kind'], quote = -1): Piece {
  return { text: text.slice(start, end), start, end, kind, quote };
}

function addWords(found: Piece[], text: string, from: number, to: number): void {
  for (const match of text.slice(from, to).matchAll(pieces)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const possessive = /^(.+?)([’']s)$/iu.exec(match[0]);
    if (possessive?.[1]) {
      found.push(piece(text, start, end - 2, 'word'), piece(text, end - 2, end, 'mark'));
    } else found.push(piece(text, start, end, word.test(match[0]) ? 'word' : 'mark'));
  }
}

function endsSentence(part: Piece, next: Piece | undefined, after: Piece | undefined): boolean {
  if (!next) return false;
  const starts = next.kind === 'quote' || /^[\p{Lu}\p{N}(“‘"']/u.test(next.text);
  if (part.kind === 'mark') return /^[.!?…]$/.test(part.text) && starts;
  if (part.kind === 'word')
    return /^(?:Inc|Corp|Ltd|Jr|Sr|a\.m|p\.m|\p{Lu}\.\p{Lu})\.$/u.test(part.text) && opensSentence(next);
  if (!/[.!?…][\s”"’'“‘]*$/.test(part.text.slice(-4)) || !starts) return false;
  return next.kind === 'quote' || opensSentence(next) || after?.kind !== 'word' || !cueKind(after.text);
}

function opensSentence(next: Piece): boolean {
  return /^(?:The|A|An|But|And|In|On|At|He|She|They|It|His|Her|Their|This|That|As|When|After|While)$/.test(
    next.text,
  );
}

const adverb =
  /^(?:also|later|then|now|even|just|still|once|never|always|again|not|first|instead|often|soon|ever|long|has|had|have|having|would|will|could|can|did|does|do|is|was|were|are|been|be|being|may|might|must|should|wo|n[’']t|last|all|both|itself|himself|herself|themselves|too|quickly|\p{Ll}+ly)$/u;
const notAdverb = /^(?:family|assembly|ally|only|early|daily|bully|italy|july|rally|supply|reply|fly|apply)$/;

/** Words that may stand between a subject and its verb: adverbs and auxiliaries. */
export function isBetweenSubjectAndVerb(token: Token): boolean {
  return token.kind === 'word' && adverb.test(token.text) && !notAdverb.test(token.text);
}

/** Whether the word is written with a capital (or is an initial or a code such as "3M"). */
export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:\p{N}*\p{Lu}|[Oo][’']\p{Lu})/u.test(token.text);
}

const nounBefore =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|of|in|on|to|for|by|from|with|new|recent|such|no|any|my|our|your|and|or|[’']s|[’']|.+(?:al|ic|ive|ous|ary|ful))$/;

/** The kind of cue the token is where it stands: "claims" after "the" is no verb. */
export function cueAt(tokens: readonly Token[], index: number): 'speech' | 'label' | 'thought' | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word') return undefined;
  const kind = cueKind(token.lower);
  const before = tokens[index - 1];
  if (!kind || !before || before.sentence !== token.sentence) return isCapital(token) ? undefined : kind;
  if (isCapital(token)) return undefined;
  const doubtful = isNounToo(token.lower) || (/(?:ed|ing)$/.test(token.lower) && /^(?:the|a|an|his|her|their|its)$/.test(before.lower));
  if (!doubtful) return kind;
  const introduces = /^(?:that|:)$/.test(tokens[index + 1]?.text ?? '') && !/^(?:the|a|an|his|her|its|their)$/.test(before.lower);
  if (introduces) return kind;
  const plainAfterName = isCapital(before) && !/(?:s|ed|ing)$/.test(token.lower) && !/^(?:read|cast)$/.test(token.lower);
  return nounBefore.test(before.lower) || plainAfterName ? undefined : kind;
}
