import type { Line } from './lines.ts';

/** Lines whose words stand in a longer line too, by index; the value says whether an editor pulled them out. */
export function repeatsIn(lines: readonly Line[]): ReadonlyMap<number, 'pull quote' | 'repeat'> {
  const repeats = new Map<number, 'pull quote' | 'repeat'>();
  const mayRepeat = repeatable(lines);
  if (mayRepeat.length === 0) return repeats;
  const wanted = new Set(mayRepeat.flatMap(({ line }) => line.words));
  const places = placesOfPhrases(lines, wanted);
  for (const { line, index } of mayRepeat) {
    const kind = kindOf(line, index, sourceOf(lines, index, places));
    if (kind !== undefined) repeats.set(index, kind);
  }
  return repeats;
}

/** Lines with too few words of their own to be new: what is left to look at is next to nothing in most articles. */
function repeatable(lines: readonly Line[]): readonly { readonly line: Line; readonly index: number }[] {
  if (lines.length < 2) return [];
  const holders = new Map<string, number>();
  lines.forEach(({ words }, index) => {
    for (const word of words)
      if (holders.get(word) !== index) holders.set(word, holders.has(word) ? several : index);
  });
  return lines.flatMap((line, index) => {
    const { words } = line;
    if (words.length < fewestWords || words.length > mostWords) return [];
    return isNew(words, (word) => holders.get(word) === index) ? [] : [{ line, index }];
  });
}

/** A word that more lines than one have. */
const several = -1;

/** Whether more phrases than may be missing hold a word that no other line has. */
function isNew(words: readonly string[], isOwn: (word: string) => boolean): boolean {
  const phrases = words.length - 2;
  let own = 0;
  let counted = 0;
  words.forEach((word, at) => {
    if (!isOwn(word)) return;
    const first = Math.max(counted, at - 2);
    counted = Math.min(at + 1, phrases);
    own += Math.max(0, counted - first);
  });
  return own > phrases - phrases * enough;
}

interface Source {
  readonly line: Line;
  readonly index: number;
  /** The part of the phrases that it has, to 1. */
  readonly part: number;
}

function kindOf(line: Line, index: number, source: Source | undefined): 'pull quote' | 'repeat' | undefined {
  if (source === undefined || !hasFigures(source.line, line)) return undefined;
  if (source.line.words.length === line.words.length) {
    return source.part === 1 && index > source.index && line.words.length >= fewestRepeated
      ? 'repeat'
      : undefined;
  }
  if (canStandAlone(line) || (line.isClosed && source.part < 1)) return undefined;
  return 'pull quote';
}

function hasFigures(source: Line, line: Line): boolean {
  return line.words.every((word) => !/\d/.test(word) || source.words.includes(word));
}

const fewestWords = 5;
const fewestRepeated = 8;
const mostWords = 60;
/** So much of a line must be said in the other line; words may be left out or changed between. */
const enough = 0.75;
/** A phrase that stands in more lines than these says nothing of where a line was taken from. */
const mostPlaces = 12;

/** All runs of three words, each of which is wanted. */
function phrasesOf(
  words: readonly string[],
  isWanted: (word: string) => boolean = () => true,
): readonly string[] {
  const phrases: string[] = [];
  let run = 0;
  words.forEach((word, index) => {
    run = isWanted(word) ? run + 1 : 0;
    if (run > 2) phrases.push(`${words[index - 2]} ${words[index - 1]} ${word}`);
  });
  return phrases;
}

/** The lines in which phrases of wanted words stand. */
function placesOfPhrases(
  lines: readonly Line[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lines.forEach(({ words }, index) => {
    for (const phrase of phrasesOf(words, (word) => wanted.has(word))) {
      const known = places.get(phrase);
      if (known === undefined) places.set(phrase, [index]);
      else if (known.length < mostPlaces && known.at(-1) !== index) known.push(index);
    }
  });
  return places;
}

/** The line, at least as long, that has most of a line's phrases, if it has enough of them. */
function sourceOf(
  lines: readonly Line[],
  index: number,
  places: ReadonlyMap<string, readonly number[]>,
): Source | undefined {
  const own = lines[index]?.words ?? [];
  const isLonger = (place: number) => place !== index && (lines[place]?.words.length ?? 0) >= own.length;
  const phrases = phrasesOf(own);
  const least = phrases.length * enough;
  const found = collect(
    phrases,
    (phrase) => (places.get(phrase) ?? []).filter(isLonger),
    phrases.length - least,
  );
  const counts = new Map<number, number>();
  for (const place of found) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [best, count] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [-1, 0];
  const line = lines[best];
  return line === undefined || count < least
    ? undefined
    : { line, index: best, part: count / phrases.length };
}

/** The places of all phrases; none as soon as too many phrases have no place. */
function collect(
  phrases: readonly string[],
  placesOf: (phrase: string) => readonly number[],
  mostMisses: number,
): readonly number[] {
  const found: number[] = [];
  let misses = 0;
  for (const phrase of phrases) {
    const places = placesOf(phrase);
    if (places.length === 0) misses += 1;
    if (misses > mostMisses) return [];
    found.push(...places);
  }
  return found;
}

/** A sentence that says who spoke, or goes on in other words, is no line pulled out by an editor. */
function canStandAlone({ unquotedWords, words, isClosed }: Line): boolean {
  return isClosed && unquotedWords.length < words.length && unquotedWords.length > 2;
}
