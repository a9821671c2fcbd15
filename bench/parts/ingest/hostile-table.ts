import { join } from 'node:path';
import { z } from 'zod';
import { numberText, type Table } from '../table.ts';
import { writeDocuments } from './documents.ts';
import type { HostileDocuments } from './hostile-documents.ts';
import { type DocumentReading, type ReaderRun, runReader } from './run-reader.ts';

const limits = { timeMs: 6_000, heapMb: 1_024 };

const countSchema = z.union([
  z.string().transform((text) => (text === '' ? 'no article' : `${numberText(text.length / 1000)} kB`)),
  z
    .object({ entries: z.array(z.unknown()) })
    .transform(({ entries }) => (entries.length === 1 ? '1 entry' : `${numberText(entries.length)} entries`)),
]);

function crashOf(lastWords: string): string {
  if (/heap out of memory|heap limit/i.test(lastWords)) return 'process died: out of memory';
  return /call stack/i.test(lastWords) ? 'process died: stack overflow' : 'process died';
}

function outcomeOf(reading: DocumentReading): string {
  if (reading.ok) return countSchema.parse(reading.found);
  if (/call stack/i.test(reading.problem)) return 'stack overflow';
  // A reason of ours is a word, an error of a peer a sentence.
  return /^[a-z-]{1,15}$/.test(reading.problem) ? `refused: ${reading.problem}` : 'refused';
}

/** "1,000 entries, 0.3 s, 140 MB", or how it ended instead. */
export function cellOf({ end, readings: [reading], lastWords, highestMb }: ReaderRun): string {
  const memory = highestMb === undefined ? [] : [`${Math.round(highestMb)} MB`];
  if (end === 'out-of-time') return [`over ${limits.timeMs / 1000} s`, ...memory].join(', ');
  if (end === 'crashed' || reading === undefined) return [crashOf(lastWords), ...memory].join(', ');
  return [outcomeOf(reading), `${(reading.ms / 1000).toFixed(2)} s`, ...memory].join(', ');
}

export interface HostileTask {
  readonly kind: 'pages' | 'feeds';
  readonly title: string;
  readonly documents: HostileDocuments;
  readonly readers: readonly string[];
  readonly folder: string;
  readonly tell: (line: string) => void;
}

/** Each hostile document to each reader, each time in a process of its own. */
export async function hostileTable(task: HostileTask): Promise<Table> {
  const { kind, title, documents, readers, folder, tell } = task;
  const rows: (readonly string[])[] = [];
  for (const [name, document] of Object.entries(documents)) {
    tell(`ingest: ${name}`);
    const list = await writeDocuments(join(folder, `hostile-${kind}`), [document]);
    const cells: string[] = [];
    for (const reader of readers) cells.push(cellOf(await runReader(kind, reader, list, limits)));
    rows.push([name, ...cells]);
  }
  return {
    title,
    columns: ['', ...readers],
    rows,
    notes: [
      `What came of it, in how long, and the most that the process that read it held at once. A process is ended after ${limits.timeMs / 1000} s, and dies beyond ${limits.heapMb / 1024} GB of heap; the bot itself lets its reading processes have 4 s and 160 MB of heap, and lives on without them. “Refused”: an error that can be caught, which for the bot is a reason that it gives.`,
    ],
  };
}
