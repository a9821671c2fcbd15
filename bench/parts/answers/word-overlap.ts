import { contentWords, stem } from '../../../src/summarize-text/quotations/same-words.ts';
import { segment } from '../../../src/summarize-text/segment/segment.ts';
import type { AnswerLine, AnswerQuestion, AskedText } from '../../../src/summarize-text/types.ts';

const stemsOf = (text: string): ReadonlySet<string> => new Set(contentWords(text).map(stem));

interface Shared {
  readonly line: AnswerLine;
  readonly count: number;
}

/** The sentence with most of the stems, the first of equals. */
function bestOf(asked: ReadonlySet<string>, texts: readonly AskedText[]): Shared | undefined {
  const all = texts.flatMap(({ id, text }) =>
    segment(text).map((sentence): Shared => {
      const has = stemsOf(sentence.text);
      const { start, end } = sentence;
      return {
        line: { textId: id, text: sentence.text, start, end },
        count: [...asked].filter((one) => has.has(one)).length,
      };
    }),
  );
  return all.toSorted((one, other) => other.count - one.count)[0];
}

/**
 * What every search does: the sentence that shares most different stems with the question. Silent where they are less than
 * this share of the question's.
 */
export const overlapAsker =
  (leastShare: number): AnswerQuestion =>
  (question, texts, options) => {
    const asked = stemsOf(question);
    const best = bestOf(asked, texts);
    const confidence = (best?.count ?? 0) / Math.max(1, asked.size);
    const isShown = options?.always === true || confidence >= leastShare;
    const lines = best !== undefined && isShown ? [best.line] : [];
    return { wanted: 'thing', lines, confidence, missing: [] };
  };
