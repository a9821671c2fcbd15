import { clauseStart } from './clause-start.ts';
import type { Marked, Stretch } from './phrases.ts';
import { chainBefore, isCompound, isNoun, isPeriod, isVerb, phraseFrom } from './phrases.ts';
import { mainSubject, subjectBefore } from './subjects.ts';
import { tokenAt, wordsBefore } from './tokens.ts';

/** What stands before a figure in its clause. */
export interface Clause {
  /** Who or what the clause is about. */
  readonly subject?: Stretch;
  readonly verb?: Stretch;
  /** "In the other group" where the subject is a pronoun that says nothing alone. */
  readonly frame?: Stretch;
  /** What stands between the verb and the figure. */
  readonly object?: Stretch;
  /** No verb stands before the figure. */
  readonly leads: boolean;
}

/** Words between what is measured and its figure. */
const filler =
  /^(?:about|around|some|nearly|almost|roughly|approximately|more|than|over|under|above|below|least|most|up|down|to|at|by|of|an?|the|just|only|estimated|average|another|further|less|fewer|as|much|many|little|few|low|high|between|from|in|with|worth|total|record|for|on|well|barely|also|now|still|currently|and|or|but|extra|additional|even|instead|exactly|upwards|"|“|‘|'|\(|,|:|-|—|~|\+)$/;

/** Whoever stands there is not what the clause is about. */
const before = /\bin front of(?: (?:a|more than|about|around|some|nearly|almost|over))*$/;

/** Reads the clause before a figure that stands from the token `from` up to `to`. */
export function clauseBefore(marked: Marked, at: number, to: number): Clause {
  const from = startOfShare(marked, at);
  const end = skipFillers(marked, from);
  if (before.test(wordsBefore(marked.tokens, from, 5))) return { leads: true };
  if (opensSentencePart(marked, from, end) && hasPredicate(marked, to)) return { leads: true };
  if (isSubject(marked, from, to)) return { leads: true };
  if (opensAfterAnd(marked, from) && hasPredicate(marked, to, partEnd)) return { leads: true };
  const moved = movedSubject(marked, from, end);
  if (moved) return { leads: false, subject: moved };
  const start = clauseStart(marked, end);
  const verb = lastVerb(marked, start, end);
  if (verb === undefined) return { leads: true, ...leadPhrase(marked, start, end) };
  if (opensReport(marked, verb, end, from) && (compares(marked, verb) || hasPredicate(marked, to)))
    return { leads: true };
  const listed = listedSubject(marked, verb, end, from);
  return listed ? { leads: false, subject: listed } : aroundVerb(marked, verb, { start, end });
}

/** The verb with what it is said of and what stands between it and the figure. */
function aroundVerb(marked: Marked, verb: number, { start, end }: { start: number; end: number }): Clause {
  const group = verbGroup(marked, verb, start);
  const objectEnd = firstOwned(marked, verb + 1, end);
  const object =
    objectEnd > verb + 1 ? { object: { from: verb + 1, to: skipFillers(marked, objectEnd) } } : {};
  if (isSaid(marked, verb, object.object)) return { leads: false, ...object };
  const subject = subjectBefore(marked, group, start) ?? mainSubject(marked, group);
  const frame = frameOf(marked, groupStart(marked, group));
  return {
    leads: false,
    ...(frame ? { frame } : {}),
    verb: { from: groupStart(marked, group), to: verb + 1 },
    ...object,
    ...(subject ? { subject } : {}),
  };
}

/** "Ms Pell said the claim rested on three worms": who says it is not what is measured. */
function isSaid(marked: Marked, verb: number, object: Stretch | undefined): boolean {
  if (!object || !/^(?:said|says|say|added|adds|told|heard|hears)$/.test(tokenAt(marked.tokens, verb).lower))
    return false;
  for (let at = object.from; at < object.to; at++)
    if (isNoun(marked, at) || isVerb(marked, at)) return marked.classes[verb - 1] !== 'AUX';
  return false;
}

/** "In the other group" of "In the other group they rose": right before the pronoun, and where the part begins. */
function frameOf(marked: Marked, at: number): Stretch | undefined {
  if (!/^(?:they|it|he|she)$/.test(tokenAt(marked.tokens, at).lower)) return undefined;
  const end = tokenAt(marked.tokens, at - 1).lower === ',' ? at - 1 : at;
  let from = end;
  while (from > 0 && end - from < 8 && tokenAt(marked.tokens, from - 1).kind === 'word') from--;
  if (marked.classes[from] !== 'ADP') return undefined;
  const phrase = phraseFrom(marked, from + 1, end);
  return phrase?.to === end && !isPeriod(marked, phrase) ? { from, to: end } : undefined;
}

const reports =
  /^(?:said|says|say|found|finds|find|show|shows|showed|suggests?|suggested|reveals?|revealed|believes?|thinks?|thought|estimates?|estimated|claims?|claimed|warned|warns|reported|reports|compared|compares|added|adds|indicated|indicates|concluded|expects?|expected)$/;

/** "the survey found 69% of …", "compared with 14% of …": what is measured comes after the figure. */
function opensReport({ tokens, classes, owned }: Marked, verb: number, end: number, from: number): boolean {
  if (!reports.test(tokenAt(tokens, verb).lower)) return false;
  for (let at = verb + 1; at < end; at++)
    if (!owned[at] && !filler.test(tokenAt(tokens, at).lower)) return false;
  return classes[verb - 1] !== 'AUX' && !/^an?$/.test(tokenAt(tokens, from - 1).lower);
}

function compares({ tokens }: Marked, verb: number): boolean {
  return tokenAt(tokens, verb).lower.startsWith('compare');
}

/** Whether a verb follows that the figure may be the subject of. */
function hasPredicate(marked: Marked, to: number, ends = /^[,.;:]$/): boolean {
  for (let at = to; at < to + 12 && !ends.test(tokenAt(marked.tokens, at).lower); at++) {
    const isInfinitive = tokenAt(marked.tokens, at - 1).lower === 'to';
    if (isVerb(marked, at) && !isCompound(marked, at) && !isInfinitive) return true;
  }
  return false;
}

/** "…, and more than 41,000 were cancelled", "At Mill Brow, 74% of pupils said": a comma or a dash opens the part. */
function opensSentencePart({ tokens }: Marked, from: number, end: number): boolean {
  for (let at = end; at < from; at++)
    if (/^[,—]$/.test(tokenAt(tokens, at).lower))
      return at === from - 1 || areBeforeCount(tokens, at + 1, from);
  return false;
}

/** "nine-tenths of the 900 seats were sold": the share that the figure is the whole of. */
function startOfShare({ tokens, owned }: Marked, at: number): number {
  const of = /^(?:the|its|their|his|her|all)$/.test(tokenAt(tokens, at - 1).lower) ? at - 2 : at - 1;
  if (tokenAt(tokens, of).lower !== 'of' || !owned[of - 1]) return at;
  let from = of - 1;
  while (owned[from - 1]) from--;
  return from;
}

/** "… and two are missing": a figure between a joining word and a verb is what the verb is said of. */
function isSubject({ tokens, classes }: Marked, from: number, to: number): boolean {
  return classes[to] === 'AUX' && /^(?:and|but|while|;)$/.test(tokenAt(tokens, from - 1).lower);
}

/** "The tickets are £12 and nine-tenths of them were sold": with "and" before it the figure may open a part. */
function opensAfterAnd({ tokens }: Marked, from: number): boolean {
  let at = from - 1;
  while (at > from - 5 && beforeCount.test(tokenAt(tokens, at).lower)) {
    if (/^(?:and|but)$/.test(tokenAt(tokens, at).lower)) return true;
    at--;
  }
  return false;
}

const partEnd = /^(?:[,.;:]|and|but|that|which|who|whose|where)$/;
const beforeCount =
  /^(?:and|but|all|an?|further|another|additional|extra|about|around|some|nearly|almost|roughly|more|than|over|at|least|up|to|only|just|fewer|less|the|as|many)$/;

function areBeforeCount(tokens: Marked['tokens'], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!beforeCount.test(tokenAt(tokens, at).lower)) return false;
  return true;
}

