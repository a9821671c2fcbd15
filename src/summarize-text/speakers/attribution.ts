import type { Place, Source } from '../quotations/places.ts';
import { findClueAfter, findClueAtSentenceEnd } from './after.ts';
import { withApposition } from './appositions.ts';
import { findClueBefore } from './before.ts';
import { sentenceSubject } from './clauses.ts';
import type { Clue, Clues, Pattern } from './clues.ts';
import { clue, isJoined, nextSpeechVerb } from './clues.ts';
import { personNamed } from './people.ts';
import type { Mention } from './phrases.ts';
import { phraseFrom } from './phrases.ts';
import { subjectBefore } from './subjects.ts';
import { cueAt, isPassive } from './verbs.ts';

/** For each place the clue to its speaker; undefined where the text gives none. */
export function findClues(source: Source, places: readonly Place[]): Clues {
  const clues: (Clue | undefined)[] = [];
  for (const place of places) clues.push(findClue(source, places, clues, place));
  return clues;
}

function findClue(source: Source, places: readonly Place[], clues: Clues, place: Place): Clue | undefined {
  const before = clues[place.index - 1];
  const after = findClueAfter(source, place);
  if (after) return after;
  const inside = labelInside(source, places, place);
  if (inside) return inside;
  if (place.marked.continues && before) return { ...before, pattern: 'continued' };
  const shared = sharedWithBefore(source, places[place.index - 1], before, place);
  if (shared) return shared;
  return place.leads && place.capital
    ? sentenceOfItsOwn(source, places, clues, place)
    : partOfSentence(source, clues, place);
}

/** Words that go over into the writer's sentence have their speaker there, others more often before it. */
function sentenceOfItsOwn(
  source: Source,
  places: readonly Place[],
  clues: Clues,
  place: Place,
): Clue | undefined {
  const atEnd = () => findClueAtSentenceEnd(source, place);
  const ahead = place.ending === 'open' ? atEnd() : undefined;
  return ahead ?? carried(source, places, clues, place) ?? atEnd();
}

function partOfSentence(source: Source, clues: Clues, place: Place): Clue | undefined {
  const left = place.leads ? undefined : findClueBefore(source, place, clues);
  if (left && /colon|label|speech|according/.test(left.pattern)) return left;
  return findClueAtSentenceEnd(source, place) ?? left;
}

const reach = 6;
const spokenFrom = /^\p{Lu}[\p{Lu}.'’ -]{1,30}(?=:\s)/u;

/** "VOSS: …" inside the marks, as a transcript has it; "NOTE: …" is none, where nobody is called so. */
function labelInside(source: Source, places: readonly Place[], place: Place): Clue | undefined {
  const label = labelOf(source, place);
  const paragraph = source.paragraphs[place.paragraph];
  if (label === undefined || place.token !== paragraph?.from) return undefined;
  const isKnown = personNamed(source.people, label.split(' ')) !== undefined;
  if (!isKnown && !isTranscript(source, places, place)) return undefined;
  const { start } = place.marked.inner;
  const from = place.token;
  const words = { start, end: start + label.length, text: label };
  return clue('label', { kind: 'name', ...words, begin: from, from, to: from, titles: [] });
}

function labelOf({ text }: Source, { marked: { inner } }: Place): string | undefined {
  return spokenFrom.exec(text.slice(inner.start, inner.start + 40))?.[0];
}

/** Two speakers at least, one of them more than once, among the quotations around. */
function isTranscript(source: Source, places: readonly Place[], { index }: Place): boolean {
  const near = places.slice(Math.max(0, index - reach), index + reach + 1);
  const labels = near.flatMap((place) => labelOf(source, place) ?? []);
  const count = new Set(labels).size;
  return count >= 2 && labels.length > count;
}

/** A split quotation ("…," he said, "…") or one joined to the one before ("… and …"). */
function sharedWithBefore(
  source: Source,
  previous: Place | undefined,
  before: Clue | undefined,
  place: Place,
): Clue | undefined {
  if (!previous || !before || previous.from !== place.from) return undefined;
  if (isJoined(source, previous.token + 1, place.token)) return { ...before, pattern: 'joined' };
  const splits = /^after-|^according/.test(before.pattern) && source.tokens[place.token - 1]?.text === ',';
  return splits ? { ...before, pattern: 'split' } : undefined;
}

/** A quotation that is a sentence of its own takes its speaker from what stands before it. */
function carried(source: Source, places: readonly Place[], clues: Clues, place: Place): Clue | undefined {
  if (place.ending === 'open' && place.words < 8) return undefined;
  const previous = places[place.index - 1];
  const before = clues[place.index - 1];
  if (previous && before && previous.paragraph === place.paragraph)
    return reportBetween(source, previous, place) ?? { ...before, pattern: 'same-paragraph' };
  if (place.words < 3) return undefined;
  const paragraph = source.paragraphs[place.paragraph];
  if (paragraph && place.from > paragraph.from)
    return fromSentence(source, place.from - 1, 'sentence-before', 'subject-before');
  return place.words >= 5 ? fromParagraphBefore(source, places, clues, place) : undefined;
}

/** Somebody else may speak in the sentence right before, once the quotation before that has ended. */
function reportBetween(source: Source, previous: Place, place: Place): Clue | undefined {
  if (place.from <= previous.to) return undefined;
  const found = fromSentence(source, place.from - 1, 'sentence-before', 'subject-before');
  if (found?.mention.kind !== 'name') return undefined;
  const { to } = found.mention;
  const labels = cueAt(source.tokens, to) === 'label' && !isPassive(source.tokens, to);
  if (labels) return { ...found, pattern: 'sentence-before' };
  return found.pattern === 'sentence-before' ? found : undefined;
}

function fromSentence(
  source: Source,
  last: number,
  withVerb: Pattern,
  withoutVerb: Pattern,
): Clue | undefined {
  const sentence = source.sentences[source.tokens[last]?.sentence ?? -1];
  if (!sentence) return undefined;
  const verb = nextSpeechVerb(source, sentence.from, sentence.to);
  const subject = verb === undefined ? undefined : (nameBehind(source, verb) ?? subjectBefore(source, verb));
  if (subject) return clue(withVerb, subject, verb);
  return clue(withoutVerb, sentenceSubject(source, sentence.to - 1));
}

/** "The mill is old, said Tom Poe, who runs it." */
function nameBehind(source: Source, verb: number): Mention | undefined {
  const before = source.tokens[verb - 1];
  if (before?.text !== ',' && before?.kind !== 'quote') return undefined;
  const found = withApposition(source, phraseFrom(source, verb + 1));
  return found?.kind === 'name' ? found : undefined;
}

function fromParagraphBefore(
  source: Source,
  places: readonly Place[],
  clues: Clues,
  place: Place,
): Clue | undefined {
  const paragraph = source.paragraphs[place.paragraph - 1];
  if (!paragraph || paragraph.to === paragraph.from) return undefined;
  const last = paragraph.to - 1;
  if (source.tokens[last]?.text === ':')
    return fromSentence(source, last, 'colon-paragraph', 'colon-paragraph');
  const previous = places[place.index - 1];
  const before = clues[place.index - 1];
  if (previous && before && previous.paragraph === place.paragraph - 1)
    return { ...before, pattern: 'paragraph-before' };
  return fromSentence(source, last, 'subject-paragraph-before', 'subject-paragraph-before');
}
