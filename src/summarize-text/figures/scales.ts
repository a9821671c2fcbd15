import type { Draft } from './draft.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsBefore } from './tokens.ts';
import { kindOfUnit, readUnit } from './units.ts';
import { looksPlural } from './words.ts';

const glued: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
  ['mm', 1e6],
]);

/** "£5m", "$3b": multiplies by the letter glued to the number. */
export function scaleBy(tokens: readonly FigureToken[], draft: Draft): Draft {
  const letter = tokenAt(tokens, draft.to);
  const factor = letter.gap ? undefined : glued.get(letter.lower);
  if (factor === undefined) return draft;
  return { ...draft, value: draft.value * factor, factor, scaled: true, plain: false, to: draft.to + 1 };
}

/** The 2 of "32m2". */
export function isPower(tokens: readonly FigureToken[], at: number): boolean {
  return /^[23]$/.test(tokenAt(tokens, at).text) && !tokenAt(tokens, at).gap;
}

const lengthWord =
  /^(?:tall|high|long|wide|deep|thick|above|below|away|across|apart|champion|champions|championship|sprint|sprinter|race|races|hurdles|freestyle|butterfly|backstroke|breaststroke|relay|dash|final|indoors|swimmer|runner|title|medal|medallist|gold|silver|bronze|heats|record|underwater|offshore|from|wave|waves|crane|tower|statue|wall|radius|drop|fall|swell|yacht|stretch|pool)$/;
const countedAdjective =
  /^(?:new|more|extra|other|active|additional|total|fewer|young|older?|poor|american|british|european|uk|us|people's|public|private|homeless|unique|monthly|daily|the|its|their|our|his|her)$/;

/** "1.7m households": a glued m is millions where things are counted or a currency follows, otherwise metres. */
export function scaleMillions(tokens: readonly FigureToken[], draft: Draft): Draft {
  const [letter, next] = [tokenAt(tokens, draft.to), tokenAt(tokens, draft.to + 1)];
  if (letter.gap || isPower(tokens, draft.to + 1) || next.lower === '/') return draft;
  const isSure = letter.text === 'M' || letter.text === 'B';
  const isLikely =
    (letter.text === 'm' && isMillions(tokens, draft)) ||
    (letter.text === 'b' && followsMoney(tokens, draft.to + 1));
  return isSure || isLikely ? scaleBy(tokens, draft) : draft;
}

function followsMoney(tokens: readonly FigureToken[], at: number): boolean {
  const unit = readUnit(tokens, at);
  return unit !== undefined && kindOfUnit(unit.unit) === 'money';
}

function isMillions(tokens: readonly FigureToken[], draft: Draft): boolean {
  const after = draft.to + 1;
  const first = tokenAt(tokens, after);
  if (followsMoney(tokens, after)) return true;
  if (lengthWord.test(first.lower) || draft.value >= 1000 || first.lower === '-') return false;
  const unit = readUnit(tokens, after);
  if ((unit && kindOfUnit(unit.unit) !== 'duration') || countsThings(tokens, after)) return true;
  return !Number.isInteger(draft.value) && !lengthBefore.test(wordsBefore(tokens, draft.from, 8));
}

const lengthBefore =
  /\b(?:jump(?:ed|s)?|leap(?:t|ed)?|threw|throw|deep|high|height|depth|tall|wave|metres?|cleared|vault(?:ed)?|distance|wide|width|by|measure[sd]?|measuring|water|level|river|putt)\b/;

/** A plural noun follows, at once or behind an adjective: "households", "new jobs", "of the tickets". */
function countsThings(tokens: readonly FigureToken[], after: number): boolean {
  const from = tokenAt(tokens, after).lower === 'of' ? after + 1 : after;
  for (let at = from; at < from + 4; at++) {
    const { kind, lower } = tokenAt(tokens, at);
    if (kind !== 'word') return false;
    if (looksPlural(lower)) return !lengthWord.test(lower);
    if (at > from + 1 && !countedAdjective.test(lower)) return false;
  }
  return false;
}
