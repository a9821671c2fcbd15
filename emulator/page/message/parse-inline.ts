import { createFrames, type Frames } from './inline-frames.ts';
import type { Inline } from './markdown-tree.ts';
import { findTickRuns, plainLink, readAtom, readCode, type TickRuns } from './read-atom.ts';
import { type Found, matchBrackets, readBareAddress, readTarget } from './read-link.ts';
import { readMarks } from './read-marks.ts';

interface Reading {
  readonly text: string;
  readonly frames: Frames;
  readonly ticks: TickRuns;
  readonly brackets: ReadonlyMap<number, number>;
  /** In the words of a link there are no links. */
  readonly isInLink: boolean;
}

/** Takes what begins at a place and gives where the rest begins. */
type Reader = (reading: Reading, at: number) => number;

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end += 1;
  return end - at;
}

function take({ frames, text }: Reading, at: number, found: Found<Inline> | undefined, orLength = 1): number {
  if (found === undefined) {
    frames.addText(text.slice(at, at + orLength));
    return at + orLength;
  }
  frames.add(found.found);
  return found.end;
}

/** A backslash before a letter, a digit or a space is a backslash. */
const readEscape: Reader = ({ text, frames }, at) => {
  const escaped = String.fromCodePoint(text.codePointAt(at + 1) ?? 32);
  const isEscape = /[^0-9A-Za-z\s]/.test(escaped);
  frames.addText(isEscape ? escaped : '\\');
  return at + 1 + (isEscape ? escaped.length : 0);
};

const readTicks: Reader = (reading, at) => {
  const length = runLength(reading.text, at);
  return take(reading, at, readCode(reading.text, at, length, reading.ticks), length);
};

const readRun: Reader = ({ text, frames }, at) => {
  const length = runLength(text, at);
  const run = { sign: text[at] ?? '', length, before: text[at - 1] ?? '', after: text[at + length] ?? '' };
  readMarks(run, frames);
  return at + length;
};

function maskedLink({ text, brackets, isInLink }: Reading, at: number): Found<Inline> | undefined {
  const close = brackets.get(at);
  if (isInLink || close === undefined) return undefined;
  const words = text.slice(at + 1, close);
  // Words that look like an address may hide where the link goes: Discord masks none of these.
  if (words.trim() === '' || /https?:\/\//i.test(words)) return undefined;
  const target = readTarget(text, close + 1);
  if (target === undefined) return undefined;
  const children = parseInline(words, true);
  return { found: { kind: 'link', ...target.found, isMasked: true, children }, end: target.end };
}

const readLink: Reader = (reading, at) => take(reading, at, maskedLink(reading, at));

const readAddress: Reader = (reading, at) => {
  const { text, frames, isInLink } = reading;
  const address = isInLink ? undefined : readBareAddress(text, at, [...frames.openMarks(), '](']);
  return take(reading, at, address && { found: plainLink(address.found), end: address.end });
};

const readOther: Reader = (reading, at) => {
  const atom = readAtom(reading.text, at);
  const isNested = reading.isInLink && atom?.found.kind === 'link';
  return take(reading, at, isNested ? undefined : atom);
};

const readers: Readonly<Record<string, Reader>> = {
  '\\': readEscape,
  '`': readTicks,
  '*': readRun,
  _: readRun,
  '~': readRun,
  '|': readRun,
  '[': readLink,
  '<': readOther,
  ':': readOther,
  '@': readOther,
  h: readAddress,
  H: readAddress,
};

const plain = /[^\\`*_~|[<:@hH]+/y;

/** Running text of Discord's markdown; takes time in proportion to its length, whatever stands in it. */
export function parseInline(text: string, isInLink = false): readonly Inline[] {
  const frames = createFrames();
  const reading: Reading = {
    text,
    frames,
    ticks: findTickRuns(text),
    brackets: matchBrackets(text),
    isInLink,
  };
  let at = 0;
  while (at < text.length) {
    const read = readers[text[at] ?? ''];
    if (read !== undefined) at = read(reading, at);
    else {
      plain.lastIndex = at;
      const [words = text[at] ?? ''] = plain.exec(text) ?? [];
      frames.addText(words);
      at += words.length;
    }
  }
  return frames.finish();
}
