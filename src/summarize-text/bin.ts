#!/usr/bin/env node
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type BriefJson, briefAsIs, cleanedBrief } from './brief-json.ts';
import { plainBrief } from './brief-plain.ts';
import type { BriefOptions } from './brief-text.ts';
import { type Call, help, readCall, readTextLine, UsageError } from './command-line.ts';

const limitMb = 5;
const limitBytes = limitMb * 1024 * 1024;

const nameOf = (file: string): string => (file === '-' ? 'the input' : file);

/** Opens the input; a file that is not there is the person's mistake. */
async function open(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  const stream = createReadStream(file);
  try {
    await once(stream, 'open');
    return stream;
  } catch (cause) {
    throw new UsageError(`${file} cannot be read: is there such a file?`, { cause });
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await open(file)) {
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

async function readText(file: string): Promise<string> {
  const text = decode(await readBytes(file));
  if (text === undefined || text.includes('\0'))
    throw new UsageError(`${nameOf(file)} is not a text in UTF-8`);
  if (text.trim() === '') throw new UsageError(`${nameOf(file)} has no text in it`);
  return text;
}

/** Waits where the reader of our output is slower than we are. */
async function write(words: string): Promise<void> {
  if (!process.stdout.write(words)) await once(process.stdout, 'drain');
}

function briefOf(text: string, { asIs }: Call, options: BriefOptions): BriefJson {
  return asIs ? briefAsIs(text, options) : cleanedBrief(text, options);
}

async function writeBrief(call: Call): Promise<void> {
  const text = await readText(call.file);
  if (call.form === 'plain') await write(plainBrief(text, call.options, call.asIs));
  else await write(`${JSON.stringify(briefOf(text, call, call.options))}\n`);
}

async function writeBriefs(call: Call): Promise<void> {
  let number = 0;
  for await (const line of createInterface({
    input: await open(call.file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, title } = readTextLine(line, number);
    const brief = briefOf(text, call, title === undefined ? call.options : { ...call.options, title });
    await write(`${JSON.stringify({ id, ...brief })}\n`);
  }
}

async function run(): Promise<void> {
  const call = readCall(process.argv.slice(2));
  if (call.form === 'help') await write(help);
  else if (call.form === 'jsonl') await writeBriefs(call);
  else await writeBrief(call);
}

// A reader that has seen enough (`| head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await run().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`summarize-text: ${error.message}\n`);
  process.exitCode = 2;
  process.stdin.destroy();
});
