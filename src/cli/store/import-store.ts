import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Clock } from '../../domain/clock.ts';
import { ItemRefused } from '../../store/transfer/item-refused.ts';
import type { Upkeep } from '../../store/upkeep.ts';
import { Refusal } from '../refusal.ts';
import type { Terminal } from '../run-tool.ts';
import { ExportFault } from './export-fault.ts';
import { createIntake, takenCount } from './intake.ts';
import { interruptedStatus } from './interrupted.ts';
import { perhapsPosted } from './never-twice.ts';
import type { Progress } from './progress.ts';
import { readExport } from './read-export.ts';
import { bytesWords, takenWords } from './store-words.ts';

export interface ImportParts {
  readonly upkeep: Pick<Upkeep, 'load'>;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly terminal: Terminal;
  readonly input: Readable;
  readonly signal: AbortSignal;
}

async function openInput(
  file: string,
  input: Readable,
): Promise<{ readonly stream: Readable; readonly size?: number }> {
  if (file === '-') return { stream: input };
  const facts = await stat(file);
  if (facts.isDirectory()) throw new Refusal(`${file} is a folder`);
  const stream = createReadStream(file);
  return facts.isFile() ? { stream, size: facts.size } : { stream };
}

/** The bytes of a stream; `read` hears how many. */
async function* counted(
  stream: AsyncIterable<Uint8Array>,
  read: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    read(chunk.length);
    yield chunk;
  }
}

/** The bytes, unpacked where they are gzipped. */
async function* unpacked(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await bytes.next();
  if (first.done === true) return;
  const { value } = first;

  async function* all(): AsyncGenerator<Uint8Array> {
    yield value;
    yield* bytes;
  }

  if (value[0] !== 0x1f || value[1] !== 0x8b) {
    yield* all();
    return;
  }
  const unpacking = createGunzip();
  // What fails here fails also whoever reads what comes out.
  pipeline(Readable.from(all(), { objectMode: true }), unpacking, () => undefined);
  yield* unpacking;
}

/** What is wrong with an export in a line, or the failure itself where it is no matter of the export. */
function explained(error: unknown, file: string, line: number): unknown {
  const name = file === '-' ? 'the input' : file;
  if (error instanceof ExportFault) {
    const where = error.line <= 1 ? '' : `, line ${error.line}`;
    return new Refusal(`${name}${where}: ${error.message}`, { cause: error });
  }
  if (error instanceof ItemRefused)
    return new Refusal(`${name}, behind line ${line}: ${error.message}`, { cause: error });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) return error;
  const what = code === 'Z_BUF_ERROR' ? 'it ends too soon: it was cut off' : 'its packing (gzip) is damaged';
  return new Refusal(`${name}, behind line ${line}: ${what}`, { cause: error });
}

/** Takes an export in; answers the exit status. What was taken in before something went wrong stays. */
export async function importStore(
  file: string,
  { upkeep, clock, progress, terminal, input, signal }: ImportParts,
): Promise<number> {
  const { stream, size } = await openInput(file, input);
  const intake = createIntake(upkeep);
  let readBytes = 0;
  let line = 0;

  function progressWords(): string {
    const share = size === undefined ? bytesWords(readBytes) : `${Math.floor((100 * readBytes) / size)} %`;
    return `importing: ${share}, ${takenWords(intake.taken)}`;
  }

  function interrupted(): number {
    progress.note(
      `interrupted behind line ${line} (${takenWords(intake.taken)}): run it again, and it goes on`,
    );
    return interruptedStatus;
  }

  // What is being loaded is loaded; nothing more is read.
  signal.addEventListener('abort', () => stream.destroy());
  const bytes = counted(stream, (count) => {
    readBytes += count;
  });
  try {
    for await (const block of readExport(unpacked(bytes))) {
      await intake.take(perhapsPosted(block.items, clock.now()));
      ({ line } = block);
      progress.tell(progressWords());
      if (signal.aborted) break;
    }
  } catch (error) {
    progress.end();
    if (signal.aborted) return interrupted();
    if (takenCount(intake.taken) > 0)
      progress.note(`up to line ${line} it is in the store (${takenWords(intake.taken)})`);
    throw explained(error, file, line);
  } finally {
    stream.destroy();
  }
  progress.end();
  if (signal.aborted) {
    progress.note(
      `interrupted behind line ${line} (${takenWords(intake.taken)}): run it again, and it goes on`,
    );
    return interruptedStatus;
  }
  await terminal.write(`imported ${takenWords(intake.taken)}`);
  return 0;
}
