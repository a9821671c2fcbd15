import type { Question } from './question/question.ts';
import type { SpreadSentence } from './spread.ts';

const being = /^(?:is|are|was|were|be|became|means|called|named|known)$/;
const article = /^(?:a|an|the|one|former|his|her)$/;

/**
 * How far a sentence says what or who something is, where that is asked: "Ann Poe, a teacher, …", "the teacher Ann
 * Poe", "a ketch is a ship …".
 */
export function tellsWhat({ read, hits }: SpreadSentence, { sort }: Question): number {
  return sort === 'definition' ? Math.max(0, ...hits.map(({ at }) => tellsBehind(read, at))) : 0;
}

function tellsBehind({ sentence, words }: SpreadSentence['read'], at: number): number {
  const next = words[at + 1];
  if (next === undefined) return 0;
  const gap = sentence.text.slice(words[at]?.end, next.start);
  if (being.test(next.lower)) return article.test(words[at + 2]?.lower ?? '') ? 1 : 0.6;
  if (/^(?:,|,? \()\s?$/.test(gap)) return article.test(next.lower) ? 1 : 0.4;
  return next.lower === 'who' ? 0.5 : 0;
}
