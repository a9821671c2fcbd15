import type { Chart } from '../../src/domain/chart.ts';
import type { Log } from '../../src/domain/log.ts';
import { createChartPainter, type PaintingLimits } from '../../src/render/chart/painter.ts';
import { childrenOf, memoryOf } from './memory.ts';
import { createRandom, percentile } from './numbers.ts';

/** One stretch of charts: how long each took, and what the processes held then, in MB. */
export interface ChartStretch {
  readonly upTo: number;
  readonly medianMs: number;
  readonly slowMs: number;
  readonly ownMb: number | undefined;
  readonly painterMb: number | undefined;
  readonly painterMostMb: number | undefined;
}

const stretch = 100;
const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A chart like no other, of two to six bars. */
function makeChart(random: () => number, number: number): Chart {
  const bars = Array.from({ length: 2 + Math.floor(random() * 5) }, (_, at) => {
    const value = 1 + Math.round(random() * 400) / 10;
    return {
      label: `Harbour ${at + 1} of the north coast … berths for fishing boats in the year to September`,
      text: `${value}%`,
      value,
      isApproximate: random() < 0.3,
    };
  });
  return {
    title: `Harbours of the north coast, count ${number}`,
    bars,
    source: 'The Orme Echo, 19 November 2026',
  };
}

function painterMemory(before: ReadonlySet<number>): number | undefined {
  const sizes = childrenOf(process.pid)
    .filter((pid) => !before.has(pid))
    .flatMap((pid) => memoryOf(pid)?.now ?? []);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/** Draws so many charts, none twice, one after the other. */
export async function timeCharts(
  count: number,
  seed: number,
  limits?: PaintingLimits,
): Promise<readonly ChartStretch[]> {
  const before = new Set(childrenOf(process.pid));
  const painter = createChartPainter(silent, limits === undefined ? {} : { limits });
  const random = createRandom(seed);
  const stretches: ChartStretch[] = [];
  try {
    await painter.draw(makeChart(random, -1)); // the process starts
    for (let upTo = stretch; upTo <= count; upTo += stretch) {
      const times: number[] = [];
      let most: number | undefined;
      for (let at = upTo - stretch; at < upTo; at += 1) {
        const startedAt = performance.now();
        if ((await painter.draw(makeChart(random, at))) === undefined)
          throw new Error('a chart was not drawn');
        times.push(performance.now() - startedAt);
        most = Math.max(most ?? 0, painterMemory(before) ?? Number.NaN);
      }
      stretches.push({
        upTo,
        medianMs: percentile(times, 0.5),
        slowMs: percentile(times, 0.95),
        ownMb: memoryOf('self')?.now,
        painterMb: painterMemory(before),
        painterMostMb: most,
      });
    }
  } finally {
    await painter.close();
  }
  return stretches;
}
