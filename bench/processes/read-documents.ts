import { readFileSync } from 'node:fs';
import { type InputDocument, listedSchema } from '../parts/ingest/documents.ts';
import { ownCpuMs } from '../parts/memory.ts';
import { median } from '../parts/numbers.ts';
import { feedReaders } from './feed-readers.ts';
import { pageReaders } from './page-readers.ts';

/**
 * Reads documents one after the other and writes what came of each, and in how many ms, as one line of JSON after a
 * line "ready", with the processor time that one reading took. Arguments: 'pages' or 'feeds', the reader, the file that lists the documents, how many of them are
 * read before any is timed, how often each is timed; the middle time counts.
 */
const [kind = '', name = '', list = '', warmUp = '', turns = ''] = process.argv.slice(2);

type Reader = (document: InputDocument) => unknown;

const readers: Readonly<Record<string, () => Promise<Reader>>> = kind === 'pages' ? pageReaders : feedReaders;
const load = readers[name];
if (load === undefined) throw new Error(`there is no reader called "${name}"`);

const documents = listedSchema
  .parse(JSON.parse(readFileSync(list, 'utf8')))
  .map(({ path, ...about }): InputDocument => ({ ...about, bytes: readFileSync(path) }));

async function read(document: InputDocument, reader: Reader) {
  const startedAt = performance.now();
  try {
    const found = await reader(document);
    return { ok: true, found, ms: performance.now() - startedAt };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: problem.slice(0, 200), ms: performance.now() - startedAt };
  }
}

const reader = await load();
process.stdout.write('ready\n');
for (const document of documents.slice(0, Number(warmUp))) await read(document, reader);
const cpuBefore = ownCpuMs();
const readings = [];
for (const document of documents) {
  const first = await read(document, reader);
  const times = [first.ms];
  while (times.length < Number(turns)) times.push((await read(document, reader)).ms);
  readings.push({ ...first, ms: median(times) });
}
const cpuMs = (ownCpuMs() - cpuBefore) / Math.max(1, Number(turns)) / documents.length;
process.stdout.write(`${JSON.stringify({ readings, cpuMs })}\n`);
