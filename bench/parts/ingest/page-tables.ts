import { join } from 'node:path';
import { z } from 'zod';
import type { PageReaderName } from '../../processes/page-readers.ts';
import { percentile } from '../numbers.ts';
import type { Cell, Table } from '../table.ts';
import { writeDocuments } from './documents.ts';
import { hostilePages } from './hostile-documents.ts';
import { hostileTable } from './hostile-table.ts';
import { developmentPages, type PageSet, samplePages } from './page-sets.ts';
import { type ReaderRun, runReader } from './run-reader.ts';
import { scoreBodies } from './score-bodies.ts';

const readers: readonly PageReaderName[] = [
  'Standfirst',
  'Standfirst, as the bot reads',
  'readability on linkedom',
  'article-extractor',
  'defuddle on linkedom',
];

const hostileReaders: readonly PageReaderName[] = ['Standfirst, as the bot reads', 'readability on linkedom'];

const limits = { timeMs: 120_000, heapMb: 2_048, warmUp: 10 };

const bodySchema = z.string();

function row(
  name: string,
  { pages }: PageSet,
  { end, readings, cpuMs, highestMb }: ReaderRun,
): readonly Cell[] {
  if (end !== 'answered') return [name, end];
  const pairs = pages.map(({ body }, index) => {
    const reading = readings[index];
    return { truth: body, found: reading?.ok === true ? bodySchema.parse(reading.found) : '' };
  });
  const { f1, precision, recall } = scoreBodies(pairs);
  const times = readings.map(({ ms }) => ms);
  const empty = pairs.filter(({ found }) => found === '').length;
  const quantiles = [cpuMs, percentile(times, 0.5), Math.max(...times)];
  return [name, f1.toFixed(3), precision.toFixed(3), recall.toFixed(3), empty, ...quantiles, highestMb];
}

async function setTable(set: PageSet, folder: string, tell: (line: string) => void): Promise<Table> {
  const documents = set.pages.map(({ html, url }) => ({
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    url,
  }));
  const list = await writeDocuments(join(folder, 'pages'), documents);
  const rows: (readonly Cell[])[] = [];
  for (const name of readers) {
    tell(`ingest: ${name} on ${set.name}`);
    rows.push(row(name, set, await runReader('pages', name, list, limits)));
  }
  return {
    title: `Articles of ${set.name}`,
    columns: [
      '',
      'F1',
      'precision',
      'recall',
      'nothing read',
      'CPU ms a page',
      'p50 ms',
      'most ms',
      'highest MB',
    ],
    rows,
    notes: [
      'F1 of the runs of four words that the article and what was read have in common, each page counting the same. Of every answer the words alone are compared.',
      'One process each, each page once, ten of them read before. As the bot reads: in its reading processes, with the way there and back, and an article made and cleaned of it; its memory is that of the process that read.',
    ],
  };
}

export async function* pageTables(folder: string, tell: (line: string) => void): AsyncIterable<Table> {
  for (const set of [samplePages(), ...developmentPages(tell)]) yield await setTable(set, folder, tell);
  yield await hostileTable({
    kind: 'pages',
    title: 'Hostile pages',
    documents: hostilePages(),
    readers: hostileReaders,
    folder,
    tell,
  });
}
