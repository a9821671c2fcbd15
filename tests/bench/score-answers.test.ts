import { describe, expect, it } from 'vitest';
import { askSets, bestCut, silentBelow } from '../../bench/parts/answers/ask-sets.ts';
import type { GoldQuestion } from '../../bench/parts/answers/question-sets.ts';
import {
  type AskedQuestion,
  isRight,
  isVerbatim,
  scoreAnswers,
} from '../../bench/parts/answers/score-answers.ts';
import { overlapAsker } from '../../bench/parts/answers/word-overlap.ts';
import type { Answer, AnswerLine } from '../../src/summarize-text/types.ts';

const text = 'The pier was opened in 1894. It burned down in 1921. Ada Merrow rebuilt it.';
const texts = [{ id: 'pier', text }];

const opened: GoldQuestion = { question: 'When was the pier opened?', answers: ['1894'] };
const rebuilt: GoldQuestion = { question: 'Who rebuilt the pier?', answers: ['Ada Merrow'] };
const sold: GoldQuestion = { question: 'When was the pier sold?', answers: [], why: 'absent' };

/** The line that holds the words, with some of them marked. */
function lineOf(sentence: string, mark?: string): AnswerLine {
  const start = text.indexOf(sentence);
  const line = { textId: 'pier', text: sentence, start, end: start + sentence.length };
  if (mark === undefined) return line;
  const at = text.indexOf(mark);
  return { ...line, answer: { start: at, end: at + mark.length } };
}

const says = (...lines: readonly AnswerLine[]): Answer => ({
  wanted: 'thing',
  lines,
  confidence: lines.length === 0 ? 0.1 : 0.9,
  missing: [],
});

const asked = (gold: GoldQuestion, always: Answer, free: Answer = always): AskedQuestion => ({
  gold,
  texts,
  always,
  free,
});

const first = lineOf('The pier was opened in 1894.', 'in 1894');
const second = lineOf('It burned down in 1921.');
const third = lineOf('Ada Merrow rebuilt it.', 'rebuilt');

describe('the score of answers', () => {
  it('counts the first line, any line, and a right silence', () => {
    const score = scoreAnswers([
      asked(opened, says(first)),
      asked(rebuilt, says(second, third), says()),
      asked(sold, says(second), says()),
      asked({ ...sold, question: 'Who sold it?' }, says(third)),
    ]);
    expect(score).toMatchObject({
      questions: 4,
      answerable: 2,
      first: 50,
      any: 100,
      right: 50,
      answered: 50,
      silent: 50,
      verbatim: 100,
      marked: 100,
      spans: 100,
    });
  });

  it('takes a mark for right when half of its words are a person’s', () => {
    expect(scoreAnswers([asked(rebuilt, says(third))]).spans).toBe(0);
    expect(scoreAnswers([asked(rebuilt, says(lineOf(third.text, 'Merrow')))]).spans).toBe(100);
    expect(scoreAnswers([asked(rebuilt, says(lineOf(third.text, third.text)))]).spans).toBe(100);
  });

  it('counts the words of all lines and of the sentences before them', () => {
    const before = { start: text.indexOf('It burned'), end: text.indexOf(' Ada') };
    const score = scoreAnswers([asked(rebuilt, says({ ...third, before }))]);
    expect(score).toMatchObject({ words: 9, firstWords: 4, any: 100 });
    const { any, first: ofFirst } = scoreAnswers([
      asked({ ...rebuilt, answers: ['1921'] }, says({ ...third, before })),
    ]);
    expect({ any, ofFirst }).toEqual({ any: 100, ofFirst: 0 });
  });

  it('has no shares of nothing', () => {
    expect(scoreAnswers([]).first).toBeNaN();
    expect(scoreAnswers([asked(sold, says())])).toMatchObject({ right: 100, silent: 100 });
  });

  it.each([
    ['the words of the text', first, true],
    ['words that were changed', { ...first, text: 'The pier was opened in 1895.' }, false],
    ['a span that is off', { ...first, start: 1 }, false],
    ['another text', { ...first, textId: 'quay' }, false],
    ['a mark outside of the line', { ...first, answer: { start: 40, end: 44 } }, false],
    ['an empty mark', { ...first, answer: { start: 4, end: 4 } }, false],
    ['a sentence before that comes after', { ...first, before: { start: 29, end: 50 } }, false],
  ])('is verbatim or not: %s', (_, line, expected) => {
    expect(isVerbatim(line, texts)).toBe(expected);
  });

  it('wants the words that only right sentences have', () => {
    expect(isRight('It closed in 1894, and opened in 1894.', { ...opened, in: 'opened' })).toBe(true);
    expect(isRight('It closed in 1894.', { ...opened, in: 'opened' })).toBe(false);
  });
});

describe('the baseline', () => {
  it('takes the sentence with most words of the question, the first of equals', () => {
    const lineFor = (question: string) => overlapAsker(0)(question, texts).lines[0]?.text;
    expect(lineFor('When was the pier opened?')).toBe('The pier was opened in 1894.');
    expect(lineFor('Who rebuilds?')).toBe('Ada Merrow rebuilt it.');
    expect(lineFor('Why?')).toBe('The pier was opened in 1894.');
  });

  it('is silent below its share of words, unless it must answer', () => {
    const ask = overlapAsker(0.8);
    expect(ask('When was the pier sold?', texts).lines).toEqual([]);
    expect(ask('When was the pier sold?', texts, { always: true }).lines).toHaveLength(1);
    expect(ask('When was the pier opened?', texts).lines).toHaveLength(1);
  });

  it('has its best silence where most is decided rightly', () => {
    const set = { name: 'pier', kind: 'passages', half: 'tuning', texts, questions: [opened, sold] } as const;
    const all = askSets([set], overlapAsker(0));
    const cut = bestCut(all);
    expect(cut).toBeGreaterThan(0.5);
    expect(scoreAnswers(all.map(silentBelow(cut))).right).toBe(100);
  });
});
