import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHeartbeat } from '../../src/digest/heartbeat.ts';
import { recordingLog } from '../recording-log.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const start = Date.UTC(2026, 9, 24, 23, 59, 50);

/** A heartbeat in simulated time. `beats`: when it beat, by the machine's clock. */
function beating({ takesMs = 0 } = {}) {
  const beats: number[] = [];
  const { log } = recordingLog();
  const heartbeat = startHeartbeat(async () => {
    beats.push(Date.now());
    if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
  }, log);
  return { beats, heartbeat };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The clock is set by so much; timers do not notice. */
const leap = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('the heartbeat', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('beats at once and at every full minute, also where clocks are set to summer time or back', async () => {
    const { beats, heartbeat } = beating();
    await pass(3 * hourMs);
    const minutes = Array.from({ length: 180 }, (_, index) => start + 10 * secondMs + index * minuteMs);
    expect(beats).toEqual([start, ...minutes]);
    await heartbeat.stop();
  });

  it.each([
    ['ten seconds', 10 * secondMs],
    ['two hours', 2 * hourMs],
    ['a year', 365 * 24 * hourMs],
  ])('goes on within two minutes when the clock is set back by %s', async (_, byMs) => {
    const { beats, heartbeat } = beating();
    await pass(5 * minuteMs);
    leap(-byMs);
    const before = beats.length;
    await pass(2 * minuteMs);
    expect(beats.length).toBeGreaterThan(before);
    await pass(10 * minuteMs);
    expect(beats.length).toBeGreaterThanOrEqual(before + 11);
    await heartbeat.stop();
  });

  it.each([
    ['ten seconds', 10 * secondMs],
    ['two hours', 2 * hourMs],
    ['a week', 7 * 24 * hourMs],
  ])('beats once for all that it has missed when it wakes after %s', async (_, byMs) => {
    const { beats, heartbeat } = beating();
    await pass(5 * minuteMs);
    leap(byMs);
    const before = beats.length;
    await pass(minuteMs);
    expect(beats.length - before).toBeGreaterThanOrEqual(1);
    expect(beats.length - before).toBeLessThanOrEqual(2);
    await pass(10 * minuteMs);
    expect(beats.length - before).toBeLessThanOrEqual(12);
    await heartbeat.stop();
  });

  it('beats late rather than not at all when the process is held up at a full minute', async () => {
    const { beats, heartbeat } = beating();
    await pass(5 * minuteMs);
    const before = beats.length;
    // By both clocks it is later, and all timers are late.
    leap(5 * secondMs);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 5 * secondMs);
    await pass(10 * secondMs);
    expect(beats.slice(before).map((at) => at % minuteMs)).toEqual([5 * secondMs]);
    await heartbeat.stop();
  });

  it('never beats while a beat is on its way, and waits for that when it is stopped', async () => {
    const { beats, heartbeat } = beating({ takesMs: 150 * secondMs });
    await pass(2 * minuteMs);
    expect(beats).toHaveLength(1);
    await pass(2 * minuteMs);
    expect(beats).toHaveLength(2);
    let isStopped = false;
    const stopping = heartbeat.stop().then(() => {
      isStopped = true;
    });
    await pass(secondMs);
    expect(isStopped).toBe(false);
    await pass(3 * minuteMs);
    await stopping;
    await pass(hourMs);
    expect(beats).toHaveLength(2);
  });
});
