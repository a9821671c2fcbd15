import { type Sentence, segment } from 'summarize-text';

/** What has become of the sentences of a text. Spans are of the text that each stands in. */
export interface SentenceDiff {
  /** Of the newer text only. */
  readonly added: readonly Sentence[];
  /** Of the older text only. */
  readonly removed: readonly Sentence[];
  /** Of both, in the newer one's order; a sentence that has moved is kept. */
  readonly kept: readonly { readonly older: Sentence; readonly newer: Sentence }[];
}

const wordsOf = ({ text }: Sentence): string => text.replace(/\s+/g, ' ');

/**
 * Compares two versions of a text sentence by sentence; white space makes no difference. A sentence that stands in
 * one version more often than in the other is kept as often as it stands in both. Linear.
 */
export function sentenceDiff(older: string, newer: string): SentenceDiff {
  const before = segment(older);
  const waiting = new Map<string, Sentence[]>();
  for (const sentence of before.toReversed()) {
    const same = waiting.get(wordsOf(sentence));
    if (same === undefined) waiting.set(wordsOf(sentence), [sentence]);
    else same.push(sentence);
  }
  const added: Sentence[] = [];
  const kept: { older: Sentence; newer: Sentence }[] = [];
  for (const sentence of segment(newer)) {
    const match = waiting.get(wordsOf(sentence))?.pop();
    if (match === undefined) added.push(sentence);
    else kept.push({ older: match, newer: sentence });
  }
  const found = new Set(kept.map((pair) => pair.older));
  return { added, removed: before.filter((sentence) => !found.has(sentence)), kept };
}
