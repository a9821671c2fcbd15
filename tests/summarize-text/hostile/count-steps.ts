import { longestOf, type Pattern, readPattern } from './pattern-tree.ts';

/** Thrown by a search that takes more steps than it may. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
}

/** Whether the rest of a pattern matches from a place on. */
type Matcher = (at: number) => boolean;

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
  let found = -1;
  const match = compile(readPattern(source), work, (end) => {
    found = end;
    return true;
  });
  for (let at = 0; at <= text.length; ) {
    found = -1;
    match(at);
    at = Math.max(found, at + 1);
  }
  return work.steps;
}

function step(work: Work): void {
  work.steps += 1;
  if (work.steps > work.budget) throw new BudgetError(`over ${work.budget} steps`);
}

/** The matcher of a pattern and all that comes behind it. */
function compile(pattern: Pattern, work: Work, next: Matcher): Matcher {
  switch (pattern.kind) {
    case 'character':
      return characterMatcher(pattern.source, work, next);
    case 'sequence':
      return pattern.parts.reduceRight<Matcher>((rest, part) => compile(part, work, rest), next);
    case 'choice': {
      const ways = pattern.ways.map((way) => compile(way, work, next));
      return (at) => ways.some((way) => way(at));
    }
    case 'repeat':
      return repeatMatcher(pattern, work, next);
    case 'look':
      return lookMatcher(pattern, work, next);
    case 'place':
      return placeMatcher(pattern.source, work, next);
  }
}

/** Where the character at a place ends if it is of the kind; -1 if it is not. */
function characterEnd(source: string, { text, flags }: Work): (at: number) => number {
  const isUnicode = flags.includes('u');
  const one = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''));
  const known = new Map<string, boolean>();
  return (at) => {
    if (at >= text.length) return -1;
    const character = isUnicode ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.charAt(at);
    const fits = known.get(character) ?? one.test(character);
    known.set(character, fits);
    return fits ? at + character.length : -1;
  };
}

function characterMatcher(source: string, work: Work, next: Matcher): Matcher {
  const endOf = characterEnd(source, work);
  return (at) => {
    step(work);
    const end = endOf(at);
    return end >= 0 && next(end);
  };
}

type Repeat = Extract<Pattern, { kind: 'repeat' }>;

function repeatMatcher(repeat: Repeat, work: Work, next: Matcher): Matcher {
  const { of, least, most } = repeat;
  if (of.kind === 'character') return runMatcher(characterEnd(of.source, work), repeat, work, next);
  let count = 0;
  let start = -1;
  const goOn: Matcher = (at) => {
    step(work);
    const before = { count, start };
    const mayGoOn = count < most && (at > start || count < least);
    count += 1;
    start = at;
    if (mayGoOn && one(at)) return true;
    ({ count, start } = before);
    if (count < least) return false;
    [count, start] = [0, -1];
    const isMatch = next(at);
    ({ count, start } = before);
    return isMatch;
  };
  const one = compile(of, work, goOn);
  return (at) => {
    const before = { count, start };
    [count, start] = [0, -1];
    const isMatch = goOn(at);
    ({ count, start } = before);
    return isMatch;
  };
}

/** A run of one kind of character: as far as it goes, then back one by one. */
function runMatcher(
  endOf: (at: number) => number,
  { least, most }: Repeat,
  work: Work,
  next: Matcher,
): Matcher {
  return (at) => {
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

function lookMatcher(
  { of, behind, wanted }: Extract<Pattern, { kind: 'look' }>,
  work: Work,
  next: Matcher,
): Matcher {
  let until = -1;
  const inner = compile(of, work, (end) => !behind || end === until);
  const farthest = longestOf(of) * 2;
  const holdsBehind = (at: number): boolean => {
    until = at;
    for (let start = at; start >= 0 && at - start <= farthest; start -= 1) if (inner(start)) return true;
    return false;
  };
  return (at) => (behind ? holdsBehind(at) : inner(at)) === wanted && next(at);
}

function placeMatcher(source: string, work: Work, next: Matcher): Matcher {
  const { text, flags } = work;
  const isMultiline = flags.includes('m');
  const isWord = (at: number) => /\w/.test(text.charAt(at));
  const holds = (at: number): boolean => {
    if (source === '^') return at === 0 || (isMultiline && text[at - 1] === '\n');
    if (source === '$') return at === text.length || (isMultiline && text[at] === '\n');
    return (isWord(at - 1) !== isWord(at)) === (source === '\\b');
  };
  return (at) => {
    step(work);
    return holds(at) && next(at);
  };
}
