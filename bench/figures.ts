import { longText, sampleArticles } from './parts/articles.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { compromiseFinder, type FigureFinder, ours, winkFinder } from './parts/figure-finders.ts';
import { developmentSets, type FigureSet, goldSet } from './parts/figure-texts.ts';
import { median } from './parts/numbers.ts';
import { installPeers } from './parts/peers.ts';
import { scoreFigures } from './parts/score-figures.ts';
import type { Cell, Table } from './parts/table.ts';
import { type ChartStretch, timeCharts } from './parts/time-charts.ts';

const seed = 20_261_125;
const chartCount = 500;

/** The median of some turns. */
function timeOf({ find }: FigureFinder, text: string, rounds: number): number {
  const turns = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    find(text);
    return performance.now() - startedAt;
  });
  return median(turns);
}

/** Before anything is timed: what runs often is compiled by then. */
function warmUp({ find }: FigureFinder, { texts }: FigureSet): void {
  for (let pass = 0; pass < 4; pass += 1) for (const { text } of texts) find(text);
}

function row(finder: FigureFinder, { texts }: FigureSet, rounds: number): readonly Cell[] {
  const { value, valueAndUnit } = scoreFigures(texts.map((one) => [one, finder.find(one.text)] as const));
  const times = texts.map(({ text }) => timeOf(finder, text, rounds));
  return [finder.name, value, valueAndUnit, median(times), Math.max(...times)];
}

const lengths = [1_600, 16_000, 160_000];

/** Time by length: ten times the text should take ten times as long. */
async function lengthTable(
  finders: readonly FigureFinder[],
  { rounds, tell }: Pick<BenchSettings, 'rounds' | 'tell'>,
): Promise<Table> {
  const samples = await sampleArticles();
  const article = samples.map(({ text }) => text.slice(0, 1_600));
  const rows = finders.map((finder) => {
    tell(`figures: ${finder.name} by length`);
    const long = lengths.slice(1).map((length) => timeOf(finder, longText(samples, length, seed), rounds));
    return [finder.name, median(article.map((text) => timeOf(finder, text, rounds))), ...long];
  });
  return {
    title: 'Time of one text by its length (ms)',
    columns: ['', '1.6 kB', '16 kB', '160 kB'],
    rows,
    notes: [
      '1.6 kB: the beginnings of the samples, the one in the middle; the longer ones are made of them.',
    ],
  };
}

function chartRow(name: string, of: ChartStretch): readonly Cell[] {
  const charts = `${name}, ${of.upTo - 99} to ${of.upTo}`;
  return [charts, of.medianMs, of.slowMs, of.painterMb, of.painterMostMb, of.ownMb];
}

async function* run({ rounds, tell }: BenchSettings): AsyncIterable<Table> {
  await installPeers(tell);
  const finders = [ours, compromiseFinder(), winkFinder()];
  for (const finder of finders) warmUp(finder, goldSet());
  for (const set of [goldSet(), ...developmentSets(tell)]) {
    const rows = finders.map((finder) => {
      tell(`figures: ${finder.name} on ${set.name}`);
      return row(finder, set, rounds);
    });
    const count = set.texts.reduce((sum, { figures }) => sum + figures.length, 0);
    yield {
      title: `Figures in ${set.name} (${count} figures)`,
      columns: ['', 'value F1', 'value and unit F1', 'ms a text', 'most ms'],
      rows,
      notes: [
        'A figure is right by its value (both ends of a range), and by its unit: a sign, a symbol, or the noun counted.',
        'compromise and wink-nlp give numbers and what stands beside them; dates and ordinals that they tell apart are not held against them.',
      ],
    };
  }
  yield await lengthTable(finders, { rounds, tell });
  tell(`figures: ${chartCount} charts, twice`);
  const usual = await timeCharts(chartCount, seed);
  const once = { timeMs: 20_000, chartsPerProcess: chartCount + 2, idleMs: 60_000, mostWaiting: 20 };
  const single = await timeCharts(chartCount, seed, once);
  yield {
    title: 'Charts, one after the other, none like another',
    columns: [
      'charts',
      'median ms',
      '95 % within ms',
      'painter MB at the end',
      'painter MB at most',
      'own MB',
    ],
    rows: [
      ...usual.map((of) => chartRow('as the bot draws them', of)),
      ...single.map((of) => chartRow('all in one process', of)),
    ],
    notes: [
      'The bot draws in a process of its own that is replaced after 200 charts; the time includes the way there and back, and where it is replaced the new one’s start.',
      'Own is the process that asks for charts, and holds the last 40 pictures.',
    ],
  };
}

export const figures: Capability = {
  name: 'figures',
  says: 'quantities beside compromise and wink-nlp, and charts: time and memory',
  run,
};
