import { isCurrencyWord } from './money.ts';
import type { NotFigureRule } from './not-dates.ts';
import { isYear } from './not-dates.ts';
import { smallNumber } from './numbers.ts';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt, wordsBefore } from './tokens.ts';
import { readUnit } from './units.ts';
import { looksPlural } from './words.ts';

const labelNoun =
  /^(?:article|section|chapter|phase|stage|level|type|grade|class|category|channel|radio|room|junction|platform|page|pages|paragraph|clause|appendix|volume|vol|part|act|scene|episode|round|lap|leg|tier|zone|gate|terminal|runway|exit|route|highway|interstate|flight|ward|apartment|flat|suite|question|division|league|formula|proposition|resolution|protocol|covid|generation|gen|mark|mk|precinct|verse|psalm|heat|lane|hole|bloc|schedule|annex|size|rule|tranche|windows|version|step|corridor|field|pier|pump|reactor)$/;
const timeLabel =
  /^(?:day|week|year|month|season|series|game|match|hour|quarter|set|unit|group|wave|test|problem)$/;
const beforePeriod =
  /^(?:this|last|next|an?|each|every|per|that|the|one|final|some|previous|same|earlier|later|past|coming|first|second|third|half|whole|all|his|her|their|its|our)$/;
/** Words that often open a sentence or stand in capitals without being a name. */
const openingWord =
  /^(?:about|around|some|nearly|almost|another|the|an?|in|at|on|for|of|by|to|from|with|but|and|or|only|just|over|under|all|these|those|its|their|his|her|our|my|your|more|last|first|next|up|roughly|since|after|before|between|fewer|less|than|when|while|if|as|that|this|there|here|now|then|every|each|both|currently|meanwhile|also|today|yesterday|including|previous|total|aged|age|among|within|until|through|during|approximately|at least|where|which|who|what|how|why|because|so|yet|nor|no|not|even|still|nobody|we|he|she|they|it|i|you|is|are|was|were|has|had|have|will|would|could|should|may|might|must|can|did|do|does|get|got|give|take|make|see|say|said|says|add|added|hundreds|thousands|monday|tuesday|wednesday|thursday|friday|saturday|sunday|per|worth|against|versus|despite|amid|across|per|plus|minus|equals|seats|source)$/;
const street =
  /^(?:street|road|avenue|lane|square|place|drive|court|terrace|crescent|way|gardens|row|hill|boulevard|close|mews|st|rd|ave)$/;
const numberedThing = /^(?:no|nos|number|numbers)$/;

function isNumber(token: FigureToken): boolean {
  return /^\d+$/.test(token.text) || (token.kind === 'word' && smallNumber(token.lower) !== undefined);
}

/** "No 10", "number one", "No. 3": begins at the number. */
const numbered: NotFigureRule = (tokens, at) => {
  if (!isNumber(tokenAt(tokens, at))) return undefined;
  const before = tokenAt(tokens, at - 1).lower === '.' ? at - 2 : at - 1;
  const token = tokenAt(tokens, before);
  if (token.text === 'Under' && before > 0 && before === at - 1) return at + 1;
  if (
    !numberedThing.test(token.lower) ||
    (token.lower === 'no' && !isCapitalised(token) && before === at - 1)
  )
    return undefined;
  return at + 1;
};

/** "Article 5", "type 2", "phase three", "week 3": a kind of thing and which one. */
const labelled: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  const label = tokenAt(tokens, at - 1);
  if (!isNumber(token) || !token.gap || isUnitAfter(tokens, at + 1)) return undefined;
  const isYear = label.lower === 'year' && tokenAt(tokens, at - 2).lower === 'the' && token.kind === 'digits';
  const isTime =
    isYear || (timeLabel.test(label.lower) && !beforePeriod.test(tokenAt(tokens, at - 2).lower) && at > 1);
  if (!labelNoun.test(label.lower) && !isTime && !(timeLabel.test(label.lower) && isCapitalised(label)))
    return undefined;
  const next = tokenAt(tokens, at + 1);
  const mayCount = next.kind === 'word' && looksPlural(next.lower) && !isCapitalised(label);
  if (mayCount && (isTime || Number(token.text) > 20)) return undefined;
  return rangeEnd(tokens, at);
};

function isUnitAfter(tokens: readonly FigureToken[], at: number): boolean {
  const next = tokenAt(tokens, at);
  return (
    /^(?:%|per|percent|pc|million|billion|thousand|hundred|bn|years?|months?|weeks?|days?|hours?|minutes?|miles?|metres?|feet|people)$/.test(
      next.lower,
    ) && !(next.lower === 'per' && tokenAt(tokens, at + 1).lower !== 'cent')
  );
}

