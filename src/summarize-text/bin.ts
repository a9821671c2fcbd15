#!/usr/bin/env node
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { UsageError } from './command-line.ts';
import { runCommand } from './run-command.ts';

const open = (file: string): Readable => (file === '-' ? process.stdin : createReadStream(file));

/** Waits where the reader of our output is slower than we are. */
async function write(words: string): Promise<void> {
  if (!process.stdout.write(words)) await once(process.stdout, 'drain');
}

// A reader that has seen enough (`| head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await runCommand({ args: process.argv.slice(2), env: process.env, open, write }).catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`summarize-text: ${error.message}\n`);
  process.exitCode = 2;
  process.stdin.destroy();
});