/** "with butter up 19%": the phrase that "up" or "down" follows without a verb. */
function movedSubject(marked: Marked, from: number, end: number): Stretch | undefined {
  const isMoved = /^(?:up|down)$/.test(tokenAt(marked.tokens, end).lower) && end < from;
  const phrase = isMoved ? chainBefore(marked, end, Math.max(0, end - 8), 6) : undefined;
  const lead = phrase && tokenAt(marked.tokens, phrase.from - 1).lower;
  return lead !== undefined && /^(?:with|and|,|while|the|;)$/.test(lead) ? phrase : undefined;
}

/** "Quarry fell 4%, Larch 3% and Brindle 2%": the name between two figures of a list. */
function listedSubject(marked: Marked, verb: number, end: number, from: number): Stretch | undefined {
  const last = lastOwned(marked, verb + 1, end);
  if (last === undefined) return undefined;
  const phrase = chainBefore(marked, end, last, 6);
  if (!phrase) return undefined;
  const isNamed = tokenAt(marked.tokens, phrase.from - 1).lower === 'the';
  const lead = isNamed ? phrase.from - 2 : phrase.from - 1;
  if (marked.owned[lead]) return hangs(marked, end, from) ? phrase : undefined;
  return /^(?:,|;|and|while)$/.test(tokenAt(marked.tokens, lead).lower) ? phrase : undefined;
}

