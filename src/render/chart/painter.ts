import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Chart, DrawChart } from '../../domain/chart.ts';
import type { Log } from '../../domain/log.ts';
import { ownEnvironment } from '../../domain/own-process.ts';

export interface PaintingLimits {
  /** For one chart, the start of its process included. */
  readonly timeMs: number;
  /** After so many charts a process is replaced: what the renderer holds is given back only with its process. */
  readonly chartsPerProcess: number;
  /** A process that has had no chart for so long ends. */
  readonly idleMs: number;
  /** Charts that wait their turn; more are not drawn. */
  readonly mostWaiting: number;
}

const usualLimits: PaintingLimits = {
  timeMs: 10_000,
  chartsPerProcess: 200,
  idleMs: 60_000,
  mostWaiting: 20,
};

/** Pictures that are kept for the next who ask: some two megabytes. */
const mostRemembered = 40;

const usualEntry = fileURLToPath(new URL('./process.ts', import.meta.url));

export interface ChartPainter {
  readonly draw: DrawChart;
  /** Ends the process; charts asked for after that are not drawn. */
  close(): Promise<void>;
}

interface Painting {
  readonly png?: Uint8Array;
}

/**
 * Draws charts one at a time in a process of its own, without our environment variables. One that hangs or dies is
 * replaced, and its chart is not drawn: a reply never waits for a picture longer than the limit.
 */
export function createChartPainter(
  log: Log,
  { limits = usualLimits, entry = usualEntry }: { limits?: PaintingLimits; entry?: string } = {},
): ChartPainter {
  const drawn = new Map<string, Uint8Array>();
  let painter: { readonly child: ChildProcess; painted: number } | undefined;
  let isClosed = false;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(idle);
    painter?.child.kill('SIGKILL');
    painter = undefined;
  }

  /** The process there is, or a new one. */
  function current(): { readonly child: ChildProcess; painted: number } {
    clearTimeout(idle);
    if (painter?.child.connected === true && painter.painted < limits.chartsPerProcess) return painter;
    end();
    const child = fork(entry, {
      env: ownEnvironment(),
      execArgv: [],
      serialization: 'advanced',
      stdio: 'ignore',
    });
    child.unref();
    child.channel?.unref();
    painter = { child, painted: 0 };
    return painter;
  }

  async function paint(chart: Chart): Promise<Uint8Array | undefined> {
    if (isClosed) return undefined;
    const used = current();
    used.painted += 1;
    try {
      return await paintingOf(used.child, chart, limits.timeMs);
    } catch (error) {
      log.warn('chart.unpainted', { reason: error instanceof Error ? error.message : String(error) });
      end();
      return undefined;
    } finally {
      idle = setTimeout(end, limits.idleMs).unref();
    }
  }

  function remember(key: string, png: Uint8Array): void {
    const [oldest] = drawn.size >= mostRemembered ? drawn.keys() : [];
    if (oldest !== undefined) drawn.delete(oldest);
    drawn.set(key, png);
  }

  return {
    async draw(chart) {
      const key = JSON.stringify(chart);
      const known = drawn.get(key);
      if (known !== undefined || waiting > limits.mostWaiting) return known;
      waiting += 1;
      const turn = last.then(() => paint(chart));
      last = turn;
      try {
        const png = await turn;
        if (png !== undefined) remember(key, png);
        return png;
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      isClosed = true;
      end();
      await last;
    },
  };
}

/** What the process paints of one chart; fails when it is too slow or ends. */
async function paintingOf(
  child: ChildProcess,
  chart: Chart,
  timeMs: number,
): Promise<Uint8Array | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | undefined>();
  const onMessage = ({ png }: Painting) => resolve(png);
  const onEnd = (status: number | null, signal: string | null) =>
    reject(new Error(`the painting process ended with ${signal ?? status}`));
  const onError = (error: Error) => reject(error);
  const timer = setTimeout(() => reject(new Error(`no chart within ${timeMs} ms`)), timeMs);
  child.once('message', onMessage);
  child.once('exit', onEnd);
  child.once('error', onError);
  child.send(chart, (error) => {
    if (error !== null) reject(error);
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', onMessage);
    child.off('exit', onEnd);
    child.off('error', onError);
  }
}
