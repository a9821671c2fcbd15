import { findClues } from '../speakers/attribution.ts';
import { findPeople } from '../speakers/people.ts';
import { resolveClues } from '../speakers/resolve.ts';
import { findBodies } from '../speakers/roles.ts';
import type { MarkedSpan } from './marks.ts';
import { findMarkedSpans } from './marks.ts';
import type { Source } from './places.ts';
import { findPlaces, rangesOf } from './places.ts';
import type { Spoken } from './speech.ts';
import { isNickname, isSpeech } from './speech.ts';
import { tokenise } from './tokens.ts';

/** What the search knows of a text: the source with its tokens and people, and the marked spans that are speech. */
export interface Found {
  readonly source: Source;
  readonly spoken: readonly Spoken[];
}

/** Marked spans that are speech, with their clues and speakers, before they are joined into quotations. */
export function findSpoken(text: string, title: string, pullQuotes: readonly string[]): Found {
  const spans = findMarkedSpans(text, pullQuotes);
  const nicknames = new Set(spans.filter((span) => isNickname(text, span)));
  const marked = spans.filter((span) => !nicknames.has(span));
  const tokens = tokenise(blankOut(text, nicknames), marked);
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

/** The text with spaces in place of the spans, so that all offsets hold. */
function blankOut(text: string, spans: Iterable<MarkedSpan>): string {
  let blank = '';
  let from = 0;
  for (const { outerStart, outerEnd } of spans) {
    blank += text.slice(from, outerStart) + ' '.repeat(outerEnd - outerStart);
    from = outerEnd;
  }
  return blank + text.slice(from);
}
