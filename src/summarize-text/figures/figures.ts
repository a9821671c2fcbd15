import { segment } from '../segment/segment.ts';
import type { Figure, FigureModifier, Sentence } from '../types.ts';
import { readAgeGroup } from './ages.ts';
import { readAmount } from './amounts.ts';
import { countThings } from './counts.ts';
import type { Draft } from './draft.ts';
import { labelsOf } from './labels.ts';
import { directionOf, modifierOf } from './modifiers.ts';
import { readMultiple, readVague } from './multiples.ts';
import { markNonFigures } from './not.ts';
import type { Tagged } from './nouns.ts';
import { readFractionDraft, readUnitAndAHalf } from './parts.ts';
import { joinRanges } from './ranges.ts';
import { rankFigures } from './rank.ts';
import { saysAgain } from './repeats.ts';
import { tagTokens } from './tags.ts';
import type { FigureToken } from './tokens.ts';
import { figureTokens, tokenAt } from './tokens.ts';

/**
 * Finds the quantities of a text in its order: what each is, of what, and what the article says it measures.
 * Years, dates, times, scores, ordinals, names and numbers of things are no figures.
 */
export function findFigures(
  text: string,
  options: { readonly title?: string | undefined } = {},
): readonly Figure[] {
  return rankFigures(text, readFigures(text), readFigures(options.title ?? ''));
}

function readFigures(text: string): readonly Figure[] {
  return segment(text)
    .flatMap(cutLong)
    .flatMap((sentence) => figuresOf(text, sentence));
}

/** What is looked for around a figure lies near it: a list without an end is read in pieces, so time stays linear. */
const longestPiece = 1500;

function cutLong(sentence: Stretched): readonly Stretched[] {
  if (sentence.text.length <= longestPiece) return [sentence];
  const pieces: Stretched[] = [];
  let from = 0;
  while (from < sentence.text.length) {
    const space = sentence.text.lastIndexOf(' ', from + longestPiece);
    const isLast = from + longestPiece >= sentence.text.length;
    const to = isLast ? sentence.text.length : space > from ? space + 1 : from + longestPiece;
    pieces.push({ text: sentence.text.slice(from, to), start: sentence.start + from });
    from = to;
  }
  return pieces;
}

type Stretched = Pick<Sentence, 'text' | 'start'>;

const mayHoldFigure =
  /\d|[½¼¾⅓⅔]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|[bt]rillions?|dozens?|half|halv\w+|thirds?|quarters?|\w+fold|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|twice|thrice|lakhs?|crores?|(?:under|over)-\w+)\b/i;

function figuresOf(text: string, sentence: Stretched): readonly Figure[] {
  if (!mayHoldFigure.test(sentence.text)) return [];
  const tokens = figureTokens(sentence.text, sentence.start);
  const drafts = joinRanges(tokens, readDrafts(tokens, markNonFigures(tokens, sentence.text)));
  if (drafts.length === 0) return [];
  const tagged: Tagged = { tokens, classes: tagTokens(sentence.text, tokens) };
  const counted = countThings(tagged, drafts);
  const labels = labelsOf(tagged, counted);
  const figures: Figure[] = [];
  counted.forEach((draft, index) => {
    const modifier = modifierOf(tokens, draft);
    const repeats = modifier === '=' && saysAgain(tokens, counted[index - 1], draft);
    const last = repeats ? figures.at(-1) : undefined;
    const figure = makeFigure(text, tokens, draft, last?.modifier ?? modifier);
    const direction = last?.direction ?? directionOf(tokens, draft, figure.modifier);
    figures.push({ ...figure, ...(direction ? { direction } : {}), ...labels[index] });
  });
  return figures;
}

const readers = [readAgeGroup, readUnitAndAHalf, readFractionDraft, readMultiple, readVague, readAmount];

function readDrafts(tokens: readonly FigureToken[], not: readonly boolean[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  while (at < tokens.length) {
    const draft = not[at] || tokenAt(tokens, at).kind === 'mark' ? undefined : readDraft(tokens, at);
    if (draft && !overlaps(not, draft)) drafts.push(draft);
    at = Math.max(at + 1, draft?.to ?? 0);
  }
  return drafts;
}

function readDraft(tokens: readonly FigureToken[], at: number): Draft | undefined {
  for (const read of readers) {
    const draft = read(tokens, at);
    if (draft) return draft;
  }
  return undefined;
}

function overlaps(not: readonly boolean[], { from, to }: Draft): boolean {
  for (let at = from; at < to; at++) if (not[at]) return true;
  return false;
}

function makeFigure(
  text: string,
  tokens: readonly FigureToken[],
  draft: Draft,
  modifier: FigureModifier,
): Figure {
  const start = tokenAt(tokens, draft.from).start;
  const end = tokenAt(tokens, draft.to - 1).end;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: draft.kind ?? 'number',
    value: exact(draft.value),
    ...(draft.value2 === undefined ? {} : { value2: exact(draft.value2) }),
    unit: draft.unit,
    modifier,
    concept: '',
    label: [],
    ...(isTrivial(draft) ? { trivial: true } : {}),
  };
}

/** "one of the …", "four-time champion": says nothing by itself. */
function isTrivial({ inWords, kind, nounTo, unit, value }: Draft): boolean {
  const isTitle = unit === 'time' && nounTo !== undefined;
  return (kind === 'count' || kind === 'number') && ((inWords && value === 1) || isTitle);
}

/** Without the noise of binary fractions: 67.7 million is 67700000. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
