import type { Marked, Stretch } from './phrases.ts';
import { chainBefore, isCompound, isPeriod, isReduced, isVerb, phraseBefore, timeWord } from './phrases.ts';
import { tokenAt } from './tokens.ts';

/** Pronouns that begin a clause about the noun before them. */
export const relative = /^(?:which|who|that|whose)$/;

/** The noun phrase before the verb whose group begins at a token. */
export function subjectBefore(marked: Marked, group: number, start: number): Stretch | undefined {
  let end = group;
  for (let next = end; next > start; end = next) {
    next = passOver(marked, end, start);
    if (next === end) break;
  }
  const isParted =
    tokenAt(marked.tokens, end).lower === ',' || tokenAt(marked.tokens, group - 1).lower === ',';
  const floor = /ing$/.test(tokenAt(marked.tokens, group).lower) ? start : 0;
  if (isParted) end = beforeApposition(marked, end, floor) ?? end;
  const phrase = beforeRelative(marked, group) ?? chainBefore(marked, end, start, 7);
  if (phrase) return shortName(marked, beforeComparison(marked, phrase) ?? phrase);
  if (relative.test(tokenAt(marked.tokens, start - 1).lower)) return antecedent(marked, start - 1);
  return participleSubject(marked, group) ?? figureSubject(marked, group);
}

/** "a clerk who stole from a hospice to pay for a villa was jailed": the noun before the clause that ends at the verb. */
function beforeRelative(marked: Marked, group: number): Stretch | undefined {
  if (marked.classes[group] !== 'AUX') return undefined;
  let verbs = 0;
  for (let at = group - 2; at >= Math.max(1, group - 30); at--) {
    const { lower } = tokenAt(marked.tokens, at);
    const hasItsVerb = marked.classes[at] === 'AUX' && !relative.test(tokenAt(marked.tokens, at - 1).lower);
    if (/^[,;:.—]$/.test(lower) || verbs > 1 || hasItsVerb) return undefined;
    const opens = lower === 'where' || (/^(?:who|which)$/.test(lower) && isVerb(marked, at + 1));
    if (opens) return chainBefore(marked, at, Math.max(0, at - 9), 6);
    if (isFullVerb(marked, at)) verbs++;
  }
  return undefined;
}

/** A verb that needs a subject: no infinitive, no participle that hangs from a noun. */
function isFullVerb(marked: Marked, at: number): boolean {
  const before = tokenAt(marked.tokens, at - 1).lower;
  const isBare = isVerb(marked, at) && !isVerb(marked, at - 1) && before !== 'to';
  return isBare && !isReduced(marked, at) && !/ing$/.test(tokenAt(marked.tokens, at).lower);
}

/** "claims, ranging from £200 to £900": what stands before the comma. */
function participleSubject(marked: Marked, verb: number): Stretch | undefined {
  const isDescribing = describing.test(tokenAt(marked.tokens, verb).lower);
  const comma = tokenAt(marked.tokens, verb - 1).lower === ',' ? verb - 1 : verb;
  return isDescribing ? chainBefore(marked, comma, Math.max(0, comma - 8), 6) : undefined;
}

const describing =
  /^(?:ranging|totalling|totaling|averaging|costing|measuring|covering|spanning|weighing|numbering)$/;

/** "a 60-year-old might withdraw 3%", "half were given £9": the figure before the verb is whom it is about. */
function figureSubject(marked: Marked, group: number): Stretch | undefined {
  let from = group;
  while (from > 0 && marked.owned[from - 1]) from--;
  const isOfPeople = /^(?:olds?|half|third|quarter|one)$/.test(tokenAt(marked.tokens, group - 1).lower);
  return from < group && isOfPeople ? { from, to: group } : undefined;
}

/** "Harrow Oil, the biggest maker of pumps, fell": the comma before the words that explain the subject. */
function beforeApposition(marked: Marked, end: number, start: number): number | undefined {
  let hasVerb = false;
  for (let at = end - 1; at > start && at > end - 16; at--) {
    const isRelative = relative.test(tokenAt(marked.tokens, at + 1).lower);
    if (tokenAt(marked.tokens, at).lower === ',') return hasVerb && !isRelative ? undefined : at;
    if (isVerb(marked, at) && !isCompound(marked, at) && !isReduced(marked, at)) hasVerb = true;
  }
  return undefined;
}

