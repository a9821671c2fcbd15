import type { NotFigureRule } from './not-dates.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsBefore } from './tokens.ts';

/** "won 3-2", "6-4 7-5", "voted by 23 to 19": two whole numbers set against each other. */
export const score: NotFigureRule = (tokens, at) => {
  const [first, sign, second] = [tokenAt(tokens, at), tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  if (!/^\d{1,3}$/.test(first.text) || !/^\d{1,3}$/.test(second.text) || hasUnit(tokens, at + 3))
    return undefined;
  const rises = Number(second.text) > Number(first.text);
  if (sign.lower === 'to') return !rises && isContest(tokens, at) ? at + 3 : undefined;
  if (sign.lower !== '-' || sign.gap !== second.gap) return undefined;
  return rises && isRange(tokens, at) ? undefined : at + 3;
};

const contest = /\b(?:vote[sd]?|voting|won|lost|beat|beaten|defeated|margin of|by)(?: by)?$/;

function isContest(tokens: readonly FigureToken[], at: number): boolean {
  return contest.test(wordsBefore(tokens, at, 3));
}

const afterScore =
  /^(?:on|in|at|to|by|against|with|win|defeat|loss|victory|draw|up|down|after|and|before|away|home|lead|record|vote|over)$/;

/** A word that could be counted follows, or "about" stands before. */
function isRange(tokens: readonly FigureToken[], at: number): boolean {
  const follows = tokenAt(tokens, at + 3);
  if (follows.kind === 'word' && !afterScore.test(follows.lower)) return true;
  return /\b(?:about|around|between|some|roughly|of|for|next|past|age[ds]?)$/.test(
    wordsBefore(tokens, at, 2),
  );
}

const unit =
  /^(?:%|per|percent|pc|pct|m|mm|cm|km|kg|g|bn|million|billion|thousand|years?|months?|weeks?|days?|hours?|minutes?|seconds?|mins?|miles?|metres?|feet|°)$/;

function hasUnit(tokens: readonly FigureToken[], at: number): boolean {
  const next = tokenAt(tokens, at);
  return unit.test(next.lower) || (next.lower === '-' && !next.gap);
}
