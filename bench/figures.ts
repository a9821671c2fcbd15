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

/** Finds in all texts, round for round; the first one only warms up. */
function row({ name, find }: FigureFinder, { texts }: FigureSet, rounds: number): readonly Cell[] {
  const found = texts.map((one) => [one, find(one.text)] as const);
  const times = texts.map(({ text }) => {
    const turns = Array.from({ length: rounds }, () => {
      const startedAt = performance.now();
      find(text);
      return performance.now() - startedAt;
    });
    return median(turns);
  });
  const { value, valueAndUnit } = scoreFigures(found);
  return [name, value, valueAndUnit, median(times), Math.max(...times)];
}

function chartRow(name: string, of: ChartStretch): readonly Cell[] {
  const charts = `${name}, ${of.upTo - 99} to ${of.upTo}`;
  return [charts, of.medianMs, of.slowMs, of.painterMb, of.painterMostMb, of.ownMb];
}

async function* run({ rounds, tell }: BenchSettings): AsyncIterable<Table> {
  await installPeers(tell);
  const finders = [ours, compromiseFinder(), winkFinder()];
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
