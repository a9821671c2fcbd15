import { join } from 'node:path';
import { z } from 'zod';
import type { FeedReaderName } from '../../processes/feed-readers.ts';
import type { BenchSettings } from '../capability.ts';
import type { Cell, Table } from '../table.ts';
import { developmentFeeds } from './development-feeds.ts';
import { writeDocuments } from './documents.ts';
import { type FeedCase, feedCases } from './feed-cases.ts';
import { hostileFeeds } from './hostile-documents.ts';
import { hostileTable } from './hostile-table.ts';
import { type DocumentReading, type ReaderRun, runReader } from './run-reader.ts';
import { isMet, recovered } from './score-feeds.ts';

const readers: readonly FeedReaderName[] = [
  'Standfirst',
  'Standfirst, as the bot reads',
  'feedsmith',
  'feedsmith, decoded by us',
  'rss-parser',
  'rss-parser, decoded by us',
];

const hostileReaders: readonly FeedReaderName[] = [
  'Standfirst, as the bot reads',
  'feedsmith, decoded by us',
  'rss-parser, decoded by us',
];

const limits = { timeMs: 60_000, heapMb: 2_048, warmUp: 25 };

const text = z.string().optional();
const feedSchema = z.object({
  title: text,
  link: text,
  entries: z.array(
    z.object({
      title: text,
      link: text,
      id: text,
      published: text,
      updated: text,
      summary: text,
      content: text,
    }),
  ),
});

/** Cases with what a reader made of them, summed up. */
interface Sum {
  readonly met: number;
  readonly expected: number;
  readonly entries: number;
  readonly allEntries: number;
  readonly ms: number;
}

function sumOf(read: readonly (readonly [FeedCase, DocumentReading | undefined])[]): Sum {
  const sum = { met: 0, expected: 0, entries: 0, allEntries: 0, ms: 0 };
  for (const [{ expectations, titles }, reading] of read) {
    const feed = reading?.ok === true ? feedSchema.parse(reading.found) : undefined;
    sum.met += expectations.filter((expectation) => isMet(expectation, feed)).length;
    sum.expected += expectations.length;
    sum.entries += recovered(titles, feed);
    sum.allEntries += titles.length;
    sum.ms += reading?.ms ?? 0;
  }
  return { ...sum, ms: sum.ms / Math.max(1, read.length) };
}

const share = ({ met, expected }: Sum): string => ((100 * met) / Math.max(1, expected)).toFixed(1);

function row(name: string, cases: readonly FeedCase[], run: ReaderRun): readonly Cell[] {
  if (run.end !== 'answered') return [name, run.end];
  const read = cases.map((each, index) => [each, run.readings[index]] as const);
  const groups = [...new Set(cases.map(({ group }) => group))];
  const sums = groups.map((group) => sumOf(read.filter(([each]) => each.group === group)));
  const all = sumOf(read);
  return [name, ...sums.map(share), `${all.entries} of ${all.allEntries}`, run.cpuMs, all.ms, run.highestMb];
}

async function casesTable(
  title: string,
  cases: readonly FeedCase[],
  folder: string,
  { rounds, tell }: BenchSettings,
): Promise<Table> {
  const list = await writeDocuments(
    join(folder, 'feeds'),
    cases.map(({ input }) => input),
  );
  const rows: (readonly Cell[])[] = [];
  for (const name of readers) {
    tell(`ingest: ${name} on ${title}`);
    rows.push(row(name, cases, await runReader('feeds', name, list, { ...limits, turns: rounds })));
  }
  const groups = [...new Set(cases.map(({ group }) => group))];
  const count = (group: string) => cases.filter((each) => each.group === group).length;
  return {
    title,
    columns: [
      '',
      ...groups.map((group) => `${group} (${count(group)}): % met`),
      'entries recovered',
      'CPU ms a feed',
      'ms a feed',
      'highest MB',
    ],
    rows,
    notes: [
      'Of what is expected of titles, addresses, names, dates and words, how much was found, wherever a reader has it; markup, references and white space count for nothing. An entry is recovered when its title is right.',
      'The peers take text: of UTF-8, as `Response.text()` gives it, or as we decode the bytes.',
    ],
  };
}

export async function* feedTables(folder: string, settings: BenchSettings): AsyncIterable<Table> {
  const { tell } = settings;
  const own = await feedCases();
  const real = developmentFeeds(tell);
  yield await casesTable(`${own.length} feeds of ours`, own, folder, settings);
  if (real.length > 0) yield await casesTable(`${real.length} real feeds`, real, folder, settings);
  yield await hostileTable({
    kind: 'feeds',
    title: 'Hostile feeds',
    documents: hostileFeeds(),
    readers: hostileReaders,
    folder,
    tell,
  });
}