/** What the sentence is about: the phrase before its first verb; or of "he began … and was", the pronoun. */
export function mainSubject(marked: Marked, before: number): Stretch | undefined {
  if (/^(?:and|but|or)$/.test(tokenAt(marked.tokens, before - 1).lower)) {
    const pronoun = nearestPronoun(marked, before);
    if (pronoun) return pronoun;
  }
  for (let at = 1; at < before; at++) {
    if (!isVerb(marked, at) || marked.owned[at]) continue;
    const phrase = subjectBefore(marked, at, 0);
    if (phrase) return phrase;
  }
  return undefined;
}

/** "he began": the pronoun and its verb, where no noun with a verb comes between. */
function nearestPronoun(marked: Marked, before: number): Stretch | undefined {
  for (let at = before - 2; at > 0; at--) {
    if (!isVerb(marked, at) || isVerb(marked, at - 1) || isReduced(marked, at)) continue;
    const isPronoun = /^(?:he|she|they|we|i|it)$/.test(tokenAt(marked.tokens, at - 1).lower);
    return isPronoun ? { from: at - 1, to: at } : undefined;
  }
  return undefined;
}

/** "a worm no longer than a match": what is compared, not with what. */
function beforeComparison(marked: Marked, { from }: Stretch): Stretch | undefined {
  let at = from - 1;
  while (marked.classes[at] === 'DET') at--;
  if (tokenAt(marked.tokens, at).lower !== 'than') return undefined;
  while (at > 0 && /^(?:ADJ|ADV|DET|SCONJ|ADP|PART)$/.test(marked.classes[at] ?? '')) at--;
  return phraseBefore(marked, at + 1, Math.max(0, at - 6));
}

/** "the fuel supplier Harrow Oil" is "Harrow Oil". */
function shortName(marked: Marked, phrase: Stretch): Stretch {
  let from = phrase.to;
  while (from > phrase.from && marked.classes[from - 1] === 'PROPN') from--;
  const isTitled = from < phrase.to && from > phrase.from && marked.classes[from - 1] === 'NOUN';
  return isTitled ? { from, to: phrase.to } : phrase;
}

/** "the guild's takings, which …": the noun phrase that the pronoun stands for. */
function antecedent(marked: Marked, pronoun: number): Stretch | undefined {
  let end = tokenAt(marked.tokens, pronoun - 1).lower === ',' ? pronoun - 1 : pronoun;
  if (tokenAt(marked.tokens, end - 1).lower === ')') {
    while (end > 0 && tokenAt(marked.tokens, end - 1).lower !== '(') end--;
    end--;
  }
  return chainBefore(marked, end, Math.max(0, end - 9), 6);
}

/** Steps back over a figure, a word of time or a period ("in 2022", "in the year") between subject and verb. */
function passOver(marked: Marked, end: number, start: number): number {
  if (marked.owned[end - 1] || isPassedOver(marked, end - 1)) return end - 1;
  const isPassed = marked.owned[end] || timeWord.test(tokenAt(marked.tokens, end).lower);
  if (isPassed && /^(?:DET|ADP)$/.test(marked.classes[end - 1] ?? '')) return passLead(marked, end);
  const isYear = /^(?:19|20)\d\d$/.test(tokenAt(marked.tokens, end - 1).text);
  const phrase = isYear ? { from: end - 1, to: end } : phraseBefore(marked, end, start);
  if (!phrase || !(isYear || isPeriod(marked, phrase))) return end;
  let from = phrase.from;
  if (marked.classes[from - 1] === 'DET') from--;
  return marked.classes[from - 1] === 'ADP' ? from - 1 : end;
}

/** "for the" before a period that was passed over. */
function passLead(marked: Marked, end: number): number {
  let from = end;
  while (/^(?:DET|ADP)$/.test(marked.classes[from - 1] ?? '')) from--;
  return from;
}

/** "last week", "now", "on Monday"; not the week of "a shorter week". */
function isTime(marked: Marked, at: number): boolean {
  if (!timeWord.test(tokenAt(marked.tokens, at).lower)) return false;
  const phrase = phraseBefore(marked, at + 1, Math.max(0, at - 6));
  return phrase === undefined || isPeriod(marked, phrase);
}

function isPassedOver(marked: Marked, at: number): boolean {
  const token = tokenAt(marked.tokens, at);
  return (
    /^[,"“‘)”]$/.test(token.lower) ||
    isTime(marked, at) ||
    token.lower === 'aged' ||
    marked.classes[at] === 'ADV' ||
    relative.test(token.lower)
  );
}
