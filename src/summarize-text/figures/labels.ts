import type { Span } from '../types.ts';
import type { Clause } from './clauses.ts';
import { clauseBefore } from './clauses.ts';
import { tellingWords } from './concepts.ts';
import type { Draft } from './draft.ts';
import type { Tagged } from './nouns.ts';
import type { Marked, Stretch } from './phrases.ts';
import { chainBefore, phraseBefore, phraseFrom } from './phrases.ts';
import { goesOnFrom, saysAgain } from './repeats.ts';
import { thingAfter } from './things.ts';
import { tokenAt } from './tokens.ts';

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

function makeLabel(marked: Marked, { left, thing }: Parts): Label {
  const right = thing ? [thing] : [];
  const { tokens } = marked;
  const label = [...shownLeft(marked, left), ...right].map(({ from, to }) => ({
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
  const left = goesOn ? earlier.left : ownLeft(marked, draft, clause);
  if (thing) return { left, thing };
  return { left: left.length > 0 ? left : (earlier?.left ?? []) };
}

function ownLeft(marked: Marked, draft: Draft, clause: Clause): readonly Stretch[] {
  const named = apposedTo(marked, draft);
  if (named) return [named];
  const governor = governorOf(marked, draft) ?? possessorOf(marked, draft);
  return governor ? withHolder(marked, clause, governor) : leftParts(draft, clause);
}

/** "the striker Ilo Penn, a £12m signing": what the words after the comma explain. */
function apposedTo(marked: Marked, draft: Draft): Stretch | undefined {
  const [article, comma] = [tokenAt(marked.tokens, draft.from - 1), tokenAt(marked.tokens, draft.from - 2)];
  if (!/^an?$/.test(article.lower) || comma.lower !== ',') return undefined;
  return phraseBefore(marked, draft.from - 2, Math.max(0, draft.from - 9));
}

const holding = /^(?:post|made|make|report|had|have|has|announc|record|suffer|declar)/;

/** "Harrow posted a loss of £68m": whose loss it is. */
function withHolder({ tokens }: Marked, { subject, verb }: Clause, governor: Stretch): readonly Stretch[] {
  const isHeld =
    verb && holding.test(tokenAt(tokens, verb.to - 1).lower) && subject && subject.to <= governor.from;
  return isHeld ? [subject, governor] : [governor];
}

/** An age is somebody's: the name before it, or the noun after "54-year-old". */
function ageParts(marked: Marked, draft: Draft): Parts | undefined {
  const noun = phraseFrom(marked, draft.to, draft.to + 6);
  const after = noun && (nameAfter(marked, noun.to) ?? noun);
  const mark = tokenAt(marked.tokens, draft.from - 1).lower;
  const before = /^[,(]$/.test(mark)
    ? phraseBefore(marked, draft.from - 1, Math.max(0, draft.from - 7))
    : undefined;
  const isJoined = tokenAt(marked.tokens, draft.to - 1).lower.startsWith('old');
  if (before && !(isJoined && after)) return { left: [before] };
  return after ? { left: [], thing: after } : undefined;
}

/** "the 34-year-old champion, Ada Pell,": the name says more than the noun. */
function nameAfter(marked: Marked, at: number): Stretch | undefined {
  const name = tokenAt(marked.tokens, at).lower === ',' ? phraseFrom(marked, at + 1, at + 4) : undefined;
  return name && marked.classes[name.from] === 'PROPN' ? name : undefined;
}

const longestShown = 14;

/** From the subject to the figure, or only its last part where that is long or holds other figures. */
function shownLeft(marked: Marked, left: readonly Stretch[]): readonly Stretch[] {
  const last = left.at(-1);
  if (!last) return [];
  const from = left.find(
    (part) => last.to - part.from <= longestShown && !holdsFigure(marked, part.from, last.to),
  )?.from;
  return [{ from: from ?? last.from, to: last.to }];
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
  return chainBefore(marked, at - 1, Math.max(0, at - 9), 6);
}

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
  const { subject, verb, object } = clause;
  return [subject, verb, object].flatMap((part) => (part && part.to > part.from ? [part] : []));
}
