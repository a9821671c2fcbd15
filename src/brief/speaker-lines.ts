import { foldedWords, isSameSaying } from 'summarize-text';
import type { QuotedIn, SpeakerLine } from '../domain/speaker-file.ts';

/** Every line of some quotations, a repeated one once; newest first. */
export function speakerLines(quotations: readonly QuotedIn[]): readonly SpeakerLine[] {
  return groupSame(quotations.map((one) => ({ ...one, words: foldedWords(one.quotation.text) })))
    .map(lineOf)
    .toSorted((one, other) => other.at - one.at);
}

interface Worded extends QuotedIn {
  readonly words: string;
}

const keyLength = 4;

/** Runs of words by which a part finds the whole: what stands first in the part stands somewhere in the whole. */
function keysOf(words: string): readonly string[] {
  const list = words.split(' ');
  if (list.length < keyLength) return [words];
  return list.slice(keyLength - 1).map((_, at) => list.slice(at, at + keyLength).join(' '));
}

/** Puts the same sayings together, the longest form of each first. */
function groupSame(all: readonly Worded[]): readonly (readonly [Worded, ...Worded[]])[] {
  const groups: [Worded, ...Worded[]][] = [];
  const byKey = new Map<string, [Worded, ...Worded[]][]>();
  for (const one of all.toSorted((a, b) => b.words.length - a.words.length)) {
    const keys = keysOf(one.words);
    const known = byKey.get(keys[0] ?? '')?.find(([whole]) => isSameSaying(one.words, whole.words));
    if (known !== undefined) {
      known.push(one);
      continue;
    }
    const group: [Worded, ...Worded[]] = [one];
    groups.push(group);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), group]);
  }
  return groups;
}

function lineOf([longest, ...others]: readonly [Worded, ...Worded[]]): SpeakerLine {
  const inTime = [longest, ...others].toSorted((a, b) => a.article.publishedAt - b.article.publishedAt);
  const byArticle = new Map(inTime.toReversed().map((one) => [one.article.id, one]));
  const sources = [...byArticle.values()].toReversed();
  return { ...longest, at: sources[0]?.article.publishedAt ?? longest.article.publishedAt, sources };
}
