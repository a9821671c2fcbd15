import { type KnownLines, type Line, type Place, readLine } from './clean-lines.ts';
import { sentencesOf } from './clean-sentences.ts';
import { type Surroundings, surroundingsOf } from './clean-surroundings.ts';
import { isNoteOfSite } from './furniture-forms.ts';
import { signsOf, sum } from './furniture-voice.ts';
import type { Span } from './types.ts';

/** How sure the signs must be of a sentence in a paragraph of the body. */
const enough = 3;
/** No more sentences than these are taken from a paragraph's beginning or end. */
const most = 10;

/**
 * What of the body's paragraphs is furniture: notes at the end of any of them; before the body's first sentence
 * and behind its last also what speaks like a site.
 */
export function edgesOf(body: readonly Place[], known: KnownLines): readonly Span[] {
  const split = body.map(({ line, start }) => ({
    text: line.text,
    start,
    sentences: sentencesOf(line.text),
  }));
  const sentenceOf = (text: string, { start, end }: Span) => readLine(text.slice(start, end), known);
  let made: Surroundings | undefined;
  const around = () => {
    made ??= surroundingsOf(
      split.flatMap(({ text, sentences }) => sentences.map((each) => sentenceOf(text, each))),
    );
    return made;
  };
  return split.flatMap(({ text, start, sentences }, index) => {
    const isOf = (sentence: Span, isEnd: boolean) =>
      isNoteOfSite(text.slice(sentence.start, sentence.end)) ||
      (isEnd && speaksAsSite(sentenceOf(text, sentence), around));
    const before = index > 0 ? 0 : countFirst(sentences, (sentence) => isOf(sentence, true));
    const isLast = index === body.length - 1;
    const behind = countFirst([...sentences].reverse(), (sentence) => isOf(sentence, isLast));
    return edgesAround(text, sentences, before, behind).map((edge) => ({
      start: start + edge.start,
      end: start + edge.end,
    }));
  });
}

function countFirst(sentences: readonly Span[], isFurniture: (sentence: Span) => boolean): number {
  let count = 0;
  for (const sentence of sentences.slice(0, most)) {
    if (!isFurniture(sentence)) break;
    count += 1;
  }
  return count;
}

function edgesAround(
  text: string,
  sentences: readonly Span[],
  before: number,
  behind: number,
): readonly Span[] {
  if (before + behind === 0 || before + behind >= sentences.length) return [];
  const first = sentences[before]?.start ?? 0;
  const last = sentences[sentences.length - 1 - behind]?.end ?? text.length;
  const edges = [
    { start: 0, end: first },
    { start: last, end: text.length },
  ];
  return edges.filter(({ start, end }) => start < end);
}

/** As if the article were about nothing: the most that signs can come to, and cheap to know. */
const nothing: Surroundings = { topics: new Map(), isCounted: () => false, voice: 1 };

function speaksAsSite(sentence: Line, around: () => Surroundings): boolean {
  return sum(signsOf(sentence, nothing)) >= enough && sum(signsOf(sentence, around())) >= enough;
}
