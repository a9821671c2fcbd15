import type { AnswerQuestion } from '../types.ts';
import { confidenceOf, leastConfidence } from './confidence.ts';
import type { Found, Inquiry } from './gather.ts';
import { createLines } from './lines.ts';
import { createQuotations } from './quoted.ts';
import { openSearch, rankSentences } from './rank.ts';
import { scoreOf } from './weights.ts';

const mostLines = 3;
/** A further line is shown where its score is so near the best. */
const nearEqual = 0.06;

/** What texts say to a question, in their own words; silent where it is not sure that they say it. */
export const answer: AnswerQuestion = (question, texts, options = {}) => {
  const quotationsOf = createQuotations(options.findings);
  const { ranked, inquiry, missing } = rankSentences(
    openSearch(question, texts, options.findings),
    quotationsOf,
  );
  const { wanted } = inquiry.question;
  const [best] = ranked;
  const confidence = best === undefined || inquiry.terms.length === 0 ? 0 : confidenceOf(best.evidence);
  if (best === undefined || (options.always !== true && confidence < leastConfidence))
    return { wanted, lines: [], confidence, missing };
  const toLine = createLines(wanted, quotationsOf);
  return { wanted, lines: chosen(ranked, inquiry).map(toLine), confidence, missing };
};

function chosen(ranked: readonly Found[], { question }: Inquiry): readonly Found[] {
  const [best, ...others] = ranked;
  if (best === undefined) return [];
  const least = scoreOf(best.evidence, question.wanted) - nearEqual;
  const near = others.filter((found) => scoreOf(found.evidence, question.wanted) >= least);
  return [best, ...near.filter((found) => found.at.read.sentence.text !== best.at.read.sentence.text)].slice(
    0,
    mostLines,
  );
}
