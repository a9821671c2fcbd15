import type { Draft } from './draft.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsAfter, wordsBefore } from './tokens.ts';
import { looksPlural } from './words.ts';

/** Joins the two ends of a range, and gives a list's numbers the unit that stands once at its end. */
export function joinRanges(tokens: readonly FigureToken[], drafts: readonly Draft[]): readonly Draft[] {
  const joined: Draft[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const [first, second] = [drafts[at], drafts[at + 1]];
    if (!first) continue;
    const range = second && rangeOf(tokens, first, second);
    joined.push(range ?? first);
    if (range) at++;
  }
  return shareUnits(tokens, joined);
}

function rangeOf(tokens: readonly FigureToken[], first: Draft, second: Draft): Draft | undefined {
  if (first.value2 !== undefined || second.value2 !== undefined || !agree(first, second)) return undefined;
  const between = wordsBetween(tokens, first, second);
  if (between === undefined || !isJoin(tokens, first, second, between)) return undefined;
  const low = shareScale(first, second);
  const high = Math.abs(second.value);
  if (!(high > low) && !(between === '-' && first.negative)) return undefined;
  const kind = second.kind ?? first.kind;
  return {
    ...second,
    from: first.from,
    value: low,
    value2: high,
    unit: second.unit || first.unit,
    ...(kind ? { kind } : {}),
    plain: false,
    ...(first.modifier ? { modifier: first.modifier } : {}),
  };
}

/** "2-3 million", "$6 to $8 billion"; but in "$600 to $9 million" the first stands for itself. */
function shareScale(first: Draft, second: Draft): number {
  const scaled = first.value * second.factor;
  const isOwn =
    first.scaled || second.factor === 1 || first.value >= 1000 || Math.abs(scaled) > Math.abs(second.value);
  return isOwn ? first.value : scaled;
}

/** Both ends have the same unit, or only the second has one, or the first is written with its currency. */
function agree(first: Draft, second: Draft): boolean {
  if (isYearDraft(first) && !isYearDraft(second) && !isHyphened(first, second)) return false;
  if (/^(?:fraction|multiple)$/.test(first.kind ?? '') || (second.closed && second.kind !== 'age'))
    return false;
  if (!first.kind) return second.kind !== 'fraction' && second.kind !== 'multiple';
  if (!second.kind)
    return first.kind === 'money' && !first.unit.includes('/') && tokensAreNear(first, second);
  return first.kind === second.kind && first.unit.split('/')[0] === second.unit.split('/')[0];
}

function isYearDraft(draft: Draft): boolean {
  return draft.plain && draft.value >= 1900 && draft.value <= 2060;
}

/** "2000-2500 calories"; but "in 2018 to 3.9m" joins no year to an amount. */
function isHyphened(first: Draft, second: Draft): boolean {
  return second.from - first.to === 1 && second.kind !== undefined && second.value < first.value * 2;
}

function tokensAreNear(first: Draft, second: Draft): boolean {
  return second.from - first.to <= 1;
}

function wordsBetween(tokens: readonly FigureToken[], first: Draft, second: Draft): string | undefined {
  if (second.from - first.to > 4) return undefined;
  return wordsBefore(tokens, second.from, second.from - first.to)
    .replace(/^- to$|^-to$|^- to-$/, 'to')
    .replace(/^to (?:about|around|as much as|-)$/, 'to')
    .replace(/^and (?:about|around)$/, 'and');
}

function isJoin(tokens: readonly FigureToken[], first: Draft, second: Draft, between: string): boolean {
  if (between === '-') return !isScoreLike(tokens, first, second);
  const before = wordsBefore(tokens, first.from, 3);
  if (between === 'and') return /\b(?:between|from)(?: about| around| roughly)?$/.test(before);
  if (between === 'to') return !isChange(tokens, first);
  const isNear =
    !first.kind && !first.scaled && second.value > first.value && second.value <= first.value * 1.5 + 1;
  return between === 'or' && isNear && Number.isInteger(first.value) && Number.isInteger(second.value);
}

