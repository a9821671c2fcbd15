/** How much a summary has in common with people's; the mean of ROUGE-1, -2 and -Lsum (F1), in per cent. */
export function rouge(reference: readonly string[], summary: readonly string[]): number {
  const [wanted, given] = [reference.map(wordsOf), summary.map(wordsOf)];
  const scores = [ofRuns(wanted.flat(), given.flat(), 1), ofRuns(wanted.flat(), given.flat(), 2)];
  return (100 * [...scores, ofSequences(wanted, given)].reduce((sum, score) => sum + score, 0)) / 3;
}

/** As Google's rouge_score reads words, without its stemmer. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function f1(common: number, wanted: number, given: number): number {
  return common === 0 ? 0 : (2 * common) / (wanted + given);
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function ofRuns(wanted: readonly string[], given: readonly string[], length: number): number {
  const runs = (words: readonly string[]) =>
    words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
  const [one, other] = [countOf(runs(wanted)), countOf(runs(given))];
  let common = 0;
  for (const [run, count] of one) common += Math.min(count, other.get(run) ?? 0);
  return f1(common, Math.max(0, wanted.length - length + 1), Math.max(0, given.length - length + 1));
}

/** For each sentence of the reference the words that some sentence of the summary has in the same order. */
function ofSequences(wanted: readonly (readonly string[])[], given: readonly (readonly string[])[]): number {
  const [left, right] = [countOf(wanted.flat()), countOf(given.flat())];
  let common = 0;
  for (const sentence of wanted) {
    const places = new Set(given.flatMap((other) => commonPlaces(sentence, other)));
    for (const place of places) {
      const word = sentence[place] ?? '';
      const [some, others] = [left.get(word) ?? 0, right.get(word) ?? 0];
      if (some === 0 || others === 0) continue;
      common += 1;
      left.set(word, some - 1);
      right.set(word, others - 1);
    }
  }
  return f1(common, wanted.flat().length, given.flat().length);
}

/** The places of a sentence's words that are in the longest sequence common with another one. */
function commonPlaces(sentence: readonly string[], other: readonly string[]): readonly number[] {
  const at = longestCommon(sentence, other);
  const places: number[] = [];
  for (let row = sentence.length, column = other.length; row > 0 && column > 0; ) {
    if (sentence[row - 1] === other[column - 1]) {
      places.push(row - 1);
      row -= 1;
      column -= 1;
    } else if (at(row - 1, column) >= at(row, column - 1)) row -= 1;
    else column -= 1;
  }
  return places;
}

/** How long the longest common sequence is of the first `row` words of one and the first `column` of the other. */
function longestCommon(
  one: readonly string[],
  other: readonly string[],
): (row: number, column: number) => number {
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = 1; row <= one.length; row += 1)
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const best = isSame ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1));
      longest[row * width + column] = best;
    }
  return at;
}