/** "Articles 5 and 6", "pages 3-7". */
function rangeEnd(tokens: readonly FigureToken[], at: number): number {
  const joined =
    /^(?:-|and|or|to)$/.test(tokenAt(tokens, at + 1).lower) && /^\d{1,3}$/.test(tokenAt(tokens, at + 2).text);
  return joined && tokenAt(tokens, at + 1).lower === '-' && !isUnitAfter(tokens, at + 3) ? at + 3 : at + 1;
}

/** "iPhone 15", "Snap 7", "FTSE 100": a name and its number. */
const nameThenNumber: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  const name = tokenAt(tokens, at - 1);
  if (!/^\d{1,5}$/.test(token.text) || !token.gap || name.kind !== 'word') return undefined;
  const isName =
    /^(?:\p{Lu}|[ie]\p{Lu})/u.test(name.text) ||
    /^(?:ftse|nasdaq|cac|dax|nikkei|stoxx|sp|iphone|ipad|euro)$/.test(name.lower);
  if (!isName || openingWord.test(name.lower) || /^(?:EUR|USD|GBP|CHF|Rs|RM|US)$/.test(name.text))
    return undefined;
  if (isUnitAfter(tokens, at + 1) || isGluedUnit(tokens, at + 1) || isMeasured(tokens, at + 1))
    return undefined;
  return mayCount(tokens, at) ? undefined : endOfNameNumber(tokens, at);
};

/** "Yesterday Orbex sent 300 jets": after a plain name a large number before a small plural noun counts it. */
function mayCount(tokens: readonly FigureToken[], at: number): boolean {
  const [name, token, next] = [tokenAt(tokens, at - 1), tokenAt(tokens, at), tokenAt(tokens, at + 1)];
  const counts = next.kind === 'word' && !isCapitalised(next) && looksPlural(next.lower);
  return (
    counts &&
    Number(token.text) > 20 &&
    !isYear(token) &&
    /^\p{Lu}[\p{Ll}'’.]+$/u.test(name.text) &&
    !/^(?:class|boeing|airbus|fortune|formula|apollo)$/.test(name.lower)
  );
}

/** "the Larch 16 inch screen", "640bhp" */
function isMeasured(tokens: readonly FigureToken[], at: number): boolean {
  const unit = readUnit(tokens, at);
  return unit !== undefined && !/^(?:mi|min|s|h|MP|MB)$/.test(unit.unit);
}

function isGluedUnit(tokens: readonly FigureToken[], at: number): boolean {
  const next = tokenAt(tokens, at);
  return !next.gap && /^(?:p|m|k|bn|km|kg|cm|mm|mph|gb|ft|hp|kw|mw|%|°|€|£|\$)$/.test(next.lower);
}

/** Takes the plural s of "Class 61s" and the small letters of "iPhone 15s". */
function endOfNameNumber(tokens: readonly FigureToken[], at: number): number {
  const next = tokenAt(tokens, at + 1);
  if (
    next.lower === '-' &&
    !next.gap &&
    /^\d+$/.test(tokenAt(tokens, at + 2).text) &&
    !tokenAt(tokens, at + 2).gap
  )
    return at + 3;
  return !next.gap && next.kind === 'word' ? at + 2 : at + 1;
}

/** "F-16", "Covid-19", "G7", "mid-2019": letters joined to digits, unless the letters are money or a bound. */
const joinedToLetters: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  if (token.kind !== 'digits' || token.gap) return undefined;
  const before = tokenAt(tokens, at - 1);
  const isPower = before.kind === 'word' && tokenAt(tokens, at - 2).kind === 'digits' && !before.gap;
  if (isPower) return undefined;
  const isJoined =
    before.kind === 'word'
      ? !isCurrencyWord(before.text) && !isSignedDollar(tokens, at)
      : isPunctuated(tokens, at);
  return isJoined ? endOfNameNumber(tokens, at) : undefined;
};

/** "F-16" and "ID.3", but not "sub-5%" and "18-to-24". */
function isPunctuated(tokens: readonly FigureToken[], at: number): boolean {
  const [mark, word] = [tokenAt(tokens, at - 1), tokenAt(tokens, at - 2)];
  if (word.kind !== 'word' || (mark.gap && word.lower !== 'covid')) return false;
  if (mark.lower === '.') return true;
  const isBound = /^(?:sub|over|under|to|non)$/.test(word.lower) && !isYear(tokenAt(tokens, at));
  if (mark.lower !== '-' || isBound || (tokenAt(tokens, at - 3).kind === 'digits' && !word.gap)) return false;
  return !isUnitAfter(tokens, at + 1) && tokenAt(tokens, at + 1).lower !== '%';
}

