import { emojiByName } from './emoji-names.ts';
import type { Inline, TimeStyle } from './markdown-tree.ts';
import { type Found, webAddress } from './read-link.ts';

type Make = (groups: readonly string[]) => Inline | undefined;

/** JavaScript's dates end there, and so do Discord's. */
const lastSecond = 8_640_000_000_000;

const timeStyles: readonly string[] = ['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'] satisfies TimeStyle[];
const isTimeStyle = (style: string): style is TimeStyle => timeStyles.includes(style);

function timeNode(digits: string, style: string): Inline | undefined {
  const seconds = Number(digits);
  if (Math.abs(seconds) > lastSecond) return undefined;
  return { kind: 'time', seconds, ...(isTimeStyle(style) ? { style } : {}) };
}

/** An address that stands for itself. */
export function plainLink(href: string): Inline {
  return { kind: 'link', href, isMasked: false, children: [{ kind: 'text', text: href }] };
}

function linkNode(url: string): Inline | undefined {
  const href = webAddress(url);
  return href === undefined ? undefined : plainLink(href);
}

/** What stands between angle brackets. */
const angled: readonly (readonly [RegExp, Make])[] = [
  [/<(https?:\/\/[^\s<>]{1,2048})>/iy, ([url = '']) => linkNode(url)],
  [/<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/y, ([digits = '', style = '']) => timeNode(digits, style)],
  [/<@!?(\d{1,21})>/y, ([id = '']) => ({ kind: 'user', id })],
  [/<@&(\d{1,21})>/y, ([id = '']) => ({ kind: 'role', id })],
  [/<#(\d{1,21})>/y, ([id = '']) => ({ kind: 'channel', id })],
  [/<\/([-_ \p{L}\p{N}]{1,100}):(\d{1,21})>/uy, ([name = '', id = '']) => ({ kind: 'command', name, id })],
  [/<a?:(\w{1,64}):\d{1,21}>/y, ([name = '']) => ({ kind: 'emoji', name })],
];

function readFirst(
  readers: readonly (readonly [RegExp, Make])[],
  text: string,
  at: number,
): Found<Inline> | undefined {
  for (const [pattern, make] of readers) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const found = match === null ? undefined : make(match.slice(1).map((group) => group ?? ''));
    if (match !== null && found !== undefined) return { found, end: at + match[0].length };
  }
  return undefined;
}

function emojiNode(name: string): Inline | undefined {
  if (!Object.hasOwn(emojiByName, name)) return undefined;
  const character = emojiByName[name];
  return character === undefined ? undefined : { kind: 'emoji', name, character };
}

const readers: Readonly<Record<string, readonly (readonly [RegExp, Make])[]>> = {
  '<': angled,
  ':': [[/:([\w+-]{1,40}):/y, ([name = '']) => emojiNode(name)]],
  '@': [[/(@everyone|@here)\b/y, ([words = '']) => ({ kind: 'everyone', text: words })]],
};

/** A mention, a time, an emoji or an address in angle brackets, where one begins. */
export function readAtom(text: string, at: number): Found<Inline> | undefined {
  return readFirst(readers[text[at] ?? ''] ?? [], text, at);
}

/** Where the runs of backticks of each length stand, in order. */
export type TickRuns = ReadonlyMap<number, readonly number[]>;

export function findTickRuns(text: string): TickRuns {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) {
    const places = runs.get(run.length);
    if (places === undefined) runs.set(run.length, [index]);
    else places.push(index);
  }
  return runs;
}

/** The first of the sorted places from `least` on. */
function firstFrom(places: readonly number[], least: number): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return places[low];
}

/** Code from a run of backticks to the next one of the same length; a space beside a backtick in it is not its own. */
export function readCode(
  text: string,
  at: number,
  length: number,
  runs: TickRuns,
): Found<Inline> | undefined {
  const close = firstFrom(runs.get(length) ?? [], at + length);
  if (close === undefined) return undefined;
  const code = text
    .slice(at + length, close)
    .replace(/^ (?=`)/, '')
    .replace(/(?<=`) $/, '');
  return { found: { kind: 'code', text: code }, end: close + length };
}
