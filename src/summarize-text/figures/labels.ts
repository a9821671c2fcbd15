import type { Clause } from './clauses.ts';
import { clauseBefore } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { Label, Parts } from './label-spans.ts';
import { makeLabel } from './label-spans.ts';
import type { Tagged } from './nouns.ts';
import type { Marked, Stretch } from './phrases.ts';
import { chainBefore, isNoun, isVerb, phraseBefore, phraseFrom } from './phrases.ts';
import { goesOnFrom, saysAgain } from './repeats.ts';
import { predicateEnd, thingAfter } from './things.ts';
import { tokenAt, wordsBefore } from './tokens.ts';
import { singular } from './words.ts';

/** A sentence as the labels of its figures need it; those that belong to a noun ("four-month highs") are no bounds. */
function markFigures(tagged: Tagged, drafts: readonly Draft[]): Marked {
  const owned = new Array<boolean>(tagged.tokens.length).fill(false);
  for (const draft of drafts) if (!isAttributive(tagged, draft)) owned.fill(true, draft.from, draft.to);
  return { ...tagged, owned };
}

/** "a four-month high", "a 36-page report": part of what its noun says, for the figures around it. */
function isAttributive(tagged: Tagged, { from, to, kind }: Draft): boolean {
  if (kind !== 'duration' && kind !== 'measure') return false;
  for (let at = from; at < to; at++)
    if (tokenAt(tagged.tokens, at).lower === '-') return isNoun(tagged, to) && tokenAt(tagged.tokens, to).gap;
  return false;
}

function withOwn(marked: Marked, { from, to }: Draft): Marked {
  if (marked.owned[from]) return marked;
  const owned = [...marked.owned].fill(true, from, to);
  return { ...marked, owned };
}

/** The labels of a sentence's figures, in their order. */
export function labelsOf(tagged: Tagged, drafts: readonly Draft[]): readonly Label[] {
  const marked = markFigures(tagged, drafts);
  const all: Parts[] = [];
  drafts.forEach((draft, index) => {
    all.push(partsOf(withOwn(marked, draft), draft, drafts[index - 1], all[index - 1]));
  });
  return drafts.map((draft, index) => makeLabel(marked, all[index] ?? { left: [] }, draft));
}

/** The parts of a figure's label; a figure that says the one before it again has the same. */
function partsOf(marked: Marked, draft: Draft, before: Draft | undefined, earlier: Parts | undefined): Parts {
  if (earlier && saysAgain(marked.tokens, before, draft)) return earlier;
  const age = draft.kind === 'age' ? ageParts(marked, draft) : undefined;
  if (age) return age;
  const clause = clauseBefore(marked, draft.from, draft.nounTo ?? draft.to);
  const thing = thingAfter(marked, draft, clause.leads);
  const goesOn = earlier && earlier.left.length > 0 && goesOnFrom(marked.tokens, before, draft);
  const left = goesOn
    ? earlier.left
    : (leftOutNoun(marked, draft, clause) ??
      changeOf(marked, draft, earlier) ??
      ownLeft(marked, draft, clause));
  if (thing) return { left, thing };
  return { left: left.length > 0 ? left : (earlier?.left ?? []) };
}

/** "68% of trains …, and more than 41,000 were cancelled": the noun that is left out the second time. */
function leftOutNoun(marked: Marked, draft: Draft, clause: Clause): readonly Stretch[] | undefined {
  const { tokens } = marked;
  if (draft.kind !== 'count' || draft.nounTo !== undefined || !clause.leads || draft.unit === '')
    return undefined;
  if (clause.subject || possessorOf(marked, draft)) return undefined;
  for (let at = draft.from - 1; at > Math.max(0, draft.from - 40); at--)
    if (singular(tokenAt(tokens, at).lower) === draft.unit) return [{ from: at, to: at + 1 }];
  return undefined;
}

const change =
  /^(?:rise|increase|jump|gain|fall|drop|decline|decrease|surge|slump|cut|growth|reduction|improvement|loss)$/;

