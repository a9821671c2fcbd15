/** What a regular expression asks for, as far as it matters for how much work a match takes. */
export type Pattern =
  /** One character; `source` is the class, escape or letter that it must match. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly ways: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: 'look'; readonly of: Pattern; readonly behind: boolean; readonly wanted: boolean }
  /** A place: "^", "$", "\b" or "\B". */
  | { readonly kind: 'place'; readonly source: string };

interface Reading {
  readonly source: string;
  at: number;
}

/** Reads the source of a regular expression; back references are refused, since nothing bounds their work. */
export function readPattern(source: string): Pattern {
  const reading = { source, at: 0 };
  const pattern = readChoice(reading);
  if (reading.at < source.length) throw new SyntaxError(`unread at ${reading.at}: ${source}`);
  return pattern;
}

function readChoice(reading: Reading): Pattern {
  const ways = [readSequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at += 1;
    ways.push(readSequence(reading));
  }
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : { kind: 'choice', ways };
}

function readSequence(reading: Reading): Pattern {
  const parts: Pattern[] = [];
  while (reading.at < reading.source.length && !/[|)]/.test(reading.source[reading.at] ?? ''))
    parts.push(readRepeat(reading));
  return { kind: 'sequence', parts };
}

const quantifier = /(?:[*+?]|\{(?<least>\d+)(?<range>,(?<most>\d*))?\})\??/y;

function readRepeat(reading: Reading): Pattern {
  const of = readOne(reading);
  quantifier.lastIndex = reading.at;
  const found = quantifier.exec(reading.source);
  if (found === null) return of;
  reading.at += found[0].length;
  const { least, range, most } = found.groups ?? {};
  if (least !== undefined) {
    const highest = range === undefined ? Number(least) : most === '' ? Infinity : Number(most);
    return { kind: 'repeat', of, least: Number(least), most: highest };
  }
  const sign = found[0][0];
  return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
}

const groupStart = /\((?:\?(?:(?<look><?[=!])|:|<\w+>))?/y;
const place = /[\^$]|\\[bB]/y;
const backReference = /\\(?:[1-9]|k<)/y;
const character =
  /\\(?:[pP]\{[^}]+\}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)|\[(?:\\.|[^\]\\])*\]|./suy;

function take(pattern: RegExp, reading: Reading): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.source);
  if (found !== null) reading.at += found[0].length;
  return found;
}

function readOne(reading: Reading): Pattern {
  if (take(backReference, reading) !== null) throw new SyntaxError(`a back reference: ${reading.source}`);
  const group = take(groupStart, reading);
  if (group !== null) return readGroup(reading, group.groups?.look);
  const spot = take(place, reading);
  if (spot !== null) return { kind: 'place', source: spot[0] };
  const one = take(character, reading);
  if (one === null) throw new SyntaxError(`unread at ${reading.at}: ${reading.source}`);
  return { kind: 'character', source: one[0] };
}

function readGroup(reading: Reading, look: string | undefined): Pattern {
  const of = readChoice(reading);
  if (reading.source[reading.at] !== ')') throw new SyntaxError(`a group without its end: ${reading.source}`);
  reading.at += 1;
  return look === undefined
    ? of
    : { kind: 'look', of, behind: look.startsWith('<'), wanted: look.endsWith('=') };
}

/** How many characters a pattern can match at most. */
export function longestOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'character':
      return 1;
    case 'sequence':
      return pattern.parts.reduce((sum, part) => sum + longestOf(part), 0);
    case 'choice':
      return Math.max(...pattern.ways.map(longestOf));
    case 'repeat':
      return pattern.most === 0 ? 0 : longestOf(pattern.of) * pattern.most;
    default:
      return 0;
  }
}