/** "15,000 people in nine countries", "900 jobs, about 6%": the figure says more of what the one before it counts. */
function hangs({ tokens, classes }: Marked, end: number, from: number): boolean {
  for (let at = end; at < from; at++)
    if (classes[at] === 'ADP' && !/^(?:up|down)$/.test(tokenAt(tokens, at).lower)) return true;
  return (
    tokenAt(tokens, end).lower === ',' &&
    /^(?:about|around|roughly|nearly|almost)$/.test(tokenAt(tokens, end + 1).lower)
  );
}

function lastOwned(marked: Marked, from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at--) if (marked.owned[at]) return at + 1;
  return undefined;
}

function skipFillers(marked: Marked, from: number): number {
  let end = from;
  while (end > 0 && !marked.owned[end - 1] && filler.test(tokenAt(marked.tokens, end - 1).lower)) end--;
  return end;
}

function firstOwned(marked: Marked, from: number, to: number): number {
  for (let at = from; at < to; at++) if (marked.owned[at]) return at;
  return to;
}

function leadPhrase(marked: Marked, start: number, end: number): { readonly subject?: Stretch } {
  const phrase =
    chainBefore(marked, end, start, 8) ??
    chainBefore(marked, skipFillers(marked, firstOwned(marked, start, end)), start, 8);
  return phrase ? { subject: phrase } : {};
}

/** The verb nearest before the figure, an auxiliary only where there is no other. */
function lastVerb(marked: Marked, start: number, end: number): number | undefined {
  let auxiliary: number | undefined;
  for (let at = end - 1; at >= start; at--) {
    if (marked.owned[at]) continue;
    if (auxiliary !== undefined && isNoun(marked, at)) break;
    if (marked.classes[at] === 'VERB' && !isWithinPhrase(marked, at, end)) return at;
    if (marked.classes[at] === 'AUX') auxiliary ??= at;
  }
  return auxiliary;
}

/** A verb's form within a noun phrase: "aged" in "followed people aged 55 to 90 for 18 months". */
function isWithinPhrase(marked: Marked, at: number, end: number): boolean {
  const isAged = tokenAt(marked.tokens, at).lower === 'aged' && marked.owned[at + 1] === true;
  return (isAged && at < end - 1) || isAttribute(marked, at) || isCompound(marked, at);
}

/** "leaving" in "the share of teachers leaving each year": hangs from the noun before it. */
function isAttribute(marked: Marked, at: number): boolean {
  return (
    /ing$/.test(tokenAt(marked.tokens, at).lower) &&
    isNoun(marked, at + 1) &&
    tokenAt(marked.tokens, at + 1).gap &&
    !isVerb(marked, at - 1) &&
    marked.classes[at - 1] !== 'PUNCT' &&
    marked.classes[at - 1] !== 'NOUN'
  );
}

/** Where the verb's group begins: over auxiliaries, adverbs, "to" and the verbs before it. */
function verbGroup(marked: Marked, verb: number, start: number): number {
  let at = verb;
  while (
    at > start &&
    !(marked.classes[at] === 'AUX' && marked.classes[at - 1] === 'VERB') &&
    (isVerb(marked, at - 1) ||
      /^(?:PART|ADV)$/.test(marked.classes[at - 1] ?? '') ||
      isBridge(marked, at - 1))
  )
    at--;
  return at;
}

/** Takes the pronoun before the verb: "he began", "they were". */
function groupStart({ classes, tokens }: Marked, group: number): number {
  return classes[group - 1] === 'PRON' && /^(?:i|he|she|it|we|they)$/.test(tokenAt(tokens, group - 1).lower)
    ? group - 1
    : group;
}

/** An adjective within "is likely to", "was able to". */
function isBridge(marked: Marked, at: number): boolean {
  return marked.classes[at] === 'ADJ' && tokenAt(marked.tokens, at + 1).lower === 'to';
}
