import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clean } from 'summarize-text';
import { z } from 'zod';
import { longText, sampleArticles, variedArticles } from './parts/articles.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { root } from './parts/machine.ts';
import { median } from './parts/numbers.ts';
import { installPeers } from './parts/peers.ts';
import type { Cell, Table } from './parts/table.ts';
import { type Timing, timeEngine } from './parts/time-engine.ts';
import type { EngineName, TextOf } from './processes/text-engines.ts';

const seed = 20_261_125;
const sampleCount = 280;
const mostMs = 15_000;

const summarisers: readonly EngineName[] = [
  'the whole brief',
  'summary alone',
  'lead-3',
  'node-summarizer, frequency',
  'node-summarizer, rank',
];
const parts: readonly EngineName[] = [
  'cleaning',
  'sentences',
  'summary alone',
  'quotations',
  'figures',
  'the whole brief',
];
const steps: readonly EngineName[] = [...parts, 'cleaning and the whole brief'];
const lengths = [10_000, 50_000, 200_000, 1_000_000];
const longEngines: readonly EngineName[] = [
  ...parts,
  'lead-3',
  'node-summarizer, frequency',
  'node-summarizer, rank',
];

/** News articles for measuring that are kept beside the project by those who develop it; other people's words. */
const development = join(root, '..', 'shared', 'eval', 'summaries', 'data', 'dev.jsonl');

interface TextSet {
  readonly name: string;
  readonly texts: readonly TextOf[];
}

const line = z.object({ text: z.string(), title: z.string().nullish() });

function developmentSet(tell: (line: string) => void): readonly TextSet[] {
  if (!existsSync(development)) {
    tell('text: ../shared has no development articles; they are left out');
    return [];
  }
  const lines = readFileSync(development, 'utf8').trim().split('\n');
  const texts = lines.map((json): TextOf => {
    const { text, title } = line.parse(JSON.parse(json));
    return { raw: text, clean: clean(text).text, ...(title == null ? {} : { title }) };
  });
  return [{ name: `${texts.length} development articles`, texts }];
}

async function samplesSet(): Promise<TextSet> {
  const articles = variedArticles(await sampleArticles(), sampleCount, seed);
  const texts = articles.map(({ raw, text, title }) => ({ raw, clean: text, title }));
  return { name: `${texts.length} articles made of the samples`, texts };
}

/** The engines' timings on one set, the medians of some rounds; engines take turns. */
async function timeAll(
  engines: readonly EngineName[],
  file: string,
  { rounds, tell }: BenchSettings,
): Promise<ReadonlyMap<EngineName, Timing | undefined>> {
  const timings = new Map<EngineName, Timing[]>(engines.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1)
    for (const name of engines) {
      tell(`text, round ${round} of ${rounds}: ${name}`);
      const timing = await timeEngine(name, file, mostMs);
      if (timing !== undefined) timings.get(name)?.push(timing);
    }
  return new Map([...timings].map(([name, some]) => [name, middle(some)]));
}

function middle(timings: readonly Timing[]): Timing | undefined {
  if (timings.length === 0) return undefined;
  const of = (key: keyof Timing) => median(timings.map((timing) => timing[key] ?? Number.NaN));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    coldMs: of('coldMs'),
    highestMb: of('highestMb'),
  };
}

const columns = ['articles/s', 'p50 ms', 'p99 ms', 'first ms', 'highest MB'];

const cellsOf = (timing: Timing | undefined): readonly Cell[] => [
  timing?.perSecond,
  timing?.p50,
  timing?.p99,
  timing?.coldMs,
  timing?.highestMb,
];

async function writeTexts(folder: string, name: string, texts: readonly TextOf[]): Promise<string> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(texts));
  return file;
}

async function setTables(set: TextSet, folder: string, settings: BenchSettings): Promise<readonly Table[]> {
  const file = await writeTexts(folder, 'set', set.texts);
  const timings = await timeAll([...new Set([...summarisers, ...steps])], file, settings);
  const rows = (names: readonly EngineName[]) => names.map((name) => [name, ...cellsOf(timings.get(name))]);
  const characters = median(set.texts.map(({ raw }) => raw.length));
  const notes = [
    `One process each, one core; ${Math.round(characters)} characters in the middle. “first” has what is loaded for it in it.`,
  ];
  return [
    {
      title: `Summarisers on ${set.name}`,
      columns: ['', ...columns],
      rows: rows(summarisers),
      notes: [
        ...notes,
        'The whole brief is the summary with all quotations, their speakers and all figures; the others give a summary only.',
      ],
    },
    { title: `The engine’s parts on ${set.name}`, columns: ['', ...columns], rows: rows(steps), notes },
  ];
}

/** Time by length: a part that grows faster than its text cannot take what a person may attach. */
async function lengthTable(folder: string, settings: BenchSettings): Promise<Table> {
  const samples = await sampleArticles();
  const cells = new Map<EngineName, Cell[]>(longEngines.map((name) => [name, []]));
  let highest: Cell[] = [];
  for (const length of lengths) {
    const text = longText(samples, length, seed);
    const file = await writeTexts(folder, `long-${length}`, [{ raw: text, clean: text }]);
    const timings = await timeAll(longEngines, file, { ...settings, rounds: 1 });
    for (const name of longEngines)
      cells.get(name)?.push(timings.get(name)?.p50 ?? `over ${(mostMs * 3) / 1000} s`);
    highest = [...highest, timings.get('the whole brief')?.highestMb];
  }
  return {
    title: 'Time of one text by its length (ms)',
    columns: ['', '10 kB', '50 kB', '200 kB', '1 MB'],
    rows: [
      ...[...cells].map(([name, times]) => [name, ...times]),
      ['the whole brief: highest MB', ...highest],
    ],
    notes: [
      'Texts made of the samples with other figures. The bot takes files up to about 50,000 words, 300 kB.',
    ],
  };
}

async function* run(settings: BenchSettings): AsyncIterable<Table> {
  await installPeers(settings.tell);
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  try {
    for (const set of [await samplesSet(), ...developmentSet(settings.tell)])
      yield* await setTables(set, folder, settings);
    yield await lengthTable(folder, settings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const text: Capability = { name: 'text', says: 'the text engine beside other summarisers', run };
