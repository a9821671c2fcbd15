import type { Source } from '../quotations/places.ts';
import type { Clue } from './clues.ts';
import { clue } from './clues.ts';
import type { Mention } from './phrases.ts';
import { ownerAt, ownerBefore } from './phrases.ts';
import { cueAt } from './verbs.ts';

const nounOfSaying =
  /^(?:claim|statement|remark|comment|warning|promise|pledge|assertion|call|demand|argument|suggestion|description|declaration|insistence|vow|words?|view|belief|complaint|proposal|request|admission|conclusion|response|reply|answer|question|boast|criticism|characterization|characterisation|phrase|message|prediction|contention|allegation|accusation|plea|threat|order)s?$/;
/** Words that may part an owner from the noun: "her recent claim". */
const furthestOwner = 3;

/**
 * "Voss's claim that “…”", "her promise to “…”": the owner of the noun at `noun` speaks; but not in "Poe dismissed
 * Voss's claim: “…”".
 */
export function findOwnerClue(source: Source, noun: number, from: number): Clue | undefined {
  const { tokens } = source;
  if (!nounOfSaying.test(tokens[noun]?.lower ?? '')) return undefined;
  if (!/^(?:that|to|:)$/.test(tokens[noun + 1]?.text ?? '')) return undefined;
  const owner = ownerOf(source, noun, from);
  if (owner === undefined) return undefined;
  const isObject = tokens[noun + 1]?.text === ':' && cueAt(tokens, owner.from - 1) !== undefined;
  return isObject ? undefined : clue('owner', owner, noun);
}

function ownerOf(source: Source, noun: number, from: number): Mention | undefined {
  const { tokens } = source;
  for (let at = noun - 1; at >= Math.max(from, noun - furthestOwner); at--) {
    if (/^[’']s?$/.test(tokens[at]?.text ?? '')) return ownerBefore(source, at);
    const owner = ownerAt(source, at);
    if (owner || tokens[at]?.kind !== 'word') return owner;
  }
  return undefined;
}
