import type { Draft } from './draft.ts';
import type { Tagged } from './nouns.ts';
import { countedNoun } from './nouns.ts';
import { tokenAt, wordsBefore } from './tokens.ts';
import { looksPlural, singular } from './words.ts';

/** "310 shops open and 96 shut": the noun or unit left out the second time. */
export function inheritedUnit(
  tagged: Tagged,
  draft: Draft,
  earlier: readonly Draft[],
): Pick<Draft, 'kind' | 'unit'> | undefined {
  const { tokens } = tagged;
  const before = wordsBefore(tokens, draft.from, 2);
  if (/\b(?:the|these|those)$/.test(before) && draft.inWords) return undefined;
  if (/\b(?:mother|father|mum|dad|parent|parents)(?: -)? of$/.test(before))
    return { kind: 'count', unit: 'child' };
  const like = likeUnit(tokens, draft, earlier);
  if (like) return like;
  if (!Number.isInteger(draft.value)) return undefined;
  const last = earlier.findLast(({ kind }) => kind === 'count');
  if (last?.unit) return { kind: 'count', unit: last.unit.split('/')[0] ?? last.unit };
  const noun = partNoun(tagged, earlier) ?? baseNoun(tagged, draft.from) ?? subjectNoun(tagged, draft);
  return noun === undefined ? undefined : { kind: 'count', unit: noun };
}

/** "31.5 hours a week instead of 32.5". */
function likeUnit(
  tokens: Tagged['tokens'],
  draft: Draft,
  earlier: readonly Draft[],
): Pick<Draft, 'kind' | 'unit'> | undefined {
  const last = earlier.at(-1);
  const before = wordsBefore(tokens, draft.from, 2);
  if (last?.unit === 'point' && last.kind === 'count' && /\bto$/.test(before))
    return { kind: 'count', unit: 'point' };
  if (!last?.kind || !/^(?:percent|measure|duration)$/.test(last.kind) || draft.inWords || draft.scaled)
    return undefined;
  const ratio = draft.value / last.value;
  const leads = /\bto$/.test(before) && /\bfrom(?: [a-z]+)?$/.test(wordsBefore(tokens, last.from, 2));
  const compares = (leads || /\b(?:from|of|than|with|against)$/.test(before)) && draft.from - last.to < 10;
  return compares && ratio > 0.4 && ratio < 2.5 ? { kind: last.kind, unit: last.unit } : undefined;
}

/** "its reader base to 90,000", "a population of 8,000". */
function baseNoun({ tokens, classes }: Tagged, from: number): string | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const { lower } = tokenAt(tokens, at);
    if (/^(?:population|crowd|audience|congregation|turnout)$/.test(lower)) return 'person';
    if (/^(?:workforce|membership|staff)$/.test(lower))
      return lower.replace('ship', '').replace('force', 'er');
    if (/^(?:base|numbers|count|total)$/.test(lower) && classes[at - 1] === 'NOUN')
      return singular(tokenAt(tokens, at - 1).lower);
  }
  return undefined;
}

/** "68% of trains arrived on time and 41,000 were cancelled". */
function partNoun(tagged: Tagged, earlier: readonly Draft[]): string | undefined {
  const part = earlier.findLast(({ kind }) => kind === 'percent' || kind === 'fraction');
  if (!part || tokenAt(tagged.tokens, part.to).lower !== 'of') return undefined;
  const noun = countedNoun(tagged, part.to);
  return noun &&
    looksPlural(tokenAt(tagged.tokens, noun.to - 1).lower) &&
    !amounts.test(tokenAt(tagged.tokens, noun.to - 1).lower)
    ? noun.unit
    : undefined;
}

const amounts =
  /^(?:prices|sales|shares|profits|revenues|earnings|costs|futures|stocks|yields|rates|losses|bonds|exports|imports|markets|gains|takings|savings|wages|funds|assets|debts|results|levels|temperatures|returns|borrowings|bookings|proceeds|numbers|figures|days|years|months|weeks|estimates|points|odds|forecasts|hopes|it|they)$/;

/** "visits fell from 410,000 to 188,000", "the number of people … to 214,000": the subject says what is counted. */
function subjectNoun({ tokens, classes }: Tagged, draft: Draft): string | undefined {
  if (draft.value < 2) return undefined;
  for (let at = 0; at < draft.from; at++) {
    if (
      /^(?:number|total|numbers)$/.test(tokenAt(tokens, at).lower) &&
      tokenAt(tokens, at + 1).lower === 'of'
    ) {
      const noun = countedNoun({ tokens, classes }, at + 2);
      if (noun && noun.to <= draft.from) return noun.unit;
    }
  }
  return changingSubject(tokens, classes, draft);
}

function changingSubject(
  tokens: Tagged['tokens'],
  classes: Tagged['classes'],
  draft: Draft,
): string | undefined {
  const moves =
    /^(?:fell|fallen|rose|risen|dropped|grew|grown|increased|climbed|jumped|doubled|trebled|halved|declined|reached|surged|slumped)$/;
  for (let at = draft.from - 1; at > 0; at--) {
    if (!moves.test(tokenAt(tokens, at).lower)) continue;
    const noun = /^(?:has|have|had|also)$/.test(tokenAt(tokens, at - 1).lower) ? at - 2 : at - 1;
    const word = tokenAt(tokens, noun).lower;
    return /^(?:NOUN|PROPN|VERB)$/.test(classes[noun] ?? '') && looksPlural(word) && !amounts.test(word)
      ? singular(word)
      : undefined;
  }
  return undefined;
}
