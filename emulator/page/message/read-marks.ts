import type { Frames, Mark } from './inline-frames.ts';

/** A run of one sign, such as "**", with what stands beside it. */
export interface Run {
  readonly sign: string;
  readonly length: number;
  /** The characters beside it; empty at the ends of the text. */
  readonly before: string;
  readonly after: string;
}

const isSpace = (character: string) => character === '' || /\s/.test(character);
const isWordPart = (character: string) => /\w/.test(character);

/** One star: opens before a word, closes behind one; behind a space it ends the hope of an open one. */
function readStar({ before, after }: Run, frames: Frames): void {
  if (frames.isOpen('*') && !isSpace(before)) frames.close('*');
  else {
    frames.drop('*');
    if (isSpace(after)) frames.addText('*');
    else frames.open('*');
  }
}

/** One underscore: closes only where no word goes on, so that names with_underscores_in them stay whole. */
function readUnderscore({ after }: Run, frames: Frames): void {
  if (frames.isOpen('_') && !isWordPart(after)) frames.close('_');
  else {
    frames.drop('_');
    frames.open('_');
  }
}

function readDouble(mark: Mark, frames: Frames): void {
  if (frames.isOpen(mark)) frames.close(mark);
  else frames.open(mark);
}

/** Three or more: closes both marks, or opens both; signs too many are text. */
function readMany({ sign, length, after }: Run, single: Mark, double: Mark, frames: Frames): void {
  const open = frames.openMarks().filter((mark) => mark === single || mark === double);
  const isOpening = open.length === 0;
  if (isOpening && (length > 3 || isSpace(after))) {
    frames.addText(sign.repeat(length));
    return;
  }
  if (isOpening) {
    frames.open(double);
    frames.open(single);
    return;
  }
  const used = open.reduce((sum, mark) => sum + mark.length, 0);
  if (length > used) frames.addText(sign.repeat(length - used));
  for (const mark of open.toReversed()) frames.close(mark);
}

/** Signs that count only in pairs: a closed pair may be followed by one that opens. */
function readPairs({ sign, length }: Run, mark: Mark, frames: Frames): void {
  let left = length;
  if (left >= 2 && frames.isOpen(mark)) {
    frames.close(mark);
    left -= 2;
  }
  if (left >= 2) {
    frames.open(mark);
    left -= 2;
  }
  if (left > 0) frames.addText(sign.repeat(left));
}

/** Takes a run of marks into the tree: opens, closes, or text. */
export function readMarks(run: Run, frames: Frames): void {
  const { sign, length } = run;
  if (sign === '~') readPairs(run, '~~', frames);
  else if (sign === '|') readPairs(run, '||', frames);
  else if (sign === '*') {
    if (length === 1) readStar(run, frames);
    else if (length === 2) readDouble('**', frames);
    else readMany(run, '*', '**', frames);
  } else if (length === 1) readUnderscore(run, frames);
  else if (length === 2) readDouble('__', frames);
  else readMany(run, '_', '__', frames);
}
