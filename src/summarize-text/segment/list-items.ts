const bulleted = /^\s*[•⁃▪◦‣]/;
const counted = /^\s*(?<count>\d{1,3}|[a-z])(?<tail>\.\)|[.)])\s/;

/**
 * Where the items of a list that stands in one line start, the first left out. A line is a list when it begins
 * with a bullet, or with a count that others carry on: "1) … 2) …", "a. … b. …".
 */
export function listItemStarts(line: string): readonly number[] {
  const bullet = bulleted.exec(line)?.[0].trim();
  if (bullet !== undefined) return startsOf(line, () => bullet, 1);
  const { count, tail } = counted.exec(line)?.groups ?? {};
  if (count === undefined || tail === undefined) return [];
  return startsOf(line, (item) => `${nth(count, item)}${tail} `, 0);
}

/** Finds one marker behind the other, each after a space. */
function startsOf(line: string, marker: (item: number) => string, from: number): readonly number[] {
  const starts: number[] = [];
  let at = from;
  for (let item = 1; ; item += 1) {
    const found = line.indexOf(` ${marker(item)}`, at);
    if (found < 0) return starts;
    starts.push(found + 1);
    at = found + 1;
  }
}

function nth(first: string, item: number): string {
  const value = Number(first);
  return Number.isNaN(value) ? String.fromCharCode(first.charCodeAt(0) + item) : String(value + item);
}
