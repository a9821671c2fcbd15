import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HealthServer, startHealth } from '../../src/observe/health.ts';
import { createMetrics } from '../../src/observe/metrics.ts';

let isReady = false;
let metrics: ReturnType<typeof createMetrics>;
let health: HealthServer;
beforeEach(async () => {
  isReady = false;
  metrics = createMetrics();
  health = await startHealth(0, { isReady: () => isReady, metrics: metrics.text });
});
afterEach(() => health.close());

const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${health.port}${path}`, { method });

it('health is 503 until the bot is connected, then 200', async () => {
  expect((await get('/health')).status).toBe(503);
  isReady = true;
  const response = await get('/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ready: true });
});

it('metrics are the counters in Prometheus’ text form, ready or not', async () => {
  expect(await (await get('/metrics')).text()).toBe('');
  metrics.count('law.dropped', 0);
  metrics.count('digest.posted', 1);
  metrics.count('law.dropped', 2);
  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await response.text()).toBe(
    [
      '# TYPE standfirst_digest_posted_total counter',
      'standfirst_digest_posted_total 1',
      '# TYPE standfirst_law_dropped_total counter',
      'standfirst_law_dropped_total 2',
      '',
    ].join('\n'),
  );
});

it('nothing else is served', async () => {
  expect((await get('/')).status).toBe(404);
  expect((await get('/health', 'POST')).status).toBe(404);
  expect((await get('/metrics/law')).status).toBe(404);
});
