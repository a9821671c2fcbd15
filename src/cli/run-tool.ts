import { once } from 'node:events';
import { ConfigError } from '../domain/errors.ts';
import { Refusal } from './refusal.ts';
import { UsageError } from './usage-error.ts';

/** What a tool says goes to `write`, a line at a time; how far it is goes to `note`. */
export interface Terminal {
  write(line: string): Promise<void>;
  note(line: string): void;
}

const refusalStatus = 1;
const usageStatus = 2;
/** EX_CONFIG of sysexits.h. */
const configurationStatus = 78;

/** Runs a command-line tool in this process; its answer is the exit status. */
export async function runTool(name: string, tool: (terminal: Terminal) => Promise<number>): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const note = (line: string) => void process.stderr.write(`${line}\n`);
  try {
    process.exitCode = await tool({ write, note });
  } catch (error) {
    process.exitCode = statusOf(error);
    for (const line of linesOf(error)) note(`${name}: ${line}`);
  }
}

/** Waits where the reader of our output is slower than we are. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

function statusOf(error: unknown): number {
  if (error instanceof Refusal) return refusalStatus;
  if (error instanceof UsageError) return usageStatus;
  if (error instanceof ConfigError) return configurationStatus;
  throw error;
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.mistakes;
  return error instanceof Error ? [error.message] : [];
}
