import { findClues } from '../speakers/attribution.ts';
import { findPeople } from '../speakers/people.ts';
import { resolveClues } from '../speakers/resolve.ts';
import { findBodies } from '../speakers/roles.ts';
import type { Span } from '../types.ts';
import type { MarkedSpan } from './marks.ts';
import { findMarkedSpans } from './marks.ts';
import type { Source } from './places.ts';
import { findPlaces, rangesOf } from './places.ts';
import type { Spoken } from './speech.ts';
import { isNickname, isSpeech, isWorkTitle } from './speech.ts';
import { tokenise } from './tokens.ts';

/** What the search knows of a text: the source with its tokens and people, and the marked spans that are speech. */
export interface Found {
  readonly source: Source;
  readonly spoken: readonly Spoken[];
}

/** Marked spans that are speech, with their clues and speakers, before they are joined into quotations. */
export function findSpoken(text: string, title: string, pullQuotes: readonly string[]): Found {
  const spans = findMarkedSpans(text, pullQuotes);
  const [nicknames, rest] = parted(spans, (span) => isNickname(text, span));
  const [titles, marked] = parted(rest, (span) => isWorkTitle(text, span));
  const blanks = [...nicknames.map(outerOf), ...titles.flatMap(marksOf)];
  const tokens = tokenise(
    blankOut(
      text,
      blanks.toSorted((a, b) => a.start - b.start),
    ),
    marked,
  );
  const people = findPeople(tokens, tokenise(title, []));
  const source: Source = {
    text,
    tokens,
    people,
    bodies: findBodies(tokens),
    sentences: rangesOf(tokens, 'sentence'),
    paragraphs: rangesOf(tokens, 'paragraph'),
  };
  const places = findPlaces(source, marked);
  const clues = findClues(source, places);
  const resolved = resolveClues(source, clues);
  const spoken = places.flatMap((place) => {
    const clue = clues[place.index];
    return isSpeech(source, place, clue) ? [{ place, clue, resolved: resolved[place.index] }] : [];
  });
  return { source, spoken };
}

function parted<T>(items: readonly T[], holds: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

const outerOf = ({ outerStart, outerEnd }: MarkedSpan): Span => ({ start: outerStart, end: outerEnd });

/** The marks alone: the words of a title stay in the sentence that they are part of. */
const marksOf = ({ outerStart, outerEnd, inner }: MarkedSpan): readonly Span[] => [
  { start: outerStart, end: inner.start },
  { start: inner.end, end: outerEnd },
];

/** The text with spaces in place of the spans, in order, so that all offsets hold. */
function blankOut(text: string, spans: readonly Span[]): string {
  let blank = '';
  let from = 0;
  for (const { start, end } of spans) {
    blank += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return blank + text.slice(from);
}
