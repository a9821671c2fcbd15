import type { Marked, Stretch } from './figure-phrases.ts';
import { chainBefore, isNoun, isPeriod, isVerb, phraseBefore, timeWord } from './figure-phrases.ts';
import { tokenAt } from './figure-tokens.ts';

/** What stands before a figure in its clause. */
export interface Clause {
  /** Who or what the clause is about. */
  readonly subject?: Stretch;
  readonly verb?: Stretch;
  /** What stands between the verb and the figure. */
  readonly object?: Stretch;
  /** No verb stands before the figure. */
  readonly leads: boolean;
}

const strongMark = /^(?:[;:—!?…"“”•|[\]])$/;
const clauseWord =
  /^(?:but|while|which|who|whose|that|when|because|after|before|if|where|since|although|though|whereas|until|unless|as|so|despite|following|amid|whether|how|what|why)$/;
const relative = /^(?:which|who|that|whose)$/;
/** Words between what is measured and its figure. */
const filler =
  /^(?:about|around|some|nearly|almost|roughly|approximately|more|than|over|under|above|below|least|most|up|down|to|at|by|of|an?|the|just|only|estimated|average|another|further|less|fewer|as|much|many|little|few|low|high|between|from|in|with|worth|total|record|for|on|well|barely|also|now|still|currently|and|or|but|extra|additional|even|instead|exactly|"|“|‘|'|\(|,|:|-|~|\+)$/;

/** Reads the clause before the token `from`, a figure's first. */
export function clauseBefore(marked: Marked, from: number, to: number): Clause {
  const end = skipFillers(marked, from);
  const start = clauseStart(marked, end);
  const verb = lastVerb(marked, start, end);
  if (verb === undefined) return { leads: true, ...leadPhrase(marked, start, end) };
  if (opensReport(marked, verb, end, from) && hasPredicate(marked, to)) return { leads: true };
  const listed = listedSubject(marked, verb, end);
  if (listed) return { leads: false, subject: listed };
  const group = verbGroup(marked, verb, start);
  const objectEnd = firstOwned(marked, verb + 1, end);
  const object =
    objectEnd > verb + 1 ? { object: { from: verb + 1, to: skipFillers(marked, objectEnd) } } : {};
  const subject = subjectBefore(marked, group, start) ?? mainSubject(marked, group);
  return { leads: false, verb: { from: verb, to: verb + 1 }, ...object, ...(subject ? { subject } : {}) };
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

/** Whether a verb follows that the figure may be the subject of. */
function hasPredicate(marked: Marked, to: number): boolean {
  for (let at = to; at < to + 12 && !/^[,.;:]$/.test(tokenAt(marked.tokens, at).lower); at++) {
    if (isVerb(marked, at) && !isCompound(marked, at)) return true;
  }
  return false;
}

/** "Quarry fell 4%, Larch 3% and Brindle 2%": the name between two figures of a list. */
function listedSubject(marked: Marked, verb: number, end: number): Stretch | undefined {
  const last = lastOwned(marked, verb + 1, end);
  if (last === undefined) return undefined;
  const phrase = chainBefore(marked, end, last, 6);
  const lead = phrase ? tokenAt(marked.tokens, phrase.from - 1) : undefined;
  return lead && (/^(?:,|;|and|while|the)$/.test(lead.lower) || marked.owned[(phrase?.from ?? 0) - 1])
    ? phrase
    : undefined;
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

/** Where the clause that ends at a token begins. */
function clauseStart(marked: Marked, end: number): number {
  const { tokens } = marked;
  let at = end;
  while (at > 0) {
    const token = tokenAt(tokens, at - 1);
    if (token.lower === ')') at = openingBracket(marked, at - 1) + 1;
    if (!marked.owned[at - 1] && breaksClause(marked, at, end)) {
      if (relative.test(token.lower) && isNoun(marked, at - 2)) return at;
      break;
    }
    at--;
  }
  return at;
}

/** Where the bracket that closes at a token opens, when it is near. */
function openingBracket({ tokens }: Marked, at: number): number {
  for (let from = at - 1; from > at - 30 && from >= 0; from--)
    if (tokenAt(tokens, from).lower === '(') return from;
  return at;
}

function breaksClause(marked: Marked, at: number, end: number): boolean {
  const { lower } = tokenAt(marked.tokens, at - 1);
  if (strongMark.test(lower)) return true;
  if (lower === ',') return commaBreaks(marked, at, end);
  if (clauseWord.test(lower)) return hasVerb(marked, at, end) || at === end;
  return (
    /^(?:and|or)$/.test(lower) &&
    isVerb(marked, at) === false &&
    hasVerb(marked, at, Math.min(at + 6, end)) &&
    hasVerb(marked, 0, at)
  );
}

/** A comma before a new subject or a participle begins a clause; one after an apposition does not. */
function commaBreaks(marked: Marked, at: number, end: number): boolean {
  if (marked.owned[at - 2] || !hasVerb(marked, at, Math.min(at + 7, end))) return false;
  const continues = isVerb(marked, at) || (marked.classes[at] === 'ADV' && isVerb(marked, at + 1));
  return !continues || /ing$/.test(tokenAt(marked.tokens, at).lower);
}

function hasVerb(marked: Marked, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isVerb(marked, at) && !marked.owned[at] && !isCompound(marked, at)) return true;
  }
  return false;
}

/** "listed" in "the stock-market listed club", "stock" before a hyphen. */
function isCompound(marked: Marked, at: number): boolean {
  const next = tokenAt(marked.tokens, at + 1);
  if (next.lower === '-' && !next.gap) return true;
  const isForm = /(?:ed|ing)$/.test(tokenAt(marked.tokens, at).lower) && isNoun(marked, at + 1);
  const before = marked.classes[at - 1] ?? '';
  return isForm && (before === 'DET' || before === 'ADJ' || tokenAt(marked.tokens, at - 2).lower === '-');
}

/** The verb nearest before the figure, an auxiliary only where there is no other. */
function lastVerb(marked: Marked, start: number, end: number): number | undefined {
  let auxiliary: number | undefined;
  for (let at = end - 1; at >= start; at--) {
    if (marked.owned[at]) continue;
    if (marked.classes[at] === 'VERB' && !isAttribute(marked, at) && !isCompound(marked, at)) return at;
    if (marked.classes[at] === 'AUX') auxiliary ??= at;
  }
  return auxiliary;
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
    (isVerb(marked, at - 1) ||
      /^(?:PART|ADV)$/.test(marked.classes[at - 1] ?? '') ||
      isBridge(marked, at - 1))
  )
    at--;
  return at;
}

/** An adjective within "is likely to", "was able to". */
function isBridge(marked: Marked, at: number): boolean {
  return marked.classes[at] === 'ADJ' && tokenAt(marked.tokens, at + 1).lower === 'to';
}

function subjectBefore(marked: Marked, group: number, start: number): Stretch | undefined {
  let end = group;
  for (let next = end; next > start; end = next) {
    next = passOver(marked, end, start);
    if (next === end) break;
  }
  if (tokenAt(marked.tokens, end).lower === ',') end = beforeApposition(marked, end, start) ?? end;
  const phrase = chainBefore(marked, end, start, 7);
  if (phrase) return shortName(marked, phrase);
  return relative.test(tokenAt(marked.tokens, start - 1).lower) ? antecedent(marked, start - 1) : undefined;
}

/** "Harrow Oil, the biggest maker of pumps, fell": the comma before the words that explain the subject. */
function beforeApposition(marked: Marked, end: number, start: number): number | undefined {
  for (let at = end - 1; at > start && at > end - 14; at--) {
    if (tokenAt(marked.tokens, at).lower === ',') return at;
    if (isVerb(marked, at) && !isCompound(marked, at)) return undefined;
  }
  return undefined;
}

/** What the sentence is about: the phrase before its first verb. */
function mainSubject(marked: Marked, before: number): Stretch | undefined {
  for (let at = 1; at < before; at++) {
    if (!isVerb(marked, at) || marked.owned[at]) continue;
    const phrase = subjectBefore(marked, at, 0);
    if (phrase) return phrase;
  }
  return undefined;
}

/** "the fuel supplier Harrow Oil" is "Harrow Oil". */
function shortName(marked: Marked, phrase: Stretch): Stretch {
  let from = phrase.to;
  while (from > phrase.from && marked.classes[from - 1] === 'PROPN') from--;
  const isTitled = from < phrase.to && from > phrase.from && marked.classes[from - 1] === 'NOUN';
  return isTitled ? { from, to: phrase.to } : phrase;
}

/** "France's profits, which …": the noun phrase that the pronoun stands for. */
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
  const isYear = /^(?:19|20)\d\d$/.test(tokenAt(marked.tokens, end - 1).text);
  const phrase = isYear ? { from: end - 1, to: end } : phraseBefore(marked, end, start);
  if (!phrase || !(isYear || isPeriod(marked, phrase))) return end;
  let from = phrase.from;
  if (marked.classes[from - 1] === 'DET') from--;
  return marked.classes[from - 1] === 'ADP' ? from - 1 : end;
}

function isPassedOver(marked: Marked, at: number): boolean {
  const token = tokenAt(marked.tokens, at);
  return (
    /^[,")”]$/.test(token.lower) ||
    timeWord.test(token.lower) ||
    token.lower === 'aged' ||
    marked.classes[at] === 'ADV' ||
    relative.test(token.lower)
  );
}
