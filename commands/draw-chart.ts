import type { App } from '../src/app.ts';
import type { Brief } from '../src/domain/brief.ts';
import type { Picture } from '../src/domain/reply.ts';
import { chartOf, chartPicture } from '../src/render/chart/chart.ts';

/** The picture of a brief's comparable figures; `undefined` where there are none or it could not be drawn. */
export async function drawnChart(brief: Brief, app: Pick<App, 'drawChart'>): Promise<Picture | undefined> {
  const chart = chartOf(brief);
  const bytes = chart === undefined ? undefined : await app.drawChart(chart);
  return bytes === undefined ? undefined : chartPicture(brief, bytes);
}
