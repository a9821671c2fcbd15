import {
  genderOfGivenName,
  openingWord,
  organisationWord,
  stateOrFirm,
  titleWord,
} from '../../speakers/names.ts';
import { classOfNoun } from '../question/ask-nouns.ts';
import { joiningWords } from '../words/plain-words.ts';
import { type Fill, type Ground, gapBefore, lowerAt } from './fill.ts';

/** A run of words with capitals. */
interface NameRun {
  readonly from: number;
  readonly to: number;
}

const connector = /^(?:of|de|du|des|la|le|da|di|del|van|von|der|den|bin|al|ibn|the|and|e|y)$/;
const dayOrMonth =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)s?$/;

/** The names of a sentence: runs of capitals, particles within them. */
function findNames(ground: Ground): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < ground.words.length; at += 1) {
    if (!startsName(ground, at)) continue;
    const to = nameEnd(ground, at);
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}

function startsName(ground: Ground, at: number): boolean {
  const word = ground.words[at];
  if (word?.isCapital !== true || dayOrMonth.test(word.lower)) return false;
  if (word.lower === 'i' || word.lower === 's') return false;
  const opens = at === 0 || /[.:?!“"‘]\s?$|^\s?[“"‘]/.test(gapBefore(ground, at));
  if (!opens)
    return !joiningWords.has(word.lower) || (word.text.length > 1 && word.text === word.text.toUpperCase());
  if (joiningWords.has(word.lower) || openingWord.test(word.text)) return false;
  return ground.words[at + 1]?.isCapital === true || !ground.isPlain(word.lower);
}

function nameEnd(ground: Ground, from: number): number {
  let to = from + 1;
  for (;;) {
    if (isJoined(ground, to) && ground.words[to]?.isCapital === true) to += 1;
    else if (connects(ground, to)) to += 2;
    else return to;
  }
}

const isJoined = (ground: Ground, at: number): boolean =>
  /^(?:[ \u00a0-]|\. |\.)$/.test(gapBefore(ground, at)) && at < ground.words.length;

const connects = (ground: Ground, at: number): boolean =>
  /^(?:of|de|du|des|la|le|da|di|del|van|von|der|den|bin|al|ibn)$/.test(lowerAt(ground, at)) &&
  connector.test(lowerAt(ground, at)) &&
  isJoined(ground, at) &&
  isJoined(ground, at + 1) &&
  ground.words[at + 1]?.isCapital === true;

/** Persons: by a given name, a title, or by looking like one; then bodies, then people by what they are. */
export function findPersons(ground: Ground): readonly Fill[] {
  const named = findNames(ground).map((run) => ({ ...run, strength: personStrength(ground, run) }));
  return [...named, ...plainPersons(ground), ...doers(ground)];
}

function personStrength(ground: Ground, { from, to }: NameRun): number {
  const words = ground.words.slice(from, to);
  const first = words[0];
  if (first === undefined) return 0;
  if (titleWord.test(first.text) && words.length > 1) return 1;
  if (genderOfGivenName(first.lower) !== undefined) return 1;
  if (words.some(({ text }) => organisationWord.test(text))) return 0.35;
  if (words.some(({ text }) => stateOrFirm.test(text))) return 0.3;
  if (/^(?:in|at|near)$/.test(lowerAt(ground, from - 1))) return 0.3;
  return words.length === 1 ? 0.6 : 0.85;
}

/** "a retired teacher", "two brothers", "the police". */
function plainPersons(ground: Ground): readonly Fill[] {
  return ground.words.flatMap((word, at): readonly Fill[] => {
    const noun = word.isCapital ? undefined : classOfNoun(word.stem);
    if (noun !== 'person' && noun !== 'body') return [];
    const isTold = /^(?:a|an|the|two|three|his|her|their|former)$/.test(lowerAt(ground, at - 1));
    return [{ from: isTold ? at - 1 : at, to: at + 1, strength: noun === 'person' ? 0.4 : 0.25 }];
  });
}

const longestDoer = 4;

/** "… was raked by a novice": whoever stands behind "by", whatever they are. */
function doers(ground: Ground): readonly Fill[] {
  return ground.words.flatMap(({ lower }, at): readonly Fill[] => {
    const next = ground.words[at + 1];
    if (lower !== 'by' || next === undefined || next.isNumber || next.lower.endsWith('ing')) return [];
    let to = at + 2;
    while (
      to < ground.words.length &&
      to < at + 1 + longestDoer &&
      /^[ ]$/.test(gapBefore(ground, to)) &&
      !joiningWords.has(lowerAt(ground, to))
    )
      to += 1;
    return [
      { from: at + 1, to, strength: /^(?:a|an|the|his|her|their|two|three)$/.test(next.lower) ? 0.6 : 0.4 },
    ];
  });
}

const preposition =
  /^(?:in|at|near|from|to|outside|across|off|into|through|around|on|along|of|over|toward|towards|between|inside)$/;

/** Places: names behind a preposition, known ones, then plain places. */
export function findPlaces(ground: Ground): readonly Fill[] {
  const named = findNames(ground).map((run) => ({ ...run, strength: placeStrength(ground, run) }));
  return [...named, ...plainPlaces(ground)];
}

const bodyWord =
  /^(?:Police|Ministry|Department|Committee|Commission|Party|Agency|Company|Corp|Inc|Ltd|Press|News|Times|Association|Union|Service)$/;

function placeStrength(ground: Ground, { from, to }: NameRun): number {
  const words = ground.words.slice(from, to);
  const before = lowerAt(ground, from - 1) === 'the' ? lowerAt(ground, from - 2) : lowerAt(ground, from - 1);
  if (genderOfGivenName(words[0]?.lower ?? '') !== undefined && words.length > 1) return 0.2;
  if (words.some(({ text }) => bodyWord.test(text)))
    return /^(?:in|at|near|outside)$/.test(before) ? 0.6 : 0.2;
  if (/^(?:in|at|near|outside|across)$/.test(before)) return 1;
  if (words.some(({ text }) => stateOrFirm.test(text))) return 0.9;
  if (preposition.test(before)) return 0.75;
  return words.some(({ stem }) => classOfNoun(stem) === 'place') ? 0.7 : 0.35;
}

function plainPlaces(ground: Ground): readonly Fill[] {
  return ground.words.flatMap((word, at): readonly Fill[] => {
    if (!/^(?:in|at|near|outside|on|inside|behind|under|beneath|across|along|off|from)$/.test(word.lower))
      return [];
    const opensPhrase = /^(?:the|a|an|his|her|their|its)$/.test(lowerAt(ground, at + 1));
    if (!opensPhrase) return [];
    const place = [at + 2, at + 3, at + 4].find(
      (index) => classOfNoun(ground.words[index]?.stem ?? '') === 'place',
    );
    return [
      {
        from: at + 1,
        to: Math.min((place ?? at + 2) + 1, ground.words.length),
        strength: place === undefined ? 0.35 : 0.7,
      },
    ];
  });
}

/** Names beside the noun that is asked for: "what river" the Thames. */
export function findNamed(ground: Ground, focusStem: string | undefined): readonly Fill[] {
  return findNames(ground).map(({ from, to }) => {
    const near = ground.words.slice(Math.max(0, from - 4), to + 3).some(({ stem }) => stem === focusStem);
    return { from, to, strength: focusStem !== undefined && near ? 0.9 : 0.5 };
  });
}
