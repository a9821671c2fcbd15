import { skipHyphen } from './number-scales.ts';
import type { WordClass } from './tags.ts';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt } from './tokens.ts';
import { looksPlural, singular } from './words.ts';

/** The noun a number counts. */
export interface CountedNoun {
  /** The singular, small. */
  readonly unit: string;
  /** Tokens from the first word after the number to the noun (exclusive). */
  readonly to: number;
}

/** A sentence's tokens with their word classes. */
export interface Tagged {
  readonly tokens: readonly FigureToken[];
  readonly classes: readonly WordClass[];
}

const longestPhrase = 7;
const notInPhrase =
  /^(?:and|or|to|in|on|at|by|for|from|with|of|the|an?|is|are|was|were|be|been|has|have|had|will|would|could|should|can|may|might|but|that|which|who|when|while|as|than|then|so|if|it|he|she|they|we|i|you|this|these|those|after|before|during|since|until|into|over|under|about|against|between|through|ago|said|says|per|not|did|do|does|also|only|even|because|where|there|both|each|including|now|up|down|out|off|today|yesterday|later|earlier|last|next|compared|respectively|away|apart|alone|such|via|across|among|amid|around|within|without|despite|least|all|what|how|yet|just|too|already|still|once|again|here|per|vs|versus)$/;
const notHead =
  /^(?:other|others|more|new|former|separate|successive|consecutive|straight|different|big|large|small|major|minor|further|additional|young|old|total|extra|full|overall|combined|single|fewer|less|plus|strong|long|top|per|times|olds?)$/;

/** The noun that a number counts, after the token at `at`: "36-page", "12,000 fewer books", "six of his 110 cows". */
export function countedNoun({ tokens, classes }: Tagged, at: number): CountedNoun | undefined {
  const hyphen = skipHyphen(tokens, at);
  if (hyphen > at) return hyphenNoun(tokens, classes, hyphen);
  const from = startOfPhrase(tokens, classes, at);
  if (from === undefined) return undefined;
  let head: number | undefined;
  for (let to = from; to < from + longestPhrase; to++) {
    if (endsPhrase(tokens, classes, to, from) || (head !== undefined && !goesOn(tokens, classes, to, head)))
      break;
    if (isHead(tokens, classes, to)) head = to;
  }
  if (head === undefined) return undefined;
  if (isMeasureNoun(tokens, classes, from, head)) return { unit: tokenAt(tokens, from).lower, to: from + 1 };
  return { unit: singular(tokenAt(tokens, head).lower), to: head + 1 };
}

/** "a five stop tour", "a 22 point lead": no plural follows, so the first noun is what is counted. */
function isMeasureNoun(
  tokens: readonly FigureToken[],
  classes: readonly WordClass[],
  from: number,
  head: number,
): boolean {
  const isPlural = looksPlural(tokenAt(tokens, head).lower);
  return !isPlural && head > from && classes[from] === 'NOUN' && !isCapitalised(tokenAt(tokens, from));
}

/** "36-page", "28-yard", "13-strong", "five-star". */
function hyphenNoun(
  tokens: readonly FigureToken[],
  classes: readonly WordClass[],
  at: number,
): CountedNoun | undefined {
  const token = tokenAt(tokens, at);
  if (
    token.kind !== 'word' ||
    /^(?:fold|odd|plus|ish|strong|way|and|to|or|something|old|up|down|off|on|in|over)$/.test(token.lower)
  ) {
    return /^(?:odd|plus|ish)$/.test(token.lower) ? countedNoun({ tokens, classes }, at + 1) : undefined;
  }
  if (/(?:[^e]ed|ing)$/.test(token.lower) && !/^(?:bed|shed|sled)$/.test(token.lower)) return undefined;
  return { unit: singular(token.lower), to: at + 1 };
}

const determiner = /^(?:the|its|their|his|her|our|my|your|those|these|all|an?|such)$/;

/** Steps over "of the", "or so", "+" and a second number ("six of his 110 cows"). */
function startOfPhrase(
  tokens: readonly FigureToken[],
  classes: readonly WordClass[],
  at: number,
): number | undefined {
  let from = at;
  if (tokenAt(tokens, from).lower === '+') from++;
  if (tokenAt(tokens, from).lower === 'or' && /^(?:so|more)$/.test(tokenAt(tokens, from + 1).lower))
    from += 2;
  if (tokenAt(tokens, from).kind === 'mark' && !/^["“‘']$/.test(tokenAt(tokens, from).lower))
    return undefined;
  if (tokenAt(tokens, from).lower === 'of') {
    from++;
    while (determiner.test(tokenAt(tokens, from).lower) || classes[from] === 'NUM') from++;
  }
  return /^["“‘']$/.test(tokenAt(tokens, from).lower) ? from + 1 : from;
}

function endsPhrase(
  tokens: readonly FigureToken[],
  classes: readonly WordClass[],
  at: number,
  from: number,
): boolean {
  const token = tokenAt(tokens, at);
  if (token.kind === 'mark') return token.lower !== '&' && !(token.lower === '-' && !token.gap);
  if (tokenAt(tokens, at - 1).lower === '-' && !token.gap && at > from) return false;
  if (token.kind === 'digits') return at > from && !isCapitalised(tokenAt(tokens, at + 1));
  if (token.lower === 'and') return at === from || !joinsWords(tokens, classes, at);
  return notInPhrase.test(token.lower) || /^(?:AUX|ADP|SCONJ|PRON|PART)$/.test(classes[at] ?? '');
}

/** The "and" of "Larch and Elm cars", "digital and printed copies". */
function joinsWords(tokens: readonly FigureToken[], classes: readonly WordClass[], at: number): boolean {
  const areNames = isCapitalised(tokenAt(tokens, at - 1)) && isCapitalised(tokenAt(tokens, at + 1));
  return areNames || (classes[at - 1] === 'ADJ' && classes[at + 1] === 'ADJ');
}

/** After a plural noun the phrase goes on only with another noun ("sales staff", "jobs cuts"). */
function goesOn(
  tokens: readonly FigureToken[],
  classes: readonly WordClass[],
  at: number,
  head: number,
): boolean {
  const before = tokenAt(tokens, head);
  const token = tokenAt(tokens, at);
  if (head !== at - 1) return true;
  if (before.lower.endsWith("'s") || token.lower === '-' || token.lower === 'and') return true;
  if (!looksPlural(before.lower)) return classes[at] !== 'VERB' || looksPlural(tokenAt(tokens, at + 1).lower);
  return (
    classes[at] === 'NOUN' && looksPlural(token.lower) && !isCapitalised(before) && classes[head] !== 'PROPN'
  );
}

function isHead(tokens: readonly FigureToken[], classes: readonly WordClass[], at: number): boolean {
  const token = tokenAt(tokens, at);
  if (token.kind !== 'word' || notHead.test(token.lower) || token.lower.endsWith("'s")) return false;
  const next = tokenAt(tokens, at + 1);
  if (next.lower === '-' && !next.gap && !tokenAt(tokens, at + 2).gap) return false;
  const wordClass = classes[at];
  if (looksPlural(token.lower)) return wordClass !== 'ADV' && wordClass !== 'DET';
  return (
    wordClass === 'NOUN' ||
    wordClass === 'PROPN' ||
    (wordClass === 'X' && !/(?:ed|ly|ing)$/.test(token.lower))
  );
}
