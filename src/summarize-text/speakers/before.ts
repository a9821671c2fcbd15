import type { Place, Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import { withApposition } from './appositions.ts';
import { clauseStart, sentenceSubject } from './clauses.ts';
import type { Clue, Clues, Pattern } from './clues.ts';
import { clue } from './clues.ts';
import type { CueKind } from './cues.ts';
import { findOwnerClue } from './owners.ts';
import { participleSubject, sharedSubject } from './participles.ts';
import { personNamed } from './people.ts';
import type { Mention } from './phrases.ts';
import { phraseFrom } from './phrases.ts';
import { isHuman } from './role-words.ts';
import { subjectBefore } from './subjects.ts';
import { cueAt, isModal, isParticiple, isPassive } from './verbs.ts';

/** Tokens that may part a verb of another kind from the report it stands in: "said he hoped it was". */
const nearReport = 14;

/** A clue in the same sentence before the quotation: "Rupert Voss said that …", "calling it", "Voss:". */
export function findClueBefore(source: Source, place: Place, earlier: Clues): Clue | undefined {
  return (
    scriptLabel(source, place) ??
    inverted(source, place) ??
    accordingTo(source, place) ??
    headlineLabel(source, place) ??
    reported(source, place, earlier) ??
    comparison(source, place)
  );
}

/** "VOSS: “…”", as in a transcript. */
function scriptLabel(source: Source, place: Place): Clue | undefined {
  const { tokens } = source;
  const colon = place.token - 1;
  if (tokens[colon]?.text !== ':' || colon - place.from > 4) return undefined;
  const words = tokens.slice(place.from, colon);
  if (words.length === 0 || !words.every(isCapital) || cueAt(tokens, place.from)) return undefined;
  return clue('label', phraseFrom(source, place.from), colon);
}

/** "Voss: Harbour is “not for sale”", as headlines have it: all behind the colon is what the person says. */
function headlineLabel(source: Source, place: Place): Clue | undefined {
  const { tokens, people } = source;
  const words = tokens.slice(place.from, Math.min(place.token, place.from + 5));
  const colon = words.findIndex((token) => token.text === ':');
  if (colon < 1 || !words.slice(0, colon).every(isCapital)) return undefined;
  const name = words.slice(0, colon).map((token) => token.text);
  const isReported = tokens
    .slice(place.from + colon, place.token)
    .some((_, index) => cueAt(tokens, place.from + colon + index) === 'speech');
  if (isReported || !personNamed(people, name)) return undefined;
  return clue('before-label', phraseFrom(source, place.from), place.from + colon);
}

/** "Said Voss: “…”" */
function inverted(source: Source, place: Place): Clue | undefined {
  const { tokens } = source;
  if (!/^(?:said|says|added|adds|wrote)$/.test(tokens[place.from]?.lower ?? '')) return undefined;
  if (!/^[:,]$/.test(tokens[place.token - 1]?.text ?? '')) return undefined;
  return clue('before-colon', withApposition(source, phraseFrom(source, place.from + 1)), place.from);
}

/** "According to Voss, …", "in the words of Voss: …", "As Voss likes to say, …" */
function accordingTo(source: Source, place: Place): Clue | undefined {
  const { tokens } = source;
  for (let at = place.from; at < place.token - 2; at++) {
    if (!leadsSource(tokens, at)) continue;
    for (let verb = at + 3; verb < place.token; verb++)
      if (cueAt(tokens, verb) === 'speech') return undefined;
    return clue('according-to', withApposition(source, phraseFrom(source, at + 2)), at, at + 2);
  }
  const verb = place.token - 2;
  const likes = tokens[place.from]?.lower === 'as' && tokens[verb]?.lower === 'say' && isModal(tokens, verb);
  return likes ? clue('according-to', sentenceSubject(source, verb, place.from + 1), verb) : undefined;
}

function leadsSource(tokens: readonly Token[], at: number): boolean {
  const [before, here, after] = [at - 1, at, at + 1].map((index) => tokens[index]?.lower ?? '');
  if (here === 'according') return after === 'to';
  return before === 'the' && /^words?$/.test(here ?? '') && after === 'of';
}

interface Reading {
  readonly clue: Clue;
  readonly at: number;
  /** Nothing further from the quotation can outweigh it. */
  readonly decides: boolean;
}

/** The verb nearest the quotation that reports; one in what was said yields to a report not far before it. */
function reported(source: Source, place: Place, earlier: Clues): Clue | undefined {
  let weak: Reading | undefined;
  for (let at = place.token - 1; at >= place.from; at--) {
    if (weak && weak.at - at > nearReport) break;
    const reading = readVerb(source, place, at, weak, earlier);
    if (reading?.decides) return reading.clue;
    weak ??= reading;
  }
  return weak?.clue ?? (opensByColon(source, place) ? afterColon(source, place) : undefined);
}

function opensByColon(source: Source, place: Place): boolean {
  return source.tokens[place.token - 1]?.text === ':';
}

function readVerb(
  source: Source,
  place: Place,
  at: number,
  weak: Reading | undefined,
  earlier: Clues,
): Reading | undefined {
  const owner = weak ? undefined : findOwnerClue(source, at, place.from);
  if (owner) return { clue: owner, at, decides: true };
  const kind = cueAt(source.tokens, at);
  if (!kind) return undefined;
  const colon = !weak && kind !== 'speech' && opensByColon(source, place);
  const found = colon ? afterColon(source, place) : clueOfVerb(source, place, at, kind, earlier);
  return found && { clue: found, at, decides: colon || outweighs(source, found, kind, at, weak) };
}

/** Whether a verb reports by itself: no thought, no "would say", nothing inside another's report. */
function outweighs(
  source: Source,
  found: Clue,
  kind: CueKind,
  at: number,
  weak: Reading | undefined,
): boolean {
  if (kind === 'thought' || isModal(source.tokens, at)) return false;
  if (isThing(found.mention) || isEmbedded(source, found.mention)) return false;
  return !weak || found.pattern !== 'before-participle';
}

/** A thing can be the subject of a verb inside what someone said: "said the protests demand". */
function isThing(mention: Mention): boolean {
  return mention.kind === 'role' && !isHuman(mention.text);
}

/** "said she recalled": the pronoun only repeats the speaker of the verb before it. */
function isEmbedded(source: Source, mention: Mention): boolean {
  const { tokens } = source;
  if (mention.kind !== 'pronoun') return false;
  const before = tokens[mention.from - 1]?.lower === 'that' ? mention.from - 2 : mention.from - 1;
  return cueAt(tokens, before) === 'speech' && subjectBefore(source, before) !== undefined;
}

function clueOfVerb(
  source: Source,
  place: Place,
  verb: number,
  kind: CueKind,
  earlier: Clues,
): Clue | undefined {
  const { tokens } = source;
  if (isPassive(tokens, verb)) return clue('agent', agentOf(source, verb, place.to), verb);
  if (isParticiple(tokens, verb))
    return clue('before-participle', participleSubject(source, place, verb, earlier), verb);
  const subject = subjectBefore(source, verb) ?? sharedSubject(source, place, verb, earlier);
  return clue(patternOf(kind, tokens[place.token - 1]?.text === ':'), subject, verb);
}

function patternOf(kind: CueKind, colon: boolean): Pattern {
  if (kind === 'speech') return colon ? 'before-colon' : 'before-speech';
  return kind === 'label' ? 'before-label' : 'before-thought';
}

/** Who "by" names after a passive verb. */
function agentOf(source: Source, verb: number, to: number): Mention | undefined {
  const { tokens } = source;
  for (let at = verb + 1; at < Math.min(to, verb + 20); at++)
    if (tokens[at]?.lower === 'by') return agentAt(source, verb, at);
  return undefined;
}

function agentAt(source: Source, verb: number, by: number): Mention | undefined {
  const { tokens } = source;
  const found = withApposition(source, phraseFrom(source, by + 1));
  const next = found && tokens[found.to];
  const quoted = tokens.slice(verb, by).some((token) => token.kind === 'quote');
  return quoted || next?.kind === 'quote' || /^(?:as|,|\()$/.test(next?.text ?? '') ? found : undefined;
}

/** "Voss in his letter: “…”": a colon without a verb of saying. */
function afterColon(source: Source, place: Place): Clue | undefined {
  return clue('before-colon', sentenceSubject(source, place.token - 1), place.token - 1);
}

/** "admires him as a “…”": a verb that is no cue, but words held up as the subject's own. */
function comparison(source: Source, place: Place): Clue | undefined {
  const { tokens } = source;
  const at = /^(?:a|an|the|being)$/.test(tokens[place.token - 1]?.lower ?? '')
    ? place.token - 2
    : place.token - 1;
  if (tokens[at]?.lower !== 'as' || /^(?:known|such)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  return clue('before-as', sentenceSubject(source, at, clauseStart(source, place.from, at)), at);
}
