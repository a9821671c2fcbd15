import { cueOf } from '../speakers/cues.ts';
import type { Span } from '../types.ts';
import type { MarkedSpan } from './marks.ts';
import { findLines } from './marks.ts';

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
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Del|Amb|Pres|Ald|Brig|Cpl|Pvt|Fr|Messrs|Atty|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Supt|Insp|Det|Cmdr|Adm|Rev|Profs?|Hon|St|Jr|Sr|Inc|Corp|Ltd|Co|Cllr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ph\.D|a\.m|p\.m)\./u;
/** "orme-echo.co.uk" is one word. */
const domain =
  /[\p{L}\p{N}][\p{L}\p{N}-]{0,39}(?:\.[\p{L}\p{N}-]{1,39}){0,2}\.(?:com|org|net|gov|edu|info|uk|au|ca|ie|eu|tv|io)(?![\p{L}\p{N}])/u;
const pieces = new RegExp(
  `${abbreviation.source}|${domain.source}|(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.)+|\\p{N}+(?:[.,]\\p{N}+)+|[\\p{L}\\p{N}]+(?:[-’'‑&][\\p{L}\\p{N}]+)*|\\S`,
  'gu',
);
const word = /[\p{L}\p{N}]/u;
const afterReport = /^(?:[.,]|in|on|to|at|during|as|from|after|when|with|of|\p{Lu}\p{Ll}+day)$/u;
const endsAsAbbreviation = /^(?:Inc|Corp|Ltd|Jr|Sr|a\.m|p\.m|\p{Lu}\.\p{Lu})\.$/u;

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
      tokens.push({
        ...part,
        lower: part.kind === 'quote' ? '' : part.text.toLowerCase(),
        paragraph,
        sentence,
      });
      if (endsSentence(part, found[index + 1], found[index + 2]) && !isAskedBySomeone(found, index))
        sentence++;
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
    const cut = /[’']/.test(match[0]) ? cutEnding(match[0]) : undefined;
    if (cut !== undefined) {
      const middle = start + cut;
      found.push(piece(text, start, middle, 'word'), piece(text, middle, end, 'mark'));
    } else found.push(piece(text, start, end, word.test(match[0]) ? 'word' : 'mark'));
  }
}

/** Where a possessive or a shortened verb ends a word: "Voss|'s", "he|'d". */
function cutEnding(text: string): number | undefined {
  const ending =
    /^.+?([’']s)$/iu.exec(text) ?? /^(?:he|she|it|they|we|I|you|who)([’'](?:d|ll|ve|re|m))$/iu.exec(text);
  return ending?.[1] === undefined ? undefined : text.length - ending[1].length;
}

/** “Why?” Voss's clerk, Ann Poe, asked. The mark ends the quotation, not the sentence. */
function isAskedBySomeone(found: readonly Piece[], index: number): boolean {
  const quote = found[index];
  const before = found[index - 1];
  if (quote?.kind !== 'quote' || !/[?!…][\s”"’']*$/.test(quote.text.slice(-4))) return false;
  if (before && !/^[.!?]$/.test(before.text) && before.kind !== 'quote') return false;
  const rest = found.slice(index + 1, index + 25);
  const stop = rest.findIndex((part) => part.kind === 'quote' || /^[.!?:]$/.test(part.text));
  const verb = rest.slice(0, stop < 0 ? undefined : stop).findIndex(isReport);
  return verb >= 0 && afterReport.test(rest[verb + 1]?.text ?? '.');
}

function isReport(part: Piece): boolean {
  const cue = cueOf(part.text);
  return cue?.kind === 'speech' && (cue.form === 'past' || cue.form === 's') && !cue.nounToo;
}

function endsSentence(part: Piece, next: Piece | undefined, after: Piece | undefined): boolean {
  if (!next) return false;
  const starts = next.kind === 'quote' || /^[\p{Lu}\p{N}(“‘"']/u.test(next.text);
  if (part.kind === 'mark') return starts && /^[.!?…]$/.test(part.text);
  if (part.kind === 'word') return endsAsAbbreviation.test(part.text) && opensSentence(next);
  return starts && quoteEndsSentence(part, next, after);
}

/** A quotation's full stop ends the sentence; its other marks may not: “Why?” Voss asked. */
function quoteEndsSentence(quote: Piece, next: Piece, after: Piece | undefined): boolean {
  const tail = quote.text.slice(-4);
  if (!/[.!?…][\s”"’'“‘]*$/.test(tail)) return false;
  if (next.kind === 'quote' || opensSentence(next)) return true;
  return !/[?!…][\s”"’']*$/.test(tail) || !cueOf(after?.text ?? '');
}

function opensSentence(next: Piece): boolean {
  return /^(?:The|A|An|But|And|In|On|At|He|She|They|It|His|Her|Their|This|That|As|When|After|While)$/.test(
    next.text,
  );
}

/** Whether the word is written with a capital (or is an initial or a code such as "3M"). */
export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:\p{N}*\p{Lu}|[Oo][’']\p{Lu})/u.test(token.text);
}
