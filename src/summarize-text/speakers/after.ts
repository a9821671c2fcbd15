import type { Place, Source } from '../quotations/places.ts';
import { isCapital } from '../quotations/tokens.ts';
import { withApposition } from './appositions.ts';
import type { Clue } from './clues.ts';
import { clue, endOfStretch, nextSpeechVerb } from './clues.ts';
import type { Mention } from './phrases.ts';
import { phraseFrom } from './phrases.ts';
import { isHuman, preposition } from './role-words.ts';
import { subjectBefore } from './subjects.ts';
import { cueAt, isBetweenSubjectAndVerb, isParticiple, isPastVerb } from './verbs.ts';

/** A clue that follows the quotation: ", said Rupert Voss", ", he said", ", according to", "— Rupert Voss". */
export function findClueAfter(source: Source, place: Place): Clue | undefined {
  const { tokens } = source;
  const limit = endOfStretch(source, place);
  let at = place.token + 1;
  if (tokens[at]?.text === ',') at++;
  if (at >= limit) return undefined;
  if (tokens[at]?.lower === 'per') return clue('according-to', phraseFrom(source, at + 1), at);
  if (tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to')
    return clue('according-to', withApposition(source, phraseFrom(source, at + 2)), at, at + 2);
  if (/^[—–―‒-]+$/.test(tokens[at]?.text ?? '')) return afterDash(source, place, at);
  const inverted = verbThenSubject(source, at, limit);
  if (inverted || (place.ending === 'open' && tokens[at + 1]?.lower !== 'how')) return inverted;
  return subjectThenVerb(source, at, limit) ?? anyVerb(source, place, at);
}

/** “We sail at dawn,” she sang: after a whole sentence and its comma a verb of any meaning says who spoke. */
function anyVerb(source: Source, place: Place, at: number): Clue | undefined {
  const { tokens, text } = source;
  if (!place.leads || !place.capital || place.words < 3) return undefined;
  if (!/,[”"’']*$/.test(text.slice(place.marked.end, place.marked.outerEnd))) return undefined;
  const isVerb = (index: number) =>
    cueAt(tokens, index) !== undefined ||
    (!isCapital(tokens[index]) && isPastVerb(tokens[index]?.lower ?? ''));
  if (isVerb(at)) {
    const subject = withApposition(source, phraseFrom(source, at + 1));
    return subject?.kind === 'name' ? clue('after-verb-subject', subject, at) : undefined;
  }
  const subject = phraseFrom(source, at, (_, index) => isVerb(index));
  if (!subject || !isVerb(subject.to)) return undefined;
  return subject.kind !== 'role' || isHuman(subject.text)
    ? clue('after-subject-verb', subject, subject.to)
    : undefined;
}

function afterDash(source: Source, place: Place, dash: number): Clue | undefined {
  const next = source.tokens[dash + 1];
  if (place.ending !== 'stop' || !next || !isCapital(next)) return undefined;
  return clue('after-dash', withApposition(source, phraseFrom(source, dash + 1)), dash);
}

function verbThenSubject(source: Source, from: number, limit: number): Clue | undefined {
  const { tokens } = source;
  let verb = from;
  while (verb < limit && /ly$|^(?:also|then|once|later)$/.test(tokens[verb]?.lower ?? '')) verb++;
  if (verb >= limit || cueAt(tokens, verb) !== 'speech' || isParticiple(tokens, verb)) return undefined;
  const next = tokens[verb + 1];
  if (!next || next.lower === 'that' || preposition.test(next.lower)) return undefined;
  return clue('after-verb-subject', withApposition(source, phraseFrom(source, verb + 1)), verb);
}

function subjectThenVerb(source: Source, from: number, limit: number): Clue | undefined {
  const { tokens } = source;
  if (tokens[from]?.lower === 'as') return putAs(source, from + 1, limit);
  if (tokens[from + 1]?.lower === 'how') return putAs(source, from + 2, limit);
  if (/^(?:and|but|or|which|who|while|though|because|that)$/.test(tokens[from]?.lower ?? ''))
    return undefined;
  for (
    let verb = nextSpeechVerb(source, from, limit);
    verb !== undefined;
    verb = nextSpeechVerb(source, verb + 1, limit)
  ) {
    const subject = subjectBefore(source, verb);
    if (subject && (subject.begin === from || isCalled(source, from, subject)))
      return clue('after-subject-verb', subject, verb);
  }
  return undefined;
}

/** "a man called Tom Poe": the name that the phrase from `from` on goes over into. */
function isCalled(source: Source, from: number, { begin, kind }: Mention): boolean {
  if (kind !== 'name' || !/^(?:called|named)$/.test(source.tokens[begin - 1]?.lower ?? '')) return false;
  return phraseFrom(source, from)?.to === begin - 1;
}

/** ", as Voss put it", "was how Voss put it". */
function putAs(source: Source, start: number, limit: number): Clue | undefined {
  for (let verb = start + 1; verb < limit; verb++) {
    const subject = cueAt(source.tokens, verb) ? subjectBefore(source, verb) : undefined;
    if (subject?.begin === start) return clue('after-subject-verb', subject, verb);
  }
  return undefined;
}

/** A fragment in a sentence that ends ", the minister said" or ", said Rupert Voss". */
export function findClueAtSentenceEnd(source: Source, place: Place): Clue | undefined {
  const { tokens } = source;
  for (
    let verb = nextSpeechVerb(source, place.token + 1, place.to);
    verb !== undefined;
    verb = nextSpeechVerb(source, verb + 1, place.to)
  ) {
    const before = tokens[verb - 1];
    if (before?.text === ',' || before?.kind === 'quote') {
      const subject = withApposition(source, phraseFrom(source, verb + 1));
      if (subject) return clue('end-of-sentence', subject, verb);
    }
    const subject = subjectBefore(source, verb);
    const lead = subject && tokens[subject.begin - 1];
    if (subject && (lead?.text === ',' || lead?.kind === 'quote') && endsThere(source, verb, place.to))
      return clue('end-of-sentence', subject, verb);
  }
  return undefined;
}

/** After the verb comes nothing, or when, where and to whom it was said. */
function endsThere(source: Source, verb: number, to: number): boolean {
  const next = source.tokens[verb + 1];
  if (!next || verb + 1 >= to || next.kind === 'mark') return true;
  return (
    preposition.test(next.lower) ||
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(next.text) ||
    isBetweenSubjectAndVerb(next) ||
    /^(?:reporters|last|this|yesterday|today|earlier|later|when|after|as)$/.test(next.lower)
  );
}
