import type { Source } from '../quotations/places.ts';
import { isCapital } from '../quotations/tokens.ts';
import type { Gender } from './names.ts';
import type { Person, Sighting } from './people.ts';
import { cueAt, isBetweenSubjectAndVerb, isPastVerb } from './verbs.ts';

/** Sightings further back than this many are out of a pronoun's reach. */
const reach = 40;
const leadOfOnlyOne = 3;
const furthestParagraph = 10;
const furthestSentence = 20;

/** Fitted on pronouns whose person was told by hand; differences of less than .6 are no better than chance. */
const weights = {
  paragraph: -1.2,
  sentence: -0.6,
  sentenceBefore: 1,
  subject: 1.8,
  firstOfSentence: 1.6,
  opensSentence: 1.5,
  genderKnown: 0.5,
  notSure: -0.8,
  speakerBefore: 1.2,
  possessive: -0.8,
  modifier: -1.5,
  sighting: 0.12,
};

export interface Antecedent {
  readonly person: Person;
  /** The token where the person was named. */
  readonly at: number;
  /** How far the best candidate is ahead of the next person, in the weights' own unit. */
  readonly lead: number;
}

/** The person "he" or "she" at token `at` most likely stands for: near, a subject, of that gender. */
export function findAntecedent(
  source: Source,
  at: number,
  gender: Gender | undefined,
  speakerBefore: Person | undefined,
): Antecedent | undefined {
  const scores = scoreAll(source, at, gender, speakerBefore);
  const [best, second] = [...scores].sort((a, b) => b[1].score - a[1].score);
  if (!best) return undefined;
  const [person, { score, at: named }] = best;
  return { person, at: named, lead: second ? score - second[1].score : leadOfOnlyOne };
}

interface Score {
  readonly score: number;
  readonly at: number;
}

/** Each person's best sighting within reach. */
function scoreAll(
  source: Source,
  at: number,
  gender: Gender | undefined,
  speakerBefore: Person | undefined,
): ReadonlyMap<Person, Score> {
  const { sightings } = source.people;
  const barred = isAside(source, at) ? source.tokens[at]?.sentence : undefined;
  const last = lastBefore(sightings, at);
  const scores = new Map<Person, Score>();
  for (const [index, sighting] of sightings.slice(Math.max(0, last - reach + 1), last + 1).entries()) {
    if (!fits(source, sighting, gender, barred)) continue;
    const before = sightings[Math.max(0, last - reach + 1) + index - 1];
    let score = scoreOf(source, sighting, at, gender);
    if (sighting.person === speakerBefore) score += weights.speakerBefore;
    if (!isSameSentence(source, before, sighting)) score += weights.firstOfSentence;
    const known = scores.get(sighting.person)?.score ?? Number.NEGATIVE_INFINITY;
    if (score >= known) scores.set(sighting.person, { score, at: sighting.from });
  }
  return scores;
}

/** Whether the person is of the gender and not named in the sentence that the pronoun interrupts. */
function fits(
  source: Source,
  sighting: Sighting,
  gender: Gender | undefined,
  barred: number | undefined,
): boolean {
  const known = sighting.person.gender;
  if (gender && known && known !== gender) return false;
  return barred === undefined || source.tokens[sighting.from]?.sentence !== barred;
}

/** "Voss, he said, had": the pronoun is not the subject it interrupts. */
export function isAside(source: Source, at: number): boolean {
  const { tokens } = source;
  return (
    tokens[at - 1]?.text === ',' &&
    tokens[at - 2]?.kind === 'word' &&
    cueAt(tokens, at + 1) !== undefined &&
    tokens[at + 2]?.text === ','
  );
}

/** The index of the last sighting that ends at or before a token; -1 if none does. */
export function lastBefore(sightings: readonly Sighting[], at: number): number {
  let low = 0;
  let high = sightings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sightings[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isSameSentence(source: Source, a: Sighting | undefined, b: Sighting): boolean {
  return a !== undefined && source.tokens[a.from]?.sentence === source.tokens[b.from]?.sentence;
}

function scoreOf(source: Source, sighting: Sighting, at: number, gender: Gender | undefined): number {
  const { tokens } = source;
  const here = tokens[at];
  const there = tokens[sighting.from];
  if (!here || !there) return Number.NEGATIVE_INFINITY;
  const { person } = sighting;
  let score = weights.paragraph * Math.min(furthestParagraph, here.paragraph - there.paragraph);
  const sentences = here.sentence - there.sentence;
  score += weights.sentence * Math.min(furthestSentence, sentences);
  if (sentences === 1) score += weights.sentenceBefore;
  if (isSubject(source, sighting)) score += weights.subject;
  if (opensSentence(source, sighting)) score += weights.opensSentence;
  if (gender && person.gender) score += weights.genderKnown;
  if (!person.sure) score += weights.notSure;
  if (/^[’']s?$/.test(tokens[sighting.to]?.text ?? '')) score += weights.possessive;
  if (isModifier(source, sighting)) score += weights.modifier;
  return score + Math.min(3, person.sightings.length) * weights.sighting;
}

/** Whether a verb follows the name, an apposition or parenthesis passed over. */
function isSubject(source: Source, sighting: Sighting): boolean {
  const { tokens } = source;
  const close = tokens[sighting.to]?.text === '(' ? ')' : ',';
  const aside = tokens[sighting.to]?.text === close || close === ')';
  if (!aside) return isVerb(source, sighting.to, sighting);
  if (close === ',' && isVerb(source, sighting.to + 1, sighting)) return true;
  const limit = sighting.to + 25;
  for (let at = sighting.to + 1; at < limit && tokens[at]?.kind !== 'quote'; at++)
    if (tokens[at]?.text === close) return isVerb(source, at + 1, sighting);
  return false;
}

function isVerb(source: Source, at: number, sighting: Sighting): boolean {
  const { tokens } = source;
  const token = tokens[at];
  if (token?.kind !== 'word' || token.sentence !== tokens[sighting.from]?.sentence) return false;
  if (cueAt(tokens, at) !== undefined || isBetweenSubjectAndVerb(token)) return true;
  return token.lower === 'who' || isPastVerb(token.lower) || /[^s]s$/.test(token.lower);
}

function opensSentence(source: Source, sighting: Sighting): boolean {
  const { tokens } = source;
  const sentence = source.sentences[tokens[sighting.from]?.sentence ?? -1];
  if (!sentence) return false;
  const before = tokens[sighting.from - 1];
  return sighting.from - sentence.from <= 3 || before?.text === ',' || before?.kind === 'quote';
}

/** "a Voss government": the name only tells which. */
function isModifier(source: Source, sighting: Sighting): boolean {
  const { tokens } = source;
  const next = tokens[sighting.to];
  if (next?.kind !== 'word' || next.sentence !== tokens[sighting.from]?.sentence || isCapital(next))
    return false;
  if (isVerb(source, sighting.to, sighting)) return false;
  return /^(?:a|an|the|his|her|their|second|first|new|former)$/.test(tokens[sighting.from - 1]?.lower ?? '');
}
