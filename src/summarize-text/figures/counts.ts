import { isAge } from './ages.ts';
import type { Draft } from './draft.ts';
import { inheritedUnit } from './left-out.ts';
import { isYear } from './not-dates.ts';
import type { Tagged } from './nouns.ts';
import { countedNoun } from './nouns.ts';
import { readNumber } from './numbers.ts';
import { isCapitalised, tokenAt, wordsBefore } from './tokens.ts';
import { readRate } from './units.ts';
import { looksPlural } from './words.ts';

/** Finds out what each number without a unit is: an age, a count of something, a number, or no figure at all. */
export function countThings(tagged: Tagged, drafts: readonly Draft[]): readonly Draft[] {
  const counted: Draft[] = [];
  drafts.forEach((draft, index) => {
    const isRead = draft.kind && !draft.needsNoun;
    const read = isRead ? draft : nameCount(tagged, draft, counted, drafts[index + 1]);
    if (read) counted.push(read);
  });
  return counted;
}

function nameCount(
  tagged: Tagged,
  draft: Draft,
  earlier: readonly Draft[],
  next: Draft | undefined,
): Draft | undefined {
  if (isAge(tagged.tokens, draft)) return { ...draft, kind: 'age', unit: 'age' };
  if (draft.plain && (isYearHere(tagged, draft) || isPartOfName(tagged, draft))) return undefined;
  const noun = isPronoun(tagged, draft) ? undefined : countedNoun(tagged, draft.to);
  if (noun) return withNoun(tagged, draft, noun.unit, noun.to);
  if (isOneOf(tagged, draft)) return { ...draft, kind: 'count', unit: nounOfGroup(tagged, draft.to + 1) };
  const listed = next && listedNoun(tagged, draft, next);
  if (listed !== undefined) return { ...draft, kind: 'count', unit: listed };
  return withoutNoun(tagged, draft, earlier);
}

function withoutNoun(tagged: Tagged, draft: Draft, earlier: readonly Draft[]): Draft | undefined {
  const earlierUnit = inheritedUnit(tagged, draft, earlier);
  if (earlierUnit) return { ...draft, ...earlierUnit };
  const isWeak = draft.inWords && !draft.scaled && draft.value <= 12;
  return isWeak ? undefined : { ...draft, kind: draft.needsNoun ? 'count' : 'number' };
}

function isOneOf({ tokens }: Tagged, draft: Draft): boolean {
  return draft.inWords && draft.value === 1 && tokenAt(tokens, draft.to).lower === 'of';
}

/** "one of the finest of the nine mills": the noun stands after the second "of". */
function nounOfGroup(tagged: Tagged, from: number): string {
  for (let at = from; at < from + 5; at++) {
    if (tokenAt(tagged.tokens, at).lower === 'of') return countedNoun(tagged, at)?.unit ?? '';
  }
  return '';
}

/** "four-, five- and six-door cars", "the 30 and 40 chairs": the noun stands once, after the last. */
function listedNoun(tagged: Tagged, draft: Draft, next: Draft): string | undefined {
  if (next.kind || next.from - draft.to > 3) return undefined;
  const between = wordsBefore(tagged.tokens, next.from, next.from - draft.to);
  if (!/^-?(?:,| ?and| ?or|, and)$/.test(between)) return undefined;
  const noun = countedNoun(tagged, next.to);
  if (noun) return noun.unit;
  const joined = tokenAt(tagged.tokens, next.to).lower === '-' ? next.to + 1 : next.to;
  return /^(?:,|and|or)$/.test(tokenAt(tagged.tokens, joined).lower)
    ? nounAfterList(tagged, joined + 1)
    : undefined;
}

function nounAfterList(tagged: Tagged, at: number): string | undefined {
  const number = readNumber(tagged.tokens, at);
  return number && countedNoun(tagged, number.to)?.unit;
}

function withNoun(tagged: Tagged, draft: Draft, unit: string, nounTo: number): Draft {
  if (unit === 'point' && isPoll(tagged, draft))
    return { ...draft, kind: 'percentage_points', unit, to: nounTo };
  const rate = readRate(tagged.tokens, nounTo);
  const perTime = rate && unit !== rate.unit ? `${unit}/${rate.unit}` : unit;
  return { ...draft, kind: 'count', unit: perTime, nounTo };
}

/** "leads by eight points", "risen nine points to 52%". */
function isPoll({ tokens }: Tagged, draft: Draft): boolean {
  return (
    /\b(?:leads?|led|leading|lead of|ahead|behind|swing|polls?|support|approval|ratings?|share|turnout|per cent|percent)\b|%/.test(
      wordsBefore(tokens, draft.from, 12),
    ) &&
    draft.value <= 60 &&
    !/\b(?:index|nasdaq|dow|ftse|nikkei|dax|cac|composite|average|stoxx|hang seng|s&p|shares|stocks|market|scored|league|table)\b/.test(
      wordsBefore(tokens, draft.from, 14),
    )
  );
}

const surelyCounted =
  /\b(?:more than|less than|fewer than|least|nearly|almost|some|exactly|approximately|totalling|total of|up to|another)$/;
const perhapsCounted = /\b(?:about|around|roughly|over|just|only)$/;
const atTime = /\b(?:in|since|until|circa|year|from|by|of|the|during)(?: about| around)?$/;
const countedNouns =
  /^(?:people|jobs|workers|homes|troops|soldiers|men|women|children|staff|employees|students|pupils|houses|members|patients|passengers|seats|tonnes|miles|metres|posts|units|calories|customers)$/;

/** Whether four digits are a year where they stand: "in 2019", "the 2019 results", but "some 2000 jobs". */
function isYearHere({ tokens }: Tagged, draft: Draft): boolean {
  if (!isYear(tokenAt(tokens, draft.to - 1)) || draft.to - draft.from > 1) return false;
  const before = wordsBefore(tokens, draft.from, 2);
  const next = tokenAt(tokens, draft.to).lower;
  if (surelyCounted.test(before)) return false;
  if (perhapsCounted.test(before) && countsAfter(tokens, draft.to)) return false;
  const isRecent = draft.value >= 1900 && draft.value <= 2060;
  const isCounted = isRecent ? countedNouns.test(next) : looksPlural(next) || /^(?:per|a)$/.test(next);
  return !isCounted || atTime.test(before);
}

function countsAfter(tokens: Tagged['tokens'], at: number): boolean {
  return looksPlural(tokenAt(tokens, at).lower) || looksPlural(tokenAt(tokens, at + 1).lower);
}

/** Digits glued to letters that are no unit ("5G", "747s"), or joined by a hyphen to a capital ("7-Eleven"). */
function isPartOfName({ tokens }: Tagged, draft: Draft): boolean {
  const next = tokenAt(tokens, draft.to);
  if (next.kind === 'word' && !next.gap) return true;
  return (
    next.lower === '-' &&
    !next.gap &&
    !tokenAt(tokens, draft.to + 1).gap &&
    isCapitalised(tokenAt(tokens, draft.to + 1))
  );
}

/** "the two agreed", "these three": people or things named before. */
function isPronoun({ tokens, classes }: Tagged, draft: Draft): boolean {
  const next = classes[draft.to];
  return (
    draft.inWords &&
    !draft.scaled &&
    (next === 'VERB' || next === 'AUX') &&
    /\b(?:the|these|those|other|all)$/.test(wordsBefore(tokens, draft.from, 1)) &&
    !looksPlural(tokenAt(tokens, draft.to + 1).lower)
  );
}
