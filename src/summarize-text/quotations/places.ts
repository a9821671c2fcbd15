import type { People } from '../speakers/people.ts';
import type { MarkedSpan } from './marks.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens: `from` inclusive, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Tokens before and after a quotation in which its speaker is looked for. */
const furthest = 160;

/** Where a marked span stands: its token, sentence and paragraph, and how its words begin and end. */
export interface Place extends Range {
  readonly index: number;
  readonly marked: MarkedSpan;
  readonly token: number;
  readonly paragraph: number;
  readonly sentence: number;
  readonly words: number;
  /** Begins as a sentence does. */
  readonly capital: boolean;
  /** How the words break off: a comma, a sentence's end, or in the midst of the writer's own sentence. */
  readonly ending: 'comma' | 'stop' | 'open';
  /** Only quotations stand before it in its sentence. */
  readonly leads: boolean;
  /** `direct` where (nearly) all that is said stands in the marks, `fragment` in the writer's own clause. */
  readonly kind: 'direct' | 'fragment';
}

/** A text with everything the search for speakers looks at. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly people: People;
  /** By their last word, the tokens where names of several words end for the first time. */
  readonly bodies: ReadonlyMap<string, number>;
  /** Token ranges by sentence and by paragraph. */
  readonly sentences: readonly Range[];
  readonly paragraphs: readonly Range[];
}

/** Token ranges of what `key` counts, which never falls from one token to the next. */
export function rangesOf(tokens: readonly Token[], key: 'sentence' | 'paragraph'): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    if (token[key] === tokens[index + 1]?.[key]) return;
    while (ranges.length < token[key]) ranges.push({ from, to: from });
    ranges.push({ from, to: index + 1 });
    from = index + 1;
  });
  return ranges;
}

/** The place of each marked span, in order. */
export function findPlaces(source: Source, marked: readonly MarkedSpan[]): readonly Place[] {
  return source.tokens.flatMap((token, at) => {
    const span = token.kind === 'quote' ? marked[token.quote] : undefined;
    const sentence = source.sentences[token.sentence];
    return span && sentence ? [placeOf(source, span, at, token, sentence)] : [];
  });
}

function placeOf(source: Source, marked: MarkedSpan, at: number, token: Token, sentence: Range): Place {
  const inner = source.text.slice(marked.start, marked.end);
  const capital = /^[‘“'"([…. ]*[\p{Lu}\p{N}]/u.test(inner);
  const ending = endingOf(source, marked, at);
  const from = Math.max(sentence.from, at - furthest);
  const leads = !source.tokens.slice(from, at).some(({ kind }) => kind === 'word');
  const words = countWords(inner);
  const introduced = words >= 6 && /^[,:]$/.test(source.tokens[at - 1]?.text ?? '');
  const direct = capital ? leads || ending !== 'open' : introduced;
  return {
    from,
    to: Math.min(sentence.to, at + furthest),
    index: token.quote,
    marked,
    token: at,
    paragraph: token.paragraph,
    sentence: token.sentence,
    words,
    capital,
    ending,
    leads,
    kind: direct ? 'direct' : 'fragment',
  };
}

/** Words of a text, parted by white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function endingOf(source: Source, span: MarkedSpan, at: number): Place['ending'] {
  const tail = source.text.slice(Math.max(span.start, span.outerEnd - 6), span.outerEnd);
  const last = tail.replace(/[)\]’”'"“‘\s]+$/, '').slice(-1);
  const next = source.tokens[at + 1];
  if (last === ',' || next?.text === ',') return 'comma';
  return next?.text === '.' || /[.?!…—–-]/.test(last) ? 'stop' : 'open';
}
