import { parseArgs } from 'node:util';
import type { BriefOptions } from './brief-text.ts';
import type { SummaryLength } from './types.ts';

export const help = `Usage: summarize-text [options] [FILE|- ...]

Prints a brief of a news text in its own words: summary, key quotes, key figures. Reads standard input when
FILE is - or left out. Of several files: one summary over them, each sentence with the name of its file, and
the key quotes of all, each once with the names of its files.

  --json           one JSON object, with spans into its "clean" text
  --jsonl          one JSON object {"id", "text", "title"?} a line in, one brief a line out
  --as-is          no cleaning: spans are into the text as given
  --length LENGTH  line, short (as usual), medium or long: 1, 3, 5 or 8 sentences
  --sentences N    exactly that many sentences at most
  --title TITLE    the text's headline, where the text does not begin with it
  --focus WORDS    words the summary should turn on
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
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
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

/** A text of a JSONL input. */
export interface TextLine {
  /** Given back as it came. */
  readonly id: unknown;
  readonly text: string;
  readonly title?: string;
}

/** Reads line `number` (from 1) of a JSONL input. */
export function readTextLine(line: string, number: number): TextLine {
  const value = jsonOf(line);
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value))
    throw new UsageError(`line ${number} is no JSON object with "id" and "text"`);
  const { id, text } = value;
  if (typeof text !== 'string') throw new UsageError(`the "text" of line ${number} is no string`);
  const title = 'title' in value && typeof value.title === 'string' ? { title: value.title } : {};
  return { id, text, ...title };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