function isScoreLike(tokens: readonly FigureToken[], first: Draft, second: Draft): boolean {
  const bare = !first.kind && !second.kind && !first.scaled && !second.scaled;
  if (!bare || first.inWords || first.value >= 1000) return false;
  return (
    !looksPlural(tokenAt(tokens, second.to).lower) &&
    !looksPlural(tokenAt(tokens, second.to + 1).lower) &&
    !/\b(?:between|age[ds]?|about|around|some|of)$/.test(wordsBefore(tokens, first.from, 1))
  );
}

const changes =
  /\b(?:cut|cuts|cutting|fell|fall|falls|fallen|falling|rose|rise|rises|risen|rising|increas(?:e|ed|es|ing)|drop(?:s|ped|ping)?|grew|grow|grown|growing|reduc(?:e|ed|es|ing)|rais(?:e|ed|es|ing)|lower(?:ed|s|ing)?|slid|slump(?:ed)?|climb(?:ed|s)?|jump(?:ed|s)?|surg(?:ed|es)|went|go|gone|going|up|down|improv(?:e|ed|es)|chang(?:e|ed|es)|mov(?:e|ed|es)|slip(?:ped|s)?|declin(?:e|ed|es)|shrank|soar(?:ed)?|plunge[ds]?|doubled|trebled|tripled|halved|expand(?:ed)?|boost(?:ed)?|extend(?:ed)?|lift(?:ed)?|swell|swelled|narrow(?:ed|s)?|widen(?:ed|s)?|upgrade[ds]?|downgrade[ds]?|revised|trim(?:med)?|ease[ds]?)\b/;
const spans =
  /\b(?:rang(?:e|es|ed|ing)(?: in price)?|anywhere|varied|varying|var(?:y|ies)|aged|ages|anything|prices?|costs?|cost|costing|priced|pays?|between|salar(?:y|ies)|tickets|weigh(?:s|ing)?|lasts?|lasting|measur(?:e|es|ing)) (?:[a-z]+ )?from(?: as (?:little|low) as)?$/;

/** "rose from £18m to £21m", "fell 5% to 40%": two figures, before and after. */
function isChange(tokens: readonly FigureToken[], first: Draft): boolean {
  const before = wordsBefore(tokens, first.from, 12);
  if (spans.test(before)) return false;
  if (/\bfrom(?: about| around| just| an?| some| nearly| almost| up to)?$/.test(before))
    return changes.test(before);
  return first.kind !== undefined && changes.test(wordsBefore(tokens, first.from, 5));
}

/** "31, 32 and 33 per cent", "from 6.5 to 8.0 mm", "the 45 and 50 euro notes". */
function shareUnits(tokens: readonly FigureToken[], drafts: readonly Draft[]): readonly Draft[] {
  const shared = [...drafts];
  for (let at = shared.length - 2; at >= 0; at--) {
    const [draft, next] = [shared[at], shared[at + 1]];
    if (!draft || !next || draft.kind || draft.inWords !== next.inWords || !next.kind) continue;
    if (
      !/^(?:percent|money|measure|duration)$/.test(next.kind) ||
      startsWithSign(tokens, next) ||
      next.negative
    )
      continue;
    if (!isYearDraft(draft) && isListed(tokens, draft, next))
      shared[at] = {
        ...draft,
        value: shareScale(draft, next),
        kind: next.kind,
        unit: next.unit,
        plain: false,
      };
  }
  return shared;
}

function isListed(tokens: readonly FigureToken[], draft: Draft, next: Draft): boolean {
  const between = wordsAfter(tokens, draft.to, next.from - draft.to);
  if (next.from - draft.to > 3 || !/^-?(?:,| and| or|and|or|to|, and|\/|against|versus|from)$/.test(between))
    return false;
  if (/\baged?$/.test(wordsBefore(tokens, draft.from, 1))) return false;
  const ratio = shareScale(draft, next) / next.value;
  return between.includes('to') || (ratio > 0.05 && ratio < 20);
}

function startsWithSign(tokens: readonly FigureToken[], draft: Draft): boolean {
  return draft.kind === 'money' && tokenAt(tokens, draft.from).kind !== 'digits' && !draft.inWords;
}
