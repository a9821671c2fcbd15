import type { AnswerQuestion } from '../../../src/summarize-text/types.ts';
import type { QuestionSet } from './question-sets.ts';
import { rememberFindings } from './remember-findings.ts';
import { type AskedQuestion, isAnswerable, isDecidedRightly } from './score-answers.ts';

/** Every question of the sets, asked both ways: who has answered freely answers the same where they must. */
export function askSets(sets: readonly QuestionSet[], ask: AnswerQuestion): readonly AskedQuestion[] {
  return sets.flatMap(({ texts, questions }) => {
    const findings = rememberFindings(texts);
    return questions.map((gold) => {
      const free = ask(gold.question, texts, { findings });
      const isSilent = free.lines.length === 0;
      const always = isSilent ? ask(gold.question, texts, { findings, always: true }) : free;
      return { gold, texts, always, free };
    });
  });
}

/** An answer below the confidence is none: so an asker is when it is silent at that cut. */
export const silentBelow =
  (cut: number) =>
  (asked: AskedQuestion): AskedQuestion => ({
    ...asked,
    free: asked.always.confidence < cut ? { ...asked.always, lines: [] } : asked.always,
  });

const cuts = Array.from({ length: 51 }, (_, step) => step / 50);

/** An asker that is nearly always silent is right as often as questions have no answer; it must answer so many. */
const leastAnswered = 0.65;

/** The confidence from which on an asker should speak: most questions decided rightly, with enough of them answered. */
export function bestCut(all: readonly AskedQuestion[]): number {
  const answerable = all.filter(isAnswerable);
  const rightAt = (cut: number): number => {
    const answered = answerable.filter(({ always }) => always.confidence >= cut);
    if (answered.length < leastAnswered * answerable.length) return -1;
    return all.map(silentBelow(cut)).filter(isDecidedRightly).length;
  };
  return cuts.reduce((best, cut) => (rightAt(cut) > rightAt(best) ? cut : best), 0);
}
