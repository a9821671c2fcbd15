import { answer } from '../src/summarize-text/answer/answer.ts';
import type { AnswerQuestion } from '../src/summarize-text/types.ts';
import { askSets, bestCut, silentBelow } from './parts/answers/ask-sets.ts';
import { type QuestionSet, questionSets } from './parts/answers/question-sets.ts';
import { readerSets } from './parts/answers/reader-sets.ts';
import { type AskedQuestion, isAnswerable, scoreAnswers } from './parts/answers/score-answers.ts';
import { storeTimes } from './parts/answers/store-times.ts';
import { storyTimes } from './parts/answers/story-times.ts';
import { overlapAsker } from './parts/answers/word-overlap.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import type { Cell, Table } from './parts/table.ts';

type Kind = QuestionSet['kind'];
type Half = QuestionSet['half'];

const kinds: Readonly<Record<Kind, string>> = {
  passages: 'passages as an encyclopedia has them',
  stories: 'our articles',
  readers: 'news stories, of readers who saw the headline',
};

const readers = readerSets();

const setsOf = (kind: Kind, half: Half): readonly QuestionSet[] =>
  [...questionSets, ...(readers ?? [])].filter((set) => set.kind === kind && set.half === half);

const columns = [
  'questions',
  'answerable',
  'first line',
  'any line',
  'right or rightly silent',
  'answered',
  'silent',
  'verbatim',
  'marked',
  'mark right',
  'words',
  '… of the first',
];

function scoreCells(asked: readonly AskedQuestion[]): readonly Cell[] {
  const of = scoreAnswers(asked);
  return [
    of.questions,
    of.answerable,
    of.first,
    of.any,
    of.right,
    of.answered,
    of.silent,
    of.verbatim,
    of.marked,
    of.spans,
    of.words,
    of.firstWords,
  ];
}

/** The baseline, silent as it is best on the tuning half. */
function bestOverlap(kind: Kind): { readonly cut: number; readonly ask: AnswerQuestion } {
  const cut = bestCut(askSets(setsOf(kind, 'tuning'), overlapAsker(0)));
  return { cut, ask: overlapAsker(cut) };
}

function halvesTable(kind: Kind): Table {
  const overlap = bestOverlap(kind);
  const rows = (['tuning', 'held-out'] as const).flatMap((half) => [
    [`word overlap, ${half}`, ...scoreCells(askSets(setsOf(kind, half), overlap.ask))],
    [`ours, ${half}`, ...scoreCells(askSets(setsOf(kind, half), answer))],
  ]);
  return {
    title: `Questions about ${kinds[kind]} (%)`,
    columns: ['', ...columns],
    rows,
    notes: [
      `first line, any line, words: of answerable questions, when the asker must not be silent; all else when it may. Word overlap is silent below ${overlap.cut} of the question's words, its best on the tuning half.`,
      'answered: of the answerable; silent: of the others; marked: right first lines with the words that answer in bold; mark right: half of the words are those a person marks.',
    ],
  };
}

/** Groups of the tuning half only: what is held out is not looked into. */
function groupsTable(kind: Kind, asked: readonly AskedQuestion[]): Table {
  const wanted = Map.groupBy(asked, ({ always }) => `wanted: ${always.wanted}`);
  const traps = Map.groupBy(
    asked.filter((one) => !isAnswerable(one)),
    ({ gold }) => `no answer: ${gold.why ?? 'not said why'}`,
  );
  const rows = [...wanted, ...traps].map(([name, group]) => [name, ...scoreCells(group)]);
  const cut = bestCut(asked);
  return {
    title: `Ours by what is wanted and by why there is no answer: ${kinds[kind]}, tuning half (%)`,
    columns: ['', ...columns],
    rows: [...rows, [`all, silent below ${cut}`, ...scoreCells(asked.map(silentBelow(cut)))]],
    notes: ['The last row: with the confidence that would be best on this half.'],
  };
}

async function* run({ rounds, articles, tell }: BenchSettings): AsyncIterable<Table> {
  for (const kind of ['passages', 'stories'] as const) {
    tell(`answers: ${kinds[kind]}`);
    yield halvesTable(kind);
    yield groupsTable(kind, askSets(setsOf(kind, 'tuning'), answer));
  }
  if (readers === undefined)
    tell('answers: ../shared has no development stories; readers’ questions are left out');
  else yield halvesTable('readers');
  tell('answers: time over a story of ten articles');
  yield storyTimes(rounds);
  yield await storeTimes({ articles, tell });
}

export const answers: Capability = {
  name: 'answers',
  says: 'questions answered or not in the texts, beside word overlap',
  run,
};