/** "$US5m", "$A5m". */
function isSignedDollar(tokens: readonly FigureToken[], at: number): boolean {
  return tokenAt(tokens, at - 2).lower === '$' && /^(?:us|a|nz|hk|c)$/.test(tokenAt(tokens, at - 1).lower);
}

/** "10 Downing Street", "3 Series", "50 Cent": a number that begins a name. */
const numberThenName: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  if (!isNumber(token)) return undefined;
  if (isHouseRange(tokens, at)) return at + 2;
  const next = tokenAt(tokens, at + 1);
  if (!isCapitalised(next) || !next.gap) return undefined;
  if (/^(?:Cent|Series|Eyed|Degrees|Pro|Max)$/.test(next.text)) return at + 2;
  for (let to = at + 2; to < at + 4 && isCapitalised(tokenAt(tokens, to)); to++) {
    if (street.test(tokenAt(tokens, to).lower)) return to + 1;
  }
  return undefined;
};

/** The 16 of "16-18 Quay Street". */
function isHouseRange(tokens: readonly FigureToken[], at: number): boolean {
  const isRange = tokenAt(tokens, at + 1).lower === '-' && /^\d+$/.test(tokenAt(tokens, at + 2).text);
  return isRange && !tokenAt(tokens, at + 1).gap && numberThenName(tokens, at + 2) !== undefined;
}

const sentenceLead = /(?:^|[.!?:;"'“”‘’(–—•*>-] ?)$/;

/** "the Six Nations", "the Big Four", "BBC Two": number words in capitals inside a sentence. */
const capitalWord: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  if (token.kind !== 'word' || !isCapitalised(token) || smallNumber(token.lower) === undefined)
    return undefined;
  const next = tokenAt(tokens, at + 1);
  if (next.kind === 'digits' && !next.gap) return at + 2;
  if (/^(?:Nations|Direction|Sisters|Kingdoms|Pillars|Dials|Wells)$/.test(next.text)) return at + 2;
  if (at === 0 || sentenceLead.test(wordsBefore(tokens, at, 1))) return undefined;
  const before = tokenAt(tokens, at - 1);
  const isName =
    isCapitalised(before) ||
    (before.lower === 'of' && isCapitalised(tokenAt(tokens, at - 2))) ||
    (next.gap && isCapitalised(next));
  return isName ? at + 1 : undefined;
};

/** "24/7", "9/11", "50/50", "4x4". */
const fixedPair: NotFigureRule = (tokens, at) => {
  const [sign, second] = [tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  if (sign.gap || second.gap || tokenAt(tokens, at).kind !== 'digits') return undefined;
  const written = `${tokenAt(tokens, at).text}${sign.lower}${second.text}`;
  return /^(?:24\/7|9\/11|7\/7|50[/-]50|20\/20|\d{1,2}\/10|\d+x\d+)$/.test(written) ? at + 3 : undefined;
};

/** "a top 10 finish", "the top five": a rank, unless things are counted ("the top 10 firms"). */
const topRank: NotFigureRule = (tokens, at) => {
  if (!isNumber(tokenAt(tokens, at))) return undefined;
  const isTop = tokenAt(tokens, at - 1).lower === 'top' || /\btop-$/.test(wordsBefore(tokens, at, 2));
  const isRanked = /\b(?:ranked|seeded|seed)$/.test(wordsBefore(tokens, at, 1));
  const isRound =
    /\b(?:last|final)$/.test(wordsBefore(tokens, at, 1)) &&
    /^(?:4|8|16|32|four|eight)$/.test(tokenAt(tokens, at).lower);
  if (isRound && /^(?:[,.;]|of|in|at|and|with|for|after|on|to|)$/.test(tokenAt(tokens, at + 1).lower))
    return at + 1;
  if (!isTop && !isRanked) return undefined;
  const next = tokenAt(tokens, at + 1);
  return isRanked || !(next.kind === 'word' && looksPlural(next.lower)) ? at + 1 : undefined;
};

/** "1. …" or "2) …" at the head of a sentence: a number in a list. */
const listMarker: NotFigureRule = (tokens, at) => {
  const isHead = at === 0 && /^\d{1,2}$/.test(tokenAt(tokens, 0).text);
  const mark = tokenAt(tokens, 1);
  return isHead && /^[.):]$/.test(mark.lower) && !mark.gap && tokenAt(tokens, 2).gap ? 1 : undefined;
};

/** Numbers that belong to names, lists and ranks. */
export const nameRules: readonly NotFigureRule[] = [
  listMarker,
  fixedPair,
  numbered,
  labelled,
  topRank,
  joinedToLetters,
  nameThenNumber,
  numberThenName,
  capitalWord,
];
