import { describe, expect, it } from 'vitest';
import { type GoldQuestion, questionSets } from '../../bench/parts/answers/question-sets.ts';
import { goldArticles } from '../../bench/parts/stories/story-gold.ts';
import { segment } from '../../src/summarize-text/segment/segment.ts';

/** The different sentences of the texts: a copy's are its original's. */
const sentencesOf = (texts: readonly { readonly text: string }[]): readonly string[] => [
  ...new Set(texts.flatMap(({ text }) => segment(text).map((sentence) => sentence.text))),
];

/** What is wrong with a question's answers, in words. */
function faultsOf({ question, answers, in: only, why }: GoldQuestion, all: readonly string[]) {
  const places = only === undefined ? all : all.filter((sentence) => sentence.includes(only));
  const holding = (answer: string) => places.filter((sentence) => sentence.includes(answer));
  const faults = answers.flatMap((answer) => {
    if (!all.some((sentence) => sentence.includes(answer))) return [`no sentence holds “${answer}”`];
    if (only === undefined && holding(answer).length > 1) return [`“${answer}” stands in several sentences`];
    return [];
  });
  const isLoose = places.length === 0 || places.some((place) => !answers.some((one) => place.includes(one)));
  if (only !== undefined && isLoose)
    faults.push(`“${only}” stands in no sentence or in one that is not right`);
  if (answers.length > 0 && why !== undefined) faults.push('answered, and yet it says why not');
  if (answers.length === 0 && only !== undefined) faults.push('not answered, and yet it says where');
  if (question.trim() !== question || question === '') faults.push('no question');
  return faults.map((fault) => `${question}: ${fault}`);
}

describe('the questions of the gold', () => {
  it.each(questionSets)('$name: every answer stands in one sentence, or in what `in` tells', (set) => {
    const sentences = sentencesOf(set.texts);
    expect(set.questions.flatMap((question) => faultsOf(question, sentences))).toEqual([]);
    expect(new Set(set.questions.map(({ question }) => question)).size).toBe(set.questions.length);
  });

  it('are of one half where they ask of the same text', () => {
    const halves = new Map<string, Set<string>>();
    for (const { half, texts } of questionSets)
      for (const { id } of texts) halves.set(id, (halves.get(id) ?? new Set()).add(half));
    for (const { id, half } of goldArticles) halves.get(id)?.add(half);
    expect([...halves].filter(([, all]) => all.size > 1)).toEqual([]);
  });

  it('have no answer in a third of cases, about', () => {
    for (const half of ['tuning', 'held-out']) {
      const questions = questionSets
        .filter((set) => set.half === half && set.kind === 'stories')
        .flatMap((set) => set.questions);
      const silent = questions.filter(({ answers }) => answers.length === 0).length / questions.length;
      expect(silent).toBeGreaterThan(0.28);
      expect(silent).toBeLessThan(0.42);
    }
  });
});
