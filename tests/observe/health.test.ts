import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HealthServer, startHealth } from '../../src/observe/health.ts';

let isReady = false;
let health: HealthServer;
beforeEach(async () => {
  isReady = false;
  health = await startHealth(0, () => isReady);
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

it('nothing else is served', async () => {
  expect((await get('/')).status).toBe(404);
  expect((await get('/health', 'POST')).status).toBe(404);
});
