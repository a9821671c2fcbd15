import type { Draft } from './draft.ts';
import { skipHyphen } from './number-scales.ts';
import { smallNumber } from './numbers.ts';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt, wordsAfter, wordsBefore } from './tokens.ts';
import { singular } from './words.ts';

const oldest = 125;

/** "54-year-old", "six months old", "18 years of age"; "40 million years old" is a duration. */
export function readAge(tokens: readonly FigureToken[], draft: Draft): Draft | undefined {
  const at = skipHyphen(tokens, draft.to);
  const period = tokenAt(tokens, at).lower;
  if (!/^(?:year|month|week|day|yr)s?$/.test(period)) return undefined;
  const old = skipHyphen(tokens, at + 1);
  const word = tokenAt(tokens, old).lower;
  const isOf = word === 'of' && tokenAt(tokens, old + 1).lower === 'age';
  if (!/^olds?(?:'s?)?$/.test(word) && !isOf) return undefined;
  const unit = singular(period).replace('yr', 'year');
  if (draft.value > oldest && !isOf && tokenAt(tokens, at + 1).lower !== '-')
    return { ...draft, kind: 'duration', unit, plain: false, to: at + 1 };
  return {
    ...draft,
    kind: 'age',
    unit: unit === 'year' ? 'age' : unit,
    plain: false,
    closed: true,
    to: isOf ? old + 2 : old + 1,
  };
}

/** "over-55s", "under-21s". */
export function readAgeGroup(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const word = tokenAt(tokens, at).lower;
  if (!/^(?:over|under)$/.test(word)) return undefined;
  const group = groupAge(tokens, skipHyphen(tokens, at + 1));
  if (!group) return undefined;
  return {
    from: at,
    ...group,
    kind: 'age',
    unit: 'age',
    modifier: word === 'over' ? '>' : '<',
    inWords: false,
    scaled: false,
    factor: 1,
    plain: false,
    closed: true,
  };
}

/** "55s", "fives". */
function groupAge(
  tokens: readonly FigureToken[],
  at: number,
): { readonly value: number; readonly to: number } | undefined {
  const [number, ending] = [tokenAt(tokens, at), tokenAt(tokens, at + 1)];
  if (/^\d{1,2}$/.test(number.text) && ending.lower === 's' && !ending.gap)
    return { value: Number(number.text), to: at + 2 };
  const word = /^([a-z]+?)e?s$/.exec(number.lower)?.[1] ?? '';
  const value = smallNumber(word) ?? smallNumber(`${word}e`);
  return value === undefined ? undefined : { value, to: at + 1 };
}

const cue =
  /\b(?:aged?|ages|ages? of|aged between|aged (?:from|over|under|just|only|about|around)|age (?:is|was|to|from|at|limit of|limit to|rises to|raised to)|turn(?:s|ed|ing)?|pension age (?:of|to|is|was)|retirement age (?:of|to|is|was)|life expectancy (?:of|is|was)|retir(?:e|ed|es|ing) at|died at|dead at|dies at)$/;
const people =
  /\b(?:people|those|anyone|children|adults|players|women|men|girls|boys|everyone|drivers|patients|kids|residents|voters|pensioners|students|viewers)(?: aged)? (?:under|over|below|above)(?: the age of)?$/;

/** Whether a bare number is somebody's age: after a name, "aged", "turned", or among those "under five". */
export function isAge(tokens: readonly FigureToken[], draft: Draft): boolean {
  if (
    draft.kind ||
    draft.scaled ||
    draft.value <= 0 ||
    draft.value > oldest ||
    !Number.isInteger(draft.value)
  )
    return false;
  const before = wordsBefore(tokens, draft.from, 5);
  const after = tokenAt(tokens, draft.to);
  if (/^or (?:older|younger)\b/.test(wordsAfter(tokens, draft.to, 2))) return true;
  if (isApposition(tokens, draft)) return true;
  if (cue.test(before))
    return after.kind !== 'word' || !/^(?:into|points?|times?|people|jobs|per|companies)$/.test(after.lower);
  if (people.test(before) && !/^(?:people|per|%|jobs|seats)/.test(after.lower)) return true;
  if (
    /\b(?:ages?|aged)\b.* (?:and|to|or|-)$/.test(before) ||
    /\b(?:ages|aged) [\d ,]*,$/.test(wordsBefore(tokens, draft.from, 8)) ||
    /\b(?:age|expectancy)\b.{0,30}\b(?:is|was|of|to|at|from)(?: (?:around|about|just|now|only))?$/.test(
      wordsBefore(tokens, draft.from, 8),
    )
  )
    return after.kind !== 'word' || !/^(?:people|jobs|months?|%)$/.test(after.lower);
  return isAgeLimit(tokens, draft) || isAgeOfPerson(before, tokens, draft);
}

/** "Foley, 44, who took the job": between a name and a comma; "(54)" after a name. */
function isApposition(tokens: readonly FigureToken[], draft: Draft): boolean {
  if (!draft.plain) return false;
  const [mark, name, after] = [
    tokenAt(tokens, draft.from - 1),
    tokenAt(tokens, draft.from - 2),
    tokenAt(tokens, draft.to),
  ];
  if (mark.lower === ',' && after.lower === ',' && person.test(name.lower)) return true;
  if (
    !isCapitalised(name) ||
    name.kind !== 'word' ||
    /^(?:In|On|At|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
      name.text,
    )
  )
    return false;
  if (mark.lower === '(') return after.lower === ')' && draft.value > 4;
  if (mark.lower !== ',') return false;
  return (
    after.start < 0 ||
    /^[,.;:)—"”’-]$/.test(after.lower) ||
    /^(?:of|from|was|were|and|who|will|has|had|is|whose|is|said|told)$/.test(after.lower)
  );
}

/** Nouns for one person, as in "the driver, 25, died". */
const person =
  /^(?:man|woman|boy|girl|victim|suspect|driver|teenager|pensioner|student|pupil|player|striker|midfielder|defender|actor|actress|singer|star|officer|mother|father|son|daughter|brother|sister|husband|wife|widow|nurse|teacher|farmer|director|[a-z]+(?:er|or|ist|ian|ant))$/;

/** "the driving age may rise to 19", "be 25 when the age for sitters is 30". */
function isAgeLimit(tokens: readonly FigureToken[], draft: Draft): boolean {
  if (
    draft.value < 10 ||
    draft.value > 100 ||
    !/\b(?:to|be|is|was|of|at|from|than|under|over|and|or)$/.test(wordsBefore(tokens, draft.from, 1))
  )
    return false;
  const after = tokenAt(tokens, draft.to);
  if (
    after.kind === 'word' &&
    !/^(?:and|or|to|in|by|from|for|while|but|would|will|when|if|as|at|on|next)$/.test(after.lower)
  )
    return false;
  return /\bages?\b/.test(`${wordsBefore(tokens, draft.from, 10)} ${wordsAfter(tokens, draft.to, 6)}`);
}

/** "he was 23 when", "she is 44 and". */
function isAgeOfPerson(before: string, tokens: readonly FigureToken[], draft: Draft): boolean {
  if (/\bat(?: just| only)?$/.test(before) && /^,? ?(?:he|she|i)\b/.test(wordsAfter(tokens, draft.to, 2)))
    return true;
  if (
    !/\b(?:i|he|she|who|i'm|he's|she's|you're)(?: (?:am|was|is|will be|would be|are))?(?: (?:now|just|only|about|already|not yet))?$/.test(
      before,
    )
  )
    return false;
  if (
    !/\b(?:am|was|is|be|are|i'm|he's|she's|you're)(?: (?:now|just|only|about|already|not yet))?$/.test(before)
  )
    return false;
  return /^(?:$|[,.;)"”]|when|and|or|now|at|but|then|while|by|in)/.test(wordsAfter(tokens, draft.to, 1));
}
