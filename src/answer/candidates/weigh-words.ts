import { foldedWords, stemOf } from '../../domain/folded-words.ts';
import { tellingWords } from '../../story/words.ts';
import { asksOnly } from '../question/asked-words.ts';
import type { CommonStems } from './common-stems.ts';

/** A word of a question, and how much it tells of what the question is about. */
export interface WeighedWord {
  readonly word: string;
  readonly stem: string;
  readonly weight: number;
  readonly isRare: boolean;
}

/** What a question is searched by: its telling words, those that tell most first. */
export interface WeighedQuestion {
  readonly words: readonly WeighedWord[];
  /** Names of several words: pairs of stems that stand side by side. */
  readonly names: readonly (readonly [string, string])[];
}

/** Written large where no sentence starts, or with a digit. */
const named = /(?<=\S\s)["“‘']?\p{Lu}[\p{L}'’]*|\S*\p{N}\S*/gu;

/** Words of a question that are never what it is about. */
const amounts = new Set(['many', 'much']);

/** A name counts for more than its rarity says: an article without it is about something else. */
const nameWeight = 1.25;
/** What only asks ("how many people") stands in articles by chance. */
const askingWeight = 0.4;
/** At most so many of a hundred articles have a rare word. */
const rareShare = 0.01;

/** How telling a word is that so many of some articles have. */
const rarity = (held: number, among: number): number => Math.log(1 + (among - held + 0.5) / (held + 0.5));

export function weighWords(question: string, { articleCount, counts }: CommonStems): WeighedQuestion {
  const all = foldedWords(question);
  const names = new Set((question.match(named) ?? []).flatMap(foldedWords));
  const telling = new Set(tellingWords(question).flatMap(foldedWords));
  const kept = all.filter((word) => names.has(word) || (telling.has(word) && !amounts.has(word)));
  const words = [...new Map(kept.map((word) => [stemOf(word), word]))].map(([stem, word]) => {
    const held = counts.get(stem) ?? 0;
    const plain = rarity(held, articleCount);
    const factor = names.has(word) ? nameWeight : asksOnly(word) ? askingWeight : 1;
    return { word, stem, weight: plain * factor, isRare: held <= Math.max(1, rareShare * articleCount) };
  });
  const pairs = all.slice(1).flatMap((word, index): (readonly [string, string])[] => {
    const before = all[index] ?? '';
    return names.has(word) && names.has(before) && word !== before ? [[stemOf(before), stemOf(word)]] : [];
  });
  return { words: words.toSorted((one, other) => other.weight - one.weight), names: pairs };
}
