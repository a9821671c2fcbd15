import type { Span } from '../types.ts';
import { isNoteOfSite } from './furniture-forms.ts';
import { isSpeaking, signsOf, sum } from './furniture-voice.ts';
import { lazily } from './lazily.ts';
import { type KnownLines, type Line, type Place, readLine } from './lines.ts';
import { sentencesOf } from './sentences.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** How sure the signs must be of a sentence in a paragraph of the body. */
const enough = 3;
/** No more sentences than these are taken from a paragraph's beginning or end. */
const most = 10;

/**
 * What of the body's paragraphs is furniture: notes at the end of any of them; before the body's first sentence
 * and behind its last also what speaks like a site.
 */
export function edgesOf(body: readonly Place[], known: KnownLines): readonly Span[] {
  const read = ({ line }: Place, { start, end }: Span) => readLine(line.text.slice(start, end), known);
  const around = lazily(() =>
    surroundingsOf(body.flatMap((place) => sentencesOf(place.line).map((each) => read(place, each)))),
  );
  return body.flatMap((place, index) => {
    const sentences = sentencesOf(place.line);
    const isNote = ({ start, end }: Span) => isNoteOfSite(place.line.text.slice(start, end));
    const isOfSite = (sentence: Span) => isNote(sentence) || speaksAsSite(read(place, sentence), around);
    const before = index > 0 ? 0 : countFirst(sentences, isOfSite);
    const behind = countFirst([...sentences].reverse(), index === body.length - 1 ? isOfSite : isNote);
    return edgesAround(place, sentences, before, behind);
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
  place: Place,
  sentences: readonly Span[],
  before: number,
  behind: number,
): readonly Span[] {
  if (before + behind === 0 || before + behind >= sentences.length) return [];
  const first = sentences[before]?.start ?? 0;
  const last = sentences[sentences.length - 1 - behind]?.end ?? place.line.text.length;
  const edges = [
    { start: place.start, end: place.start + first },
    { start: place.start + last, end: place.end },
  ];
  return edges.filter(({ start, end }) => start < end);
}

/** As if the article were about nothing: the most that signs can come to, and cheap to know. */
const nothing: Surroundings = { topics: new Map(), isCounted: () => false, voice: 1 };

function speaksAsSite(sentence: Line, around: () => Surroundings): boolean {
  if (!isSpeaking(sentence)) return false;
  return sum(signsOf(sentence, nothing)) >= enough && sum(signsOf(sentence, around())) >= enough;
}
