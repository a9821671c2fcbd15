import { flushCompileCache } from 'node:module';
import type { Chart } from '../../domain/chart.ts';
import { paintChart } from './paint-chart.ts';

/** The entry of a process of `createChartPainter`: charts come in one by one, their pictures go out. */
process.on('message', (chart: Chart) => {
  process.send?.({ png: paintChart(chart) });
});
flushCompileCache(); // for the next one: this one may be killed
