import { longestOf, type Pattern, readPattern } from './pattern-tree.ts';

/** Thrown by a search that takes more steps than it may. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
}

/** Matches from a place on and hands on where it ended, as often as there are ways to. */
type Matcher = (at: number, next: (end: number) => boolean) => boolean;

interface Work {
  readonly text: string;
  readonly flags: string;
  readonly budget: number;
  steps: number;
}

/**
 * The steps of a backtracking search for all matches in a text, counted: the same for every run and machine. One
 * step is a character tried or a way gone back on, about as a regular expression engine without tricks would work.
 */
export function countSteps({ source, flags }: RegExp, text: string, budget: number): number {
  const work: Work = { text, flags, budget, steps: 0 };
  const match = compile(readPattern(source), work);
  for (let at = 0; at <= text.length; ) {
    let end = -1;
    match(at, (found) => {
      end = found;
      return true;
    });
    at = end > at ? end : at + 1;
  }
  return work.steps;
}

function step(work: Work): void {
  work.steps += 1;
  if (work.steps > work.budget) throw new BudgetError(`over ${work.budget} steps`);
}

function compile(pattern: Pattern, work: Work): Matcher {
  switch (pattern.kind) {
    case 'character':
      return characterMatcher(pattern.source, work);
    case 'sequence':
      return sequenceMatcher(pattern.parts.map((part) => compile(part, work)));
    case 'choice':
      return choiceMatcher(pattern.ways.map((way) => compile(way, work)));
    case 'repeat':
      return repeatMatcher(pattern, work);
    case 'look':
      return lookMatcher(pattern, work);
    case 'place':
      return placeMatcher(pattern.source, work);
  }
}

/** Where the character at a place ends if it is of the kind; -1 if it is not. */
function characterEnd(source: string, { text, flags }: Work): (at: number) => number {
  const isUnicode = flags.includes('u');
  const one = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''));
  const known = new Map<string, boolean>();
  return (at) => {
    const character = isUnicode ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.charAt(at);
    if (at >= text.length) return -1;
    const fits = known.get(character) ?? one.test(character);
    known.set(character, fits);
    return fits ? at + character.length : -1;
  };
}

function characterMatcher(source: string, work: Work): Matcher {
  const endOf = characterEnd(source, work);
  return (at, next) => {
    step(work);
    const end = endOf(at);
    return end >= 0 && next(end);
  };
}

function sequenceMatcher(parts: readonly Matcher[]): Matcher {
  const from =
    (index: number): Matcher =>
    (at, next) => {
      const part = parts[index];
      return part === undefined ? next(at) : part(at, (end) => from(index + 1)(end, next));
    };
  return from(0);
}

function choiceMatcher(ways: readonly Matcher[]): Matcher {
  return (at, next) => ways.some((way) => way(at, next));
}

function repeatMatcher({ of, least, most }: Extract<Pattern, { kind: 'repeat' }>, work: Work): Matcher {
  if (of.kind === 'character') return runMatcher(characterEnd(of.source, work), least, most, work);
  const one = compile(of, work);
  const from = (count: number, at: number, next: (end: number) => boolean): boolean => {
    step(work);
    const goesOn = () => one(at, (end) => (end > at || count < least) && from(count + 1, end, next));
    return (count < most && goesOn()) || (count >= least && next(at));
  };
  return (at, next) => from(0, at, next);
}

/** A run of one kind of character: as far as it goes, then back one by one. */
function runMatcher(endOf: (at: number) => number, least: number, most: number, work: Work): Matcher {
  return (at, next) => {
    const ends = [at];
    for (let end = at; ends.length <= most; ) {
      step(work);
      end = endOf(end);
      if (end < 0) break;
      ends.push(end);
    }
    for (let count = ends.length - 1; count >= least; count -= 1) {
      step(work);
      if (next(ends[count] ?? at)) return true;
    }
    return false;
  };
}

const reached = () => true;

function lookMatcher({ of, behind, wanted }: Extract<Pattern, { kind: 'look' }>, work: Work): Matcher {
  const inner = compile(of, work);
  const farthest = longestOf(of) * 2;
  const holdsBehind = (at: number): boolean => {
    for (let start = at; start >= 0 && at - start <= farthest; start -= 1)
      if (inner(start, (end) => end === at)) return true;
    return false;
  };
  return (at, next) => (behind ? holdsBehind(at) : inner(at, reached)) === wanted && next(at);
}

function placeMatcher(source: string, work: Work): Matcher {
  const { text, flags } = work;
  const isMultiline = flags.includes('m');
  const isWord = (at: number) => /\w/.test(text.charAt(at));
  const holds = (at: number): boolean => {
    if (source === '^') return at === 0 || (isMultiline && text[at - 1] === '\n');
    if (source === '$') return at === text.length || (isMultiline && text[at] === '\n');
    return (isWord(at - 1) !== isWord(at)) === (source === '\\b');
  };
  return (at, next) => {
    step(work);
    return holds(at) && next(at);
  };
}
