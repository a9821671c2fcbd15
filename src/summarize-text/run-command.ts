import type { Readable } from 'node:stream';
import { answerJson, type GivenText, plainAnswer } from './answer-json.ts';
import { articlesBrief, type NamedText, plainArticlesBrief } from './brief-articles.ts';
import { type BriefJson, briefAsIs, cleanedBrief } from './brief-json.ts';
import { plainBrief } from './brief-plain.ts';
import type { BriefOptions } from './brief-text.ts';
import { type Call, help, readCall, UsageError } from './command-line.ts';
import { withNpmFlags } from './npm-flags.ts';
import { readTextLine, type TextLine } from './text-lines.ts';

/** Where a command is called: what it is given, and how it reads and writes. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Opens a file; "-" is standard input. */
  open(file: string): Readable;
  /** Resolves when more may be written. */
  write(words: string): Promise<void>;
}

const limitMb = 5;
const limitBytes = limitMb * 1024 * 1024;

const nameOf = (file: string): string => (file === '-' ? 'the input' : file);

/** A file that is not there, or is none, is the person's mistake. */
function explained(error: unknown, file: string): unknown {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem
    ? new UsageError(`${file} cannot be read: is there such a file?`, { cause: error })
    : error;
}

async function readBytes(file: string, { open }: CommandLine): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of open(file)) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > limitBytes) throw new UsageError(`${nameOf(file)} is over ${limitMb} MB`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function readText(file: string, at: CommandLine): Promise<string> {
  const bytes = await readBytes(file, at).catch((error: unknown) => {
    throw explained(error, file);
  });
  const text = decode(bytes);
  if (text === undefined || text.includes('\0'))
    throw new UsageError(`${nameOf(file)} is not a text in UTF-8`);
  if (text.trim() === '') throw new UsageError(`${nameOf(file)} has no text in it`);
  return text;
}

function briefOf(text: string, { asIs }: Call, options: BriefOptions): BriefJson {
  return asIs ? briefAsIs(text, options) : cleanedBrief(text, options);
}

async function writeBrief(call: Call, file: string, at: CommandLine): Promise<void> {
  const text = await readText(file, at);
  if (call.form === 'plain') await at.write(plainBrief(text, call.options, call.asIs));
  else await at.write(`${JSON.stringify(briefOf(text, call, call.options))}\n`);
}

/** One summary over several files. */
async function writeArticlesBrief({ files, form, options, asIs }: Call, at: CommandLine): Promise<void> {
  const texts: NamedText[] = [];
  for (const file of files) texts.push({ file, text: await readText(file, at) });
  const brief = articlesBrief(texts, options, asIs);
  await at.write(form === 'plain' ? plainArticlesBrief(brief) : `${JSON.stringify(brief)}\n`);
}

/** The lines of a stream; unlike those of `readline`, they fail when it fails. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function writeLines(call: Call, file: string, { open, write }: CommandLine): Promise<void> {
  let number = 0;
  for await (const line of linesOf(open(file))) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readTextLine(line, number);
    const question = read.question ?? call.question;
    const out = question === undefined ? lineBrief(call, read) : answerJson(question, read.texts, call);
    await write(`${JSON.stringify({ id: read.id, ...out })}\n`);
  }
}

function lineBrief(call: Call, { text, title }: TextLine): BriefJson {
  return briefOf(text, call, title === undefined ? call.options : { ...call.options, title });
}

/** What the files say to the question. */
async function writeAnswer(call: Call, question: string, at: CommandLine): Promise<void> {
  const texts: GivenText[] = [];
  for (const file of call.files)
    texts.push({ id: file, text: await readText(file, at), title: call.options.title });
  if (call.form === 'plain') await at.write(plainAnswer(question, texts, call));
  else await at.write(`${JSON.stringify(answerJson(question, texts, call))}\n`);
}

/** Does what the arguments say; fails with a `UsageError` that says what the person can mend. */
export async function runCommand(at: CommandLine): Promise<void> {
  const call = readCall(withNpmFlags(at.args, at.env));
  if (call.form === 'help') return await at.write(help);
  if (call.question !== undefined && call.form !== 'jsonl') return await writeAnswer(call, call.question, at);
  const [file = '-', ...more] = call.files;
  if (more.length > 0) return await writeArticlesBrief(call, at);
  if (call.form !== 'jsonl') return await writeBrief(call, file, at);
  await writeLines(call, file, at).catch((error: unknown) => {
    throw explained(error, file);
  });
}
