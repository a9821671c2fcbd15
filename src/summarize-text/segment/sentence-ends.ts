import { isSentenceStarter } from './abbreviations.ts';
import { bracketsOf, closeAfter, countMarks, firstMark } from './closing-marks.ts';
import { endsAtFullStop, isAbbreviated } from './full-stop.ts';
import type { LanguageRules } from './language-rules.ts';
import { listItemStarts } from './list-items.ts';

/** A run of stops, or an ellipsis with or without spaces, in its line. */
interface Stop {
  readonly run: string;
  /** The marks that close right behind it. */
  readonly closing: string;
  /** What stands before it in its sentence, at most `farthestLook` units. */
  readonly before: string;
  readonly whole: boolean;
  /** What follows, the marks that open it left out, at most `farthestLook` units. */
  readonly next: string;
  readonly glued: boolean;
}

const stops = stopsWith('');
const openers = /[\s"“”„«»‘’'‹([{¿¡—–\-•*]*/uy;
const opensSentence = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Sc}@#&\p{So}]/u;
/** iPhone, eBay: a small letter that opens a sentence all the same. */
const smallName = /^\p{Ll}{1,2}\p{Lu}/u;
/** Units of text read on each side of a stop: every decision takes constant time. */
const farthestLook = 80;

const namesWithMark = /(?:^|[^\p{L}])(?:Yahoo|Jeopardy|Wham|Panic|Oklahoma|Mamma Mia)$/u;
/** “Why now?” Ms Brown asked: a name and a verb of saying carry the quotation's sentence on. */
const speakerFollows =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.? )?(?:\p{Lu}[\p{L}’'-]* ){1,3}(?:asked|asks|wondered|wonders|cried|shouted|demanded|exclaimed|(?:said|says|added|wrote|replied|joked)(?! (?:that|he|she|it|they|we|I|the|there|a|an|his|her)\b))\b/u;
const addressPart = /[/@\\]|www\.|^(?:com|org|net|co|uk|gov|edu|html?|js|php|pdf|jpe?g|png|exe|io|tv)\b/i;

/**
 * Offsets in a line at which a sentence ends, its closing marks included; the end of the line is left out.
 * The gap before the next sentence belongs to neither.
 */
export function findSentenceEnds(line: string, rules?: LanguageRules): readonly number[] {
  const starts = listItemStarts(line);
  const cuts = [0, ...starts, line.length];
  const within = cuts.slice(1).flatMap((end, item) => {
    const start = cuts[item] ?? 0;
    return endsIn(line.slice(start, end), rules).map((at) => start + at);
  });
  return [...starts, ...within].sort((a, b) => a - b);
}

function stopsWith(others: string): RegExp {
  return new RegExp(`[.!?…‽${others}]+(?:[ \\u00a0]\\.(?![\\p{L}\\p{N}]))*`, 'gu');
}

function endsIn(words: string, rules: LanguageRules | undefined): readonly number[] {
  const brackets = bracketsOf(words);
  const ends: number[] = [];
  let marks = firstMark(words);
  let from = 0;
  let bracket = 0;
  const stopsHere = rules?.stops === undefined ? stops : stopsWith(rules.stops);
  for (const { 0: run, index: start } of words.matchAll(stopsHere)) {
    if (start < from) continue;
    marks = countMarks(words, marks, start);
    const close = closeAfter(words, start + run.length, marks.open);
    while ((brackets[bracket]?.end ?? words.length) <= start) bracket += 1;
    const around = brackets[bracket];
    if (around && around.start < start && close < around.end) continue;
    if (!endsHere(readStop(words, from, start, run, close), rules)) continue;
    ends.push(close);
    from = close;
  }
  return ends;
}

function readStop(line: string, from: number, start: number, run: string, close: number): Stop {
  openers.lastIndex = close;
  const opening = openers.exec(line)?.[0] ?? '';
  const nextStart = close + opening.length;
  const beforeStart = Math.max(from, start - farthestLook);
  return {
    run,
    closing: line.slice(start + run.length, close),
    before: line.slice(beforeStart, start).trimStart(),
    whole: beforeStart === from,
    next: line.slice(nextStart, nextStart + farthestLook),
    glued: !/\s/.test(opening),
  };
}

function endsHere(stop: Stop, rules: LanguageRules | undefined): boolean {
  if (stop.next === '' || /[[(]$/.test(stop.before)) return false;
  if (stop.glued) return endsGlued(stop);
  if (smallName.test(stop.next)) return !isAbbreviated(stop.before);
  if (!opensSentence.test(stop.next)) return false;
  if (stop.run === '.') return endsAtFullStop(stop, rules);
  if (/^[.…]/.test(stop.run)) return endsAtEllipsis(stop);
  if (/["“”’'«»]/.test(stop.closing) && speakerFollows.test(stop.next)) return false;
  return !(stop.run === '!' && namesWithMark.test(stop.before) && !isSentenceStarter(stop.next));
}

/**
 * Four dots end a sentence, three behind a space stand for words left out in it. A capital I says nothing:
 * it is always one.
 */
function endsAtEllipsis({ run, before, next }: Stop): boolean {
  if (run.replace(/[^.]/g, '').length > 3) return true;
  if (/^I\b/.test(next)) return false;
  return /\S$/.test(before) || isSentenceStarter(next);
}

/** Text that lost the space behind a stop: "… last year.The plan …". */
function endsGlued({ run, closing, before, next }: Stop): boolean {
  if (!/^\p{Lu}(?:[\p{Ll}’']|\s)/u.test(next)) return false;
  const word = /(?<!\S)\S*$/.exec(before)?.[0] ?? '';
  if (addressPart.test(word) || addressPart.test(/^\S*/.exec(next)?.[0] ?? '')) return false;
  if (run.length > 1 || run === '…' || (run === '.' && isAbbreviated(before))) return isSentenceStarter(next);
  return closing !== '' || /(?:[\p{Ll}\p{N})%]|\p{L}{2})$/u.test(before);
}
