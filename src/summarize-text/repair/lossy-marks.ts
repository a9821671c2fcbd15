/** A place where a lost mark may have stood, and how it stands among its neighbours. */
export interface Mark {
  readonly at: number;
  /** "glued" stands between a closing mark and a word without a blank. */
  readonly shape: 'inner' | 'dash' | 'opening' | 'closing' | 'glued';
  /** The letters and digits that touch it, as far as they are needed; empty where none do. */
  readonly before: string;
  readonly after: string;
  /** The next character before and behind it that is no such mark; empty at the ends of the line. */
  readonly previous: string;
  readonly next: string;
  /** The first word behind it, also behind a blank. */
  readonly following: string;
  /** Whether the word has another such sign between two of its letters: it may be spelt so. */
  readonly isInSpelling: boolean;
  /** Whether another such sign touches it. */
  readonly isDoubled: boolean;
}

const longestWord = 40;
const wordCharacter = /[\p{L}\p{N}]/u;
const letter = /\p{L}/u;
const beforeWords = /^[\s([{/\u2012-\u2015-]?$/u;
const blank = /^\s?$/;
const behindWords = /^[\s.,;:!?)\]}/\u2012-\u2015\u2026-]?$/u;
const bareQuote = /^["\u201c\u201d]$/;

/** All places of a sign in a line. */
export function marksIn(line: string, sign: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1))
    marks.push(markAt(line, sign, at));
  return marks;
}

function markAt(line: string, sign: string, at: number): Mark {
  const left = skip(line, at - 1, -1, (character) => character === sign);
  const right = skip(line, at + 1, 1, (character) => character === sign);
  const previous = line[left] ?? '';
  const next = line[right] ?? '';
  const isOfWord = (character: string) => character !== sign && wordCharacter.test(character);
  const wordStart = skip(line, at - 1, -1, isOfWord) + 1;
  const wordEnd = skip(line, at + 1, 1, isOfWord);
  return {
    at,
    shape: shapeOf(previous, next),
    before: line.slice(wordStart, at),
    after: line.slice(at + 1, wordEnd),
    previous,
    next,
    following: followingWord(line, right),
    isDoubled: line[at - 1] === sign || line[at + 1] === sign,
    isInSpelling: isLetterPair(line, sign, wordStart - 1) || isLetterPair(line, sign, wordEnd),
  };
}

/** The first place in a direction whose character is not of the kind, but no farther than a long word. */
function skip(line: string, from: number, step: 1 | -1, isOfKind: (character: string) => boolean): number {
  let at = from;
  while (Math.abs(at - from) < longestWord && isOfKind(line[at] ?? '')) at += step;
  return at;
}

function isLetterPair(line: string, sign: string, at: number): boolean {
  const [before = '', after = ''] = [line[at - 1], line[at + 1]];
  return (
    line[at] === sign && before !== sign && letter.test(before) && after !== sign && /\p{Ll}/u.test(after)
  );
}

function followingWord(line: string, from: number): string {
  const start = blank.test(line[from] ?? '') ? from + 1 : from;
  return line.slice(
    start,
    skip(line, start, 1, (character) => character !== '' && !/\s/.test(character)),
  );
}

function shapeOf(previous: string, next: string): Mark['shape'] {
  const isWordBefore = wordCharacter.test(previous);
  const isWordAfter = wordCharacter.test(next);
  if (isWordBefore && isWordAfter) return 'inner';
  if (/^\s$/.test(previous) && /^[.,;:!?)]$/.test(next)) return 'closing';
  if (beforeWords.test(previous)) return blank.test(next) && blank.test(previous) ? 'dash' : 'opening';
  if (behindWords.test(next) || bareQuote.test(next)) return 'closing';
  return isWordBefore ? 'inner' : 'glued';
}
