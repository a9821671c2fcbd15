import type { Span } from '../types.ts';
import type { Clause } from './clauses.ts';
import { clauseBefore } from './clauses.ts';
import { tellingWords } from './concepts.ts';
import type { Draft } from './draft.ts';
import type { Tagged } from './nouns.ts';
import type { Marked, Stretch } from './phrases.ts';
import { chainBefore, isVerb, phraseBefore, phraseFrom } from './phrases.ts';
import { goesOnFrom, saysAgain } from './repeats.ts';
import { predicateEnd, thingAfter } from './things.ts';
import { tokenAt, wordsBefore } from './tokens.ts';
import { singular } from './words.ts';

/** What a figure measures: spans of its sentence to show, and their telling words. */
export interface Label {
  readonly label: readonly Span[];
  readonly concept: string;
}

/** A sentence as the labels of its figures need it. */
export function markFigures(tagged: Tagged, drafts: readonly Draft[]): Marked {
  const owned = new Array<boolean>(tagged.tokens.length).fill(false);
  for (const { from, to } of drafts) owned.fill(true, from, to);
  return { ...tagged, owned };
}

/** The labels of a sentence's figures, in their order. */
export function labelsOf(marked: Marked, drafts: readonly Draft[]): readonly Label[] {
  const all: Parts[] = [];
  drafts.forEach((draft, index) => {
    all.push(partsOf(marked, draft, drafts[index - 1], all[index - 1]));
  });
  return all.map((parts) => makeLabel(marked, parts));
}

/** Words of a subject and its verb that are shown with all that stands between. */
const longestJoined = 10;

/** Of more than two, the first two as one where little stands between; else who it is about, and what is nearest. */
function inTwo(marked: Marked, spans: readonly Stretch[]): readonly Stretch[] {
  const [first, second, ...rest] = spans;
  const last = rest.at(-1);
  if (!first || !second || !last) return spans;
  const joined = { from: first.from, to: second.to };
  const isShort = joined.to > joined.from && joined.to - joined.from <= longestJoined;
  return rest.length === 1 && isShort && !holdsFigure(marked, first.to, second.from)
    ? [joined, last]
    : [first, last];
}

function makeLabel(marked: Marked, { left, thing }: Parts): Label {
  const right = thing ? [thing] : [];
  const { tokens } = marked;
  const label = inTwo(marked, [...shownLeft(marked, left), ...right]).map(({ from, to }) => ({
    start: tokenAt(tokens, from).start,
    end: tokenAt(tokens, to - 1).end,
  }));
  const words = tellingWords(marked, [...left, ...right]);
  return { label, concept: words.join(' ') };
}

interface Parts {
  /** What stands before the figure: its subject, the verb, what lies between. */
  readonly left: readonly Stretch[];
  readonly thing?: Stretch;
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
  const named = apposedTo(marked, draft) ?? holderOf(marked, draft);
  if (named) return [named];
  const governor =
    draft.kind === 'age' ? undefined : (governorOf(marked, draft) ?? possessorOf(marked, draft));
  return governor ? withHolder(marked, clause, governor) : leftParts(draft, clause);
}

/** "the striker Ilo Penn, a £12m signing": what the words after the comma explain. */
function apposedTo(marked: Marked, draft: Draft): Stretch | undefined {
  const [article, comma] = [tokenAt(marked.tokens, draft.from - 1), tokenAt(marked.tokens, draft.from - 2)];
  if (!/^an?$/.test(article.lower) || comma.lower !== ',') return undefined;
  return phraseBefore(marked, draft.from - 2, Math.max(0, draft.from - 9));
}

/** "38 trains, each with 480 seats": what each of the counted has. */
function holderOf(marked: Marked, { from }: Draft): Stretch | undefined {
  const at = from - 3;
  const isEach = /^, ?each (?:with|of|has|have)$/.test(wordsBefore(marked.tokens, from, 3));
  return isEach ? phraseBefore(marked, at, Math.max(0, at - 7)) : undefined;
}

const holding = /^(?:post|made|make|report|had|have|has|announc|record|suffer|declar)/;

/** "Harrow posted a loss of £68m": whose loss it is. */
function withHolder({ tokens }: Marked, { subject, verb }: Clause, governor: Stretch): readonly Stretch[] {
  const isHeld =
    verb && holding.test(tokenAt(tokens, verb.to - 1).lower) && subject && subject.to <= governor.from;
  if (isHeld) return [subject, governor];
  const saysLittle = governor.to - governor.from === 1 && change.test(tokenAt(tokens, governor.from).lower);
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

const longestShown = 14;
/** Words between two parts that are shown with them. */
const farthestApart = 3;

/** The parts before the figure, those that stand side by side as one. */
function shownLeft(marked: Marked, left: readonly Stretch[]): readonly Stretch[] {
  const shown: Stretch[] = [];
  for (const part of left) {
    const last = shown.at(-1);
    const isNext = last !== undefined && part.from >= last.to && isJoint(marked, last.to, part.from);
    if (isNext && part.to - last.from <= longestShown)
      shown[shown.length - 1] = { from: last.from, to: part.to };
    else shown.push(part);
  }
  return shown;
}

/** Whether what stands between two parts is short and part of what they say. */
function isJoint(marked: Marked, from: number, to: number): boolean {
  if (to - from > farthestApart || holdsFigure(marked, from, to)) return false;
  for (let at = from; at < to; at++) if (tokenAt(marked.tokens, at).kind === 'mark') return false;
  return true;
}

function holdsFigure({ owned }: Marked, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (owned[at]) return true;
  return false;
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
  if (compound.test(wordsBefore(marked.tokens, at, 3))) return undefined;
  return chainBefore(marked, at - 1, Math.max(0, at - 9), 6);
}

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
  if (draft.nounTo !== undefined && draft.value === 1) return [];
  const { subject, verb, object, frame } = clause;
  return [frame, subject, verb, object].flatMap((part) => (part && part.to > part.from ? [part] : []));
}
