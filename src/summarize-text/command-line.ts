import { parseArgs } from 'node:util';
import type { BriefOptions } from './brief-text.ts';
import type { SummaryLength } from './types.ts';

export const help = `Usage: summarize-text [options] [FILE|- ...]

Prints a brief of a news text in its own words: summary, key quotes, key figures. Reads standard input when
FILE is - or left out. Of several files: one summary over them, each sentence with the name of its file, and
the key quotes of all, each once with the names of its files.

  --json           one JSON object, with spans into its "clean" text
  --jsonl          one JSON object {"id", "text", "title"?} a line in, one brief a line out; a line with a
                   "question" has one answer, and may have "texts": [{"id", "text", "title"?}, ...]
  --as-is          no cleaning: spans are into the text as given
  --length LENGTH  line, short (as usual), medium or long: 1, 3, 5 or 8 sentences
  --sentences N    exactly that many sentences at most
  --title TITLE    the text's headline, where the text does not begin with it
  --focus WORDS    words the summary should turn on
  --question TEXT  answers it with sentences of the texts instead, or says that they do not say
  --always         answers with the nearest sentences even where the texts may not say it
  --help           this text
`;

/** What the person can mend: said in one line, status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const lengths: readonly SummaryLength[] = ['line', 'short', 'medium', 'long'];

/** A call of the command line, read. */
export interface Call {
  /** At least one; "-" is standard input. */
  readonly files: readonly string[];
  readonly form: 'plain' | 'json' | 'jsonl' | 'help';
  readonly asIs: boolean;
  readonly options: BriefOptions;
  /** What is asked of the texts, in place of a brief. */
  readonly question: string | undefined;
  readonly always: boolean;
}

/** Reads the arguments; throws a `UsageError` that says what is wrong with them. */
export function readCall(args: readonly string[]): Call {
  const { values, positionals } = parsed(args);
  if (positionals.length > 1) refuseForSeveral(positionals, values);
  const { title, focus } = values;
  const length = values.length === undefined ? undefined : lengthOf(values.length);
  const sentences = values.sentences === undefined ? undefined : countOf(values.sentences);
  return {
    files: positionals.length === 0 ? ['-'] : positionals,
    form: formOf(values),
    asIs: values['as-is'] === true,
    options: { title, focus, length, sentences },
    question: questionOf(values.question),
    always: values.always === true,
  };
}

/** What has a meaning for one text only. */
function refuseForSeveral(
  files: readonly string[],
  { jsonl, title }: { readonly jsonl?: boolean; readonly title?: string },
): void {
  if (jsonl === true) throw new UsageError('--jsonl reads one FILE');
  if (title !== undefined) throw new UsageError('--title is the headline of one FILE');
  if (files.indexOf('-') !== files.lastIndexOf('-'))
    throw new UsageError('standard input (-) can be read once');
}

type Form = Call['form'];

function formOf(flags: { readonly [form in Form]?: boolean }): Form {
  return (['help', 'jsonl', 'json'] as const).find((form) => flags[form] === true) ?? 'plain';
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        'as-is': { type: 'boolean' },
        length: { type: 'string' },
        sentences: { type: 'string' },
        title: { type: 'string' },
        focus: { type: 'string' },
        question: { type: 'string' },
        always: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function questionOf(written: string | undefined): string | undefined {
  if (written?.trim() === '') throw new UsageError('--question is empty');
  return written;
}

function lengthOf(written: string): SummaryLength {
  const length = lengths.find((name) => name === written);
  if (length === undefined) throw new UsageError(`--length is one of ${lengths.join(', ')}`);
  return length;
}

function countOf(written: string): number {
  if (!/^[1-9]\d{0,3}$/.test(written)) throw new UsageError('--sentences is a whole number, 1 or more');
  return Number(written);
}
