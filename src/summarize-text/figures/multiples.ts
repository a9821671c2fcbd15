import type { Draft } from './draft.ts';
import { closedDraft } from './draft.ts';
import { skipHyphen } from './number-scales.ts';
import { readNumber } from './numbers.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsBefore } from './tokens.ts';
import { kindOfUnit, readUnit } from './units.ts';

const verbs: ReadonlyMap<string, number> = new Map(
  [
    ['double', 2],
    ['doubl', 2],
    ['triple', 3],
    ['tripl', 3],
    ['treble', 3],
    ['trebl', 3],
    ['quadruple', 4],
    ['quadrupl', 4],
    ['quintupl', 5],
    ['halv', 0.5],
    ['halve', 0.5],
  ].map(([stem, value]) => [String(stem), Number(value)]),
);
const verbEnding = /(?:ed|ing|es|s)$/;
const afterVerb =
  /^(?:to|in|its|since|over|from|last|the|this|during|by|between|their|his|her|output|after|within|while|as|again|every|when|at|,|\.|;|and|or|year|sales|profits?|production|capacity)$|^$/;

/** "doubled to", "more than doubling", "halved", "twofold", "twice as many", "double the", "three times". */
export function readMultiple(tokens: readonly FigureToken[], at: number): Draft | undefined {
  return readChange(tokens, at) ?? readTwice(tokens, at) ?? readFold(tokens, at);
}

function readChange(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const word = tokenAt(tokens, at).lower;
  const ending = verbEnding.exec(word)?.[0];
  const value = verbs.get(word.slice(0, word.length - (ending?.length ?? 0)));
  if (value === undefined) return undefined;
  const next = tokenAt(tokens, at + 1).lower;
  if (
    ending === undefined &&
    !/\b(?:to|will|would|could|may|might|should|than|nearly|almost|and)$/.test(wordsBefore(tokens, at, 1))
  )
    return undefined;
  if (ending === 's' || !afterVerb.test(next) || /^(?:down|up)$/.test(next)) return undefined;
  if (ending === undefined && next === 'the' && /\b(?:than|nearly|almost)$/.test(wordsBefore(tokens, at, 1)))
    return undefined;
  return { ...closedDraft(at, at + 1, value, 'multiple'), modifier: value < 1 ? 'down' : 'up' };
}

/** "twice as long", "twice the size", "double the rate", "triple that of". */
function readTwice(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const word = tokenAt(tokens, at).lower;
  const next = tokenAt(tokens, at + 1).lower;
  if (word === 'twice' || word === 'thrice') {
    const compares = /^(?:as|the|its|their|that|those|what|his|her|this)$/.test(next);
    return compares ? closedDraft(at, at + 1, word === 'twice' ? 2 : 3, 'multiple', 'time') : undefined;
  }
  const value = verbs.get(word);
  if (value === undefined || value < 1 || !/^(?:the|that|its|their|what|those|his|her)$/.test(next))
    return undefined;
  return closedDraft(at, at + 1, value, 'multiple', 'time');
}

/** "sixfold", "a ten-fold rise". */
function readFold(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const token = tokenAt(tokens, at);
  const glued = /^([a-z]{3,9})fold$/.exec(token.lower)?.[1];
  if (glued !== undefined) {
    const value = wordValue(token, glued);
    return value === undefined
      ? undefined
      : { ...closedDraft(at, at + 1, value, 'multiple'), modifier: 'up' };
  }
  const number = readNumber(tokens, at);
  if (!number || tokenAt(tokens, skipHyphen(tokens, number.to)).lower !== 'fold') return undefined;
  return { ...closedDraft(at, skipHyphen(tokens, number.to) + 1, number.value, 'multiple'), modifier: 'up' };
}

function wordValue(token: FigureToken, word: string): number | undefined {
  return readNumber([{ ...token, text: word, lower: word }], 0)?.value;
}

const vague: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 24],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** "dozens", "tens of thousands", "hundreds of millions of pounds": from the least to ten times that. */
export function readVague(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const first = vague.get(tokenAt(tokens, at).lower);
  if (first === undefined) return undefined;
  const second =
    tokenAt(tokens, at + 1).lower === 'of' ? vague.get(tokenAt(tokens, at + 2).lower) : undefined;
  if (second === undefined && first === 10) return undefined;
  const to = second === undefined ? at + 1 : at + 3;
  const value = second === undefined ? first : first * second;
  const value2 = value === 24 ? 99 : value * 10;
  const unit = tokenAt(tokens, to).lower === 'of' ? readUnit(tokens, to + 1) : undefined;
  const kind = unit && kindOfUnit(unit.unit);
  const base = { ...closedDraft(at, to, value, 'count'), value2, scaled: true };
  if (!unit || !kind) return { ...base, needsNoun: true };
  return { ...base, to: unit.to, kind, unit: unit.unit };
}
