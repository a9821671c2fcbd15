import { answer } from './answer/answer.ts';
import { clean } from './clean/clean.ts';
import { repair, toRaw } from './repair/repair.ts';
import type { Answer, AnswerLine, Run, Span, Wanted } from './types.ts';

/** A text as it came, of which a question is asked. */
export interface GivenText {
  /** Given back as it came. */
  readonly id: unknown;
  readonly text: string;
  readonly title?: string | undefined;
}

/** How a question is asked. */
export interface Asking {
  /** The texts are taken without cleaning. */
  readonly asIs: boolean;
  readonly always: boolean;
}

/** An answer as the command line writes it: spans are into the texts as given. */
export interface AnswerJson {
  readonly wanted: Wanted;
  readonly lines: readonly LineJson[];
  readonly confidence: number;
  readonly missing: readonly string[];
}

type Pair = readonly [start: number, end: number];

interface LineJson extends Span {
  readonly text_id: unknown;
  readonly text: string;
  readonly answer: Pair | null;
  readonly before: Pair | null;
  readonly speaker: { readonly name: string; readonly role?: string | undefined } | null;
}

interface PreparedText {
  readonly given: GivenText;
  readonly text: string;
  readonly title: string | undefined;
  readonly runs: readonly Run[];
}

function prepare(given: GivenText, asIs: boolean): PreparedText {
  if (asIs) return { given, title: given.title, ...repair(given.text) };
  const { title } = given;
  const cleaned = clean(given.text, title === undefined ? {} : { title });
  return { given, text: cleaned.text, title: title ?? cleaned.title, runs: cleaned.runs };
}

interface Prepared {
  readonly found: Answer;
  readonly textOf: (line: AnswerLine) => PreparedText | undefined;
}

/** Texts are told apart by their places, so that two may have one id. */
function ask(question: string, given: readonly GivenText[], { asIs, always }: Asking): Prepared {
  const texts = given.map((one) => prepare(one, asIs));
  const asked = texts.map(({ text, title }, index) => ({
    id: String(index),
    text,
    ...(title === undefined ? {} : { title }),
  }));
  return {
    found: answer(question, asked, { always }),
    textOf: ({ textId }) => texts[Number(textId)],
  };
}

/** What texts say to a question, as plain JSON. */
export function answerJson(question: string, given: readonly GivenText[], asking: Asking): AnswerJson {
  const { found, textOf } = ask(question, given, asking);
  const lines = found.lines.flatMap((line) => {
    const text = textOf(line);
    return text === undefined ? [] : [lineJson(line, text)];
  });
  return { wanted: found.wanted, lines, confidence: found.confidence, missing: found.missing };
}

function lineJson(line: AnswerLine, { given, runs }: PreparedText): LineJson {
  const { start, end } = toRaw(runs, line);
  const pair = (span: Span | undefined): Pair | null => {
    if (span === undefined) return null;
    const placed = toRaw(runs, span);
    return [placed.start, placed.end];
  };
  const { speaker } = line;
  return {
    text_id: given.id,
    text: given.text.slice(start, end),
    start,
    end,
    answer: pair(line.answer),
    before: pair(line.before),
    speaker: speaker === undefined ? null : { name: speaker.name, role: speaker.role },
  };
}

/** An answer to read in a terminal: each line over the text it stands in. */
export function plainAnswer(question: string, given: readonly GivenText[], asking: Asking): string {
  const { found, textOf } = ask(question, given, asking);
  if (found.lines.length === 0) return silence(found, given.length);
  const parts = found.lines.map((line) => {
    const text = textOf(line);
    const before = line.before && text?.text.slice(line.before.start, line.before.end);
    const words = before === undefined ? line.text : `${before} ${line.text}`;
    const said = line.speaker === undefined ? [] : [`  said: ${line.speaker.name}`];
    return [words, ...said, `  ${String(text?.given.id ?? '')}`].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function silence({ missing }: Answer, count: number): string {
  const without = missing.length === 0 ? '' : ` It has nothing of: ${missing.join(', ')}.`;
  return count === 1
    ? `The text does not say.${without}\n`
    : `The texts do not say.${without.replace('It has', 'They have')}\n`;
}
