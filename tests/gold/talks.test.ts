import { describe, expect, it } from 'vitest';
import { questionSets } from '../../bench/parts/answers/question-sets.ts';
import { type Turn, talks } from '../../bench/parts/answers/talks.ts';

/** Our sample articles, with the half that their questions are of. */
const samples = new Map(
  questionSets.flatMap(({ half, texts }) => texts.map(({ id, text }) => [id, { half, text }] as const)),
);

const textOf = (story: readonly string[]): string =>
  story.map((slug) => samples.get(slug)?.text ?? '').join('\n\n');

/** What a turn must have besides what it expects. */
const needs: Readonly<Record<Turn['expects'], (turn: Turn) => boolean>> = {
  tells: ({ story }) => story.length > 0,
  answer: ({ story, answers }) => story.length > 0 && answers.length > 0,
  speaker: ({ story, speaker }) => story.length > 0 && speaker !== undefined,
  silence: ({ answers }) => answers.length === 0,
  summary: ({ story }) => story.length > 0,
  changes: ({ story }) => story.length > 0,
  others: ({ story }) => story.length > 0,
  which: ({ story }) => story.length === 2,
  forgets: ({ story }) => story.length === 0,
  lost: ({ story, answers }) => story.length === 0 && answers.length === 0,
};

describe('the talks of the gold', () => {
  it.each(talks)('$of: every turn has what it expects, in the words of its story', ({ turns }) => {
    for (const turn of turns) {
      const words = turn.says ?? turn.press;
      expect(needs[turn.expects](turn), words).toBe(true);
      expect([turn.says, turn.press].filter((one) => one !== undefined)).toHaveLength(1);
      for (const said of [...turn.answers, turn.speaker ?? '']) expect(textOf(turn.story)).toContain(said);
    }
  });

  it.each(talks)('$of: is of the held-out half where one of its stories is', ({ half, turns }) => {
    const halves = turns.flatMap(({ story }) => story).map((slug) => samples.get(slug)?.half);
    expect(halves).not.toContain(undefined);
    expect(halves.includes('held-out')).toBe(half === 'held-out');
  });
});
