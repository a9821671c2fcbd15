import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { root } from './parts/machine.ts';
import { createRandom } from './parts/numbers.ts';
import { installPeers } from './parts/peers.ts';
import { rouge } from './parts/rouge.ts';
import { coverageOf, judgeSummary, type SummaryLaws } from './parts/summary-laws.ts';
import { developmentSummaries, goldSummaries, type SummarySet } from './parts/summary-sets.ts';
import type { Cell, Table } from './parts/table.ts';
import type { SummariserName } from './processes/summarisers.ts';

const run = promisify(execFile);
const entry = join(root, 'bench', 'processes', 'summarise-texts.ts');
const mostMs = 60_000;
const resamples = 1_000;
const seed = 20_261_126;

const names: readonly SummariserName[] = [
  'Standfirst',
  'lead-3',
  'node-summarizer, frequency',
  'node-summarizer, rank',
  'lexrank',
  'lexrank.js',
];

const resultSchema = z.object({
  summaries: z.array(z.array(z.string())),
  perSecond: z.number(),
  p50: z.number(),
  highestMb: z.number().optional(),
});

type Result = z.infer<typeof resultSchema>;

/** Each summariser in a process of its own, so that its memory is its own. */
async function resultOf(name: SummariserName, file: string): Promise<Result> {
  const { stdout } = await run(process.execPath, [entry, name, file, String(mostMs)], {
    maxBuffer: 1e8,
    env: {},
  });
  return resultSchema.parse(JSON.parse(stdout));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Between which differences 95 of 100 means of resampled articles lie. */
function interval(differences: readonly number[]): readonly [number, number] {
  const random = createRandom(seed);
  const pick = () => differences[Math.floor(random() * differences.length)] ?? 0;
  const means = Array.from({ length: resamples }, () => mean(differences.map(pick)));
  means.sort((one, other) => one - other);
  return [means[Math.floor(resamples * 0.025)] ?? 0, means[Math.floor(resamples * 0.975)] ?? 0];
}

const short = (value: number): string => value.toFixed(2);

/** The difference to lead-3 on the articles that both have summarised. */
function differenceCell(scores: readonly number[], base: readonly number[]): Cell {
  const differences = scores.map((score, index) => score - (base[index] ?? 0));
  const [low, high] = interval(differences);
  return `${short(mean(differences))} [${short(low)}, ${short(high)}]`;
}

const scoresOf = ({ texts }: SummarySet, { summaries }: Result): readonly number[] =>
  summaries.map((summary, index) => rouge(texts[index]?.reference ?? [], summary));

function lawCells({ texts }: SummarySet, { summaries }: Result): readonly Cell[] {
  const judged = summaries.flatMap((summary, index) =>
    summary.length === 0 ? [] : [judgeSummary(texts[index]?.text ?? '', summary)],
  );
  const keys = ['verbatim', 'fragments', 'unpaired', 'speakerless', 'dangling', 'repeats'] as const;
  return keys.map((key: keyof SummaryLaws) => short(100 * mean(judged.map((laws) => laws[key]))));
}

function coverageCells({ texts }: SummarySet, { summaries }: Result): readonly Cell[] {
  const covered = summaries.map((summary, index) => {
    const { text = '', reference = [] } = texts[index] ?? {};
    return coverageOf(text, reference, summary);
  });
  return (['figures', 'names'] as const).map((key) => {
    const had = covered.reduce((sum, each) => sum + each[key][0], 0);
    const wanted = covered.reduce((sum, each) => sum + each[key][1], 0);
    return short((100 * had) / Math.max(1, wanted));
  });
}

function tablesOf(set: SummarySet, results: ReadonlyMap<SummariserName, Result>): readonly Table[] {
  const lead = results.get('lead-3');
  const base = lead === undefined ? [] : scoresOf(set, lead);
  const rows = [...results];
  return [
    {
      title: `Summaries of three sentences of ${set.name}`,
      columns: ['', 'ROUGE', 'to lead-3 [95 %]', 'articles', 'articles/s', 'p50 ms', 'highest MB'],
      rows: rows.map(([name, result]) => {
        const scores = scoresOf(set, result);
        const { perSecond, p50, highestMb } = result;
        return [name, mean(scores), differenceCell(scores, base), scores.length, perSecond, p50, highestMb];
      }),
      notes: [
        'ROUGE is the mean of ROUGE-1, -2 and -Lsum (F1, no stemming) against what people took from the article.',
        'Ours cleans the text first, which is in its time. One process each; an engine that was not through after half a minute was stopped.',
      ],
    },
    {
      title: `What the sentences are like, ${set.name} (%)`,
      columns: [
        '',
        'verbatim',
        'fragments',
        'unpaired',
        'speakerless',
        'dangling',
        'repeats',
        'figures',
        'names',
      ],
      rows: rows.map(([name, result]) => [name, ...lawCells(set, result), ...coverageCells(set, result)]),
      notes: [
        'verbatim: in the text word for word (a mended mark counts against it); unpaired: a quotation mark without its partner; speakerless: quoted words or an I without who speaks; dangling: begins with “he”, “but” and the like without the sentence before it; figures and names: of those that people took, how many the summary has.',
      ],
    },
  ];
}

async function* measure({ tell }: BenchSettings): AsyncIterable<Table> {
  await installPeers(tell);
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  try {
    for (const set of [goldSummaries(), ...developmentSummaries(tell)]) {
      const file = join(folder, 'set.json');
      await writeFile(file, JSON.stringify(set.texts.map(({ text, title }) => ({ text, title }))));
      const results = new Map<SummariserName, Result>();
      for (const name of names) {
        tell(`summaries: ${name} on ${set.name}`);
        results.set(name, await resultOf(name, file));
      }
      yield* tablesOf(set, results);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const summaries: Capability = {
  name: 'summaries',
  says: 'summaries beside lead-3 and the packages from npm',
  run: measure,
};
