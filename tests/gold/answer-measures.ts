import { askSets } from '../../bench/parts/answers/ask-sets.ts';
import { type QuestionSet, questionSets } from '../../bench/parts/answers/question-sets.ts';
import { scoreAnswers } from '../../bench/parts/answers/score-answers.ts';
import { answer } from '../../src/summarize-text/answer/answer.ts';

const groups = [
  { name: 'our articles, tuning', kind: 'stories', half: 'tuning' },
  { name: 'our articles, held out', kind: 'stories', half: 'held-out' },
  { name: 'passages, tuning', kind: 'passages', half: 'tuning' },
  { name: 'passages, held out', kind: 'passages', half: 'held-out' },
] as const;

/** Questions answered and not answered, each half and kind of the sets for itself. */
export function answerMeasures(): Readonly<Record<string, number>> {
  const measured = groups.flatMap(({ name, kind, half }): readonly (readonly [string, number])[] => {
    const score = scoreOf(questionSets.filter((set) => set.kind === kind && set.half === half));
    return [
      [`first lines that answer: ${name}`, score.first / 100],
      [`questions answered or left rightly: ${name}`, score.right / 100],
      [`questions answered that can be: ${name}`, score.answered / 100],
      [`lines word for word: ${name}`, score.verbatim / 100],
    ];
  });
  return Object.fromEntries(measured);
}

const scoreOf = (sets: readonly QuestionSet[]) => scoreAnswers(askSets(sets, answer));
