import type { AnswerQuestion } from '../types.ts';
import { confidenceOf, leastConfidence } from './confidence.ts';
import type { Found, Inquiry } from './gather.ts';
import { createLines } from './lines.ts';
import { createQuotations } from './quoted.ts';
import { openSearch, rankSentences } from './rank.ts';
import { signsOf } from './signs.ts';
import { scoreOf } from './weights.ts';

const mostLines = 3;
/** A further line is shown where its score is so near the best, and all of them together are no more words than that. */
const nearEqual = 0.06;
const mostWords = 80;

/** What texts say to a question, in their own words; silent where it is not sure that they say it. */
export const answer: AnswerQuestion = (question, texts, options = {}) => {
  const quotationsOf = createQuotations(options.findings);
  const { ranked, inquiry, missing } = rankSentences(
    openSearch(question, texts, options.findings),
    quotationsOf,
  );
  const { wanted } = inquiry.question;
  const [best] = ranked;
  const confidence =
    best === undefined || inquiry.terms.length === 0 ? 0 : confidenceOf(signsOf(best, inquiry), wanted);
  if (best === undefined || (options.always !== true && confidence < leastConfidence))
    return { wanted, lines: [], confidence, missing };
  const toLine = createLines(wanted, quotationsOf);
  return { wanted, lines: chosen(ranked, inquiry).map(toLine), confidence, missing };
};

function chosen(ranked: readonly Found[], { question }: Inquiry): readonly Found[] {
  const lines: Found[] = [];
  let words = 0;
  const [best] = ranked;
  for (const found of ranked) {
    const behind =
      scoreOf(best?.evidence ?? found.evidence, question.wanted) - scoreOf(found.evidence, question.wanted);
    if (behind > nearEqual || lines.length === mostLines) break;
    const { sentence, words: own } = found.at.read;
    const isTold = lines.some(({ at }) => at.read.sentence.text === sentence.text);
    if (isTold || (lines.length > 0 && words + own.length > mostWords)) continue;
    lines.push(found);
    words += own.length;
  }
  return lines;
}