/** "68% of trains, a fall of 3 points": the change is that of what the figure before it measures. */
function changeOf(marked: Marked, draft: Draft, earlier: Parts | undefined): readonly Stretch[] | undefined {
  const governor = governorOf(marked, draft);
  if (!earlier || !governor || !change.test(tokenAt(marked.tokens, governor.to - 1).lower)) return undefined;
  const before = tokenAt(marked.tokens, governor.from - 1);
  const at = /^an?$/.test(before.lower) ? governor.from - 2 : governor.from - 1;
  if (!/^[,—(-]$/.test(tokenAt(marked.tokens, at).lower)) return undefined;
  return [...earlier.left, ...(earlier.thing ? [earlier.thing] : []), governor];
}

function ownLeft(marked: Marked, draft: Draft, clause: Clause): readonly Stretch[] {
  const named = apposedTo(marked, draft) ?? holderOf(marked, draft) ?? bracketedOf(marked, draft);
  if (named) return [named];
  const governor =
    draft.kind === 'age' ? undefined : (governorOf(marked, draft) ?? possessorOf(marked, draft));
  return governor ? withHolder(marked, draft, clause, governor) : leftParts(draft, clause);
}

/** "the striker Ilo Penn, a £12m signing": what the words after the comma explain. */
function apposedTo(marked: Marked, draft: Draft): Stretch | undefined {
  const [article, comma] = [tokenAt(marked.tokens, draft.from - 1), tokenAt(marked.tokens, draft.from - 2)];
  if (!/^an?$/.test(article.lower) || comma.lower !== ',') return undefined;
  return phraseBefore(marked, draft.from - 2, Math.max(0, draft.from - 9));
}

/** "a vase (31cm)", "four fillets (about a pound)": what stands before the bracket that holds the figure. */
function bracketedOf(marked: Marked, { from }: Draft): Stretch | undefined {
  for (let at = from - 1; at > Math.max(0, from - 20); at--) {
    const { lower } = tokenAt(marked.tokens, at);
    if (lower === '(') return phraseBefore(marked, at, Math.max(0, at - 7));
    if (lower === ')' || isVerb(marked, at) || (isNoun(marked, at) && !marked.owned[at])) return undefined;
  }
  return undefined;
}

/** "38 trains, each with 480 seats": what each of the counted has. */
function holderOf(marked: Marked, { from }: Draft): Stretch | undefined {
  const at = from - 3;
  const isEach = /^, ?each (?:with|of|has|have)$/.test(wordsBefore(marked.tokens, from, 3));
  return isEach ? phraseBefore(marked, at, Math.max(0, at - 7)) : undefined;
}

const holding = /^(?:post|made|make|report|had|have|has|announc|record|suffer|declar)/;

/** "Harrow posted a loss of £68m": whose loss it is. */
function withHolder(
  { tokens }: Marked,
  { nounTo }: Draft,
  { subject, verb }: Clause,
  governor: Stretch,
): readonly Stretch[] {
  const isHeld =
    verb && holding.test(tokenAt(tokens, verb.to - 1).lower) && subject && subject.to <= governor.from;
  if (isHeld) return [subject, governor];
  const isOneWord = governor.to - governor.from === 1;
  const saysLittle = isOneWord && (nounTo === undefined || change.test(tokenAt(tokens, governor.from).lower));
  const isObject = verb && verb.to <= governor.from && governor.from - verb.to <= 2;
  return saysLittle && isObject ? [...(subject ? [subject] : []), verb, governor] : [governor];
}

/** An age is somebody's: the name before it, or the noun after "54-year-old". */
function ageParts(marked: Marked, draft: Draft): Parts | undefined {
  const aged = beforeAgeOf(marked, draft);
  if (aged) return { left: [aged] };
  const isJoined = tokenAt(marked.tokens, draft.to - 1).lower.startsWith('old');
  const noun = isJoined ? phraseFrom(marked, draft.to, draft.to + 6) : undefined;
  const after = noun && (nameAfter(marked, noun.to) ?? noun);
  const mark = tokenAt(marked.tokens, draft.from - 1).lower;
  const before = /^[,(]$/.test(mark)
    ? phraseBefore(marked, draft.from - 1, Math.max(0, draft.from - 7))
    : undefined;
  if (before && !after) return { left: [before] };
  if (isJoined && isVerb(marked, draft.to))
    return { left: [], thing: { from: draft.to, to: predicateEnd(marked, draft.to, draft.to + 7) } };
  return after ? { left: [], thing: after } : undefined;
}

/** "players over the age of 21": who is of that age. */
function beforeAgeOf(marked: Marked, { from }: Draft): Stretch | undefined {
  const { tokens } = marked;
  if (!/\b(?:over|under|above|below|at) the age of$/.test(wordsBefore(tokens, from, 4))) return undefined;
  return phraseBefore(marked, from - 4, Math.max(0, from - 11));
}

/** "the 34-year-old champion, Ada Pell,": the name says more than the noun. */
function nameAfter(marked: Marked, at: number): Stretch | undefined {
  const name = tokenAt(marked.tokens, at).lower === ',' ? phraseFrom(marked, at + 1, at + 4) : undefined;
  return name && marked.classes[name.from] === 'PROPN' ? name : undefined;
}

/** "a cast of 34 singers", "a cost of £900": the noun that "of" ties the figure to. */
function governorOf(marked: Marked, draft: Draft): Stretch | undefined {
  let at = draft.from;
  while (
    at > 0 &&
    /^(?:about|around|nearly|almost|more|than|over|up|to|some|only|just|the|an?|between|roughly)$/.test(
      tokenAt(marked.tokens, at - 1).lower,
    )
  )
    at--;
  if (tokenAt(marked.tokens, at - 1).lower !== 'of' || marked.owned[at - 2]) return undefined;
  if (compound.test(wordsBefore(marked.tokens, at, 3)) || summing.test(tokenAt(marked.tokens, at - 2).lower))
    return undefined;
  return chainBefore(marked, at - 1, Math.max(0, at - 9), 6);
}

/** "an average of £46": how it was reckoned, not what it is. */
const summing = /^(?:average|total|sum|mean|median|maximum|minimum)$/;
/** Prepositions of several words that end in "of". */
const compound =
  /\b(?:in (?:front|excess|favour|favor|terms|case|search|need)|because|instead|out|ahead|on top|upwards?|short|regardless) of$/;

/** "Larkspur's 800 workers", "the home side's seven": whose they are. */
function possessorOf(marked: Marked, draft: Draft): Stretch | undefined {
  const { lower } = tokenAt(marked.tokens, draft.from - 1);
  const end = /^['’]$/.test(lower) ? draft.from - 1 : draft.from;
  return end < draft.from || lower.endsWith("'s")
    ? phraseBefore(marked, end, Math.max(0, end - 7))
    : undefined;
}

function leftParts(draft: Draft, clause: Clause): readonly Stretch[] {
  if (draft.nounTo !== undefined && draft.value === 1 && draft.inWords) return [];
  const { subject, verb, object, frame } = clause;
  return [frame, subject, verb, object].flatMap((part) => (part && part.to > part.from ? [part] : []));
}
