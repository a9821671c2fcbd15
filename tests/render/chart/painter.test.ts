import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Chart } from '../../../src/domain/chart.ts';
import { createChartPainter, type PaintingLimits } from '../../../src/render/chart/painter.ts';
import { recordingLog } from '../../recording-log.ts';
import { readPng } from './read-png.ts';

const fixture = fileURLToPath(new URL('./painter.fixture.ts', import.meta.url));

const chart = (title: string): Chart => ({
  title,
  bars: [
    { label: 'berths now', text: '40', value: 40, isApproximate: false },
    { label: 'berths planned', text: '60', value: 60, isApproximate: false },
  ],
  source: 'The Orme Echo',
});

const usual: PaintingLimits = { timeMs: 20_000, chartsPerProcess: 100, idleMs: 60_000, mostWaiting: 20 };

function painterOf(given: Partial<PaintingLimits> = {}, entry: string | undefined = fixture) {
  const { log, events } = recordingLog();
  const painter = createChartPainter(log, {
    limits: { ...usual, ...given },
    ...(entry === undefined ? {} : { entry }),
  });
  onTestFinished(() => painter.close());
  const said = async (title: string) => {
    const bytes = await painter.draw(chart(title));
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  const processOf = async (title: string) => (await said(title))?.split(' ')[0];
  return { painter, said, processOf, events };
}

describe('the painter of charts', () => {
  it('draws a chart in a process of its own', async () => {
    const { log } = recordingLog();
    const painter = createChartPainter(log);
    onTestFinished(() => painter.close());
    const png = await painter.draw(chart('Berths'));
    expect(readPng(png ?? new Uint8Array()).width).toBe(800);
  });

  it('keeps its process, one chart after the other, and replaces it after so many', async () => {
    const { processOf } = painterOf({ chartsPerProcess: 3 });
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(processOf));
    expect(all.every((id) => id !== undefined)).toBe(true);
    expect(new Set(all.slice(0, 3)).size).toBe(1);
    expect(new Set(all.slice(3, 6)).size).toBe(1);
    expect(new Set(all).size).toBe(3);
  });

  it.each([
    ['hangs', 'hang', { timeMs: 4000 }],
    ['dies', 'die', {}],
  ])('goes on with another process when one %s, and says so in the log', async (_, title, limits) => {
    const { said, processOf, events } = painterOf(limits);
    const before = await processOf('a');
    expect(await said(title)).toBeUndefined();
    const after = await processOf('b');
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
    expect(events).toEqual(['chart.unpainted']);
  });

  it('remembers what it has drawn', async () => {
    const { said } = painterOf({ chartsPerProcess: 1 });
    const first = await said('a');
    await said('b');
    expect(await said('a')).toBe(first);
  });

  it('lets no more wait than it may', async () => {
    const { said } = painterOf({ mostWaiting: 1 });
    const all = await Promise.all(['a', 'b', 'c', 'd'].map(said));
    expect(all.map((words) => words !== undefined)).toEqual([true, true, false, false]);
  });

  it('draws nothing once it is closed', async () => {
    const { painter, said } = painterOf();
    await said('a');
    await painter.close();
    expect(await said('b')).toBeUndefined();
  });
});
