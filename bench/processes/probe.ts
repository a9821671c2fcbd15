import { Session } from 'node:inspector/promises';
import { createBusyWatch, createHoldWatch } from '../parts/holds.ts';

/** Loaded into a bot under test before its own code (`--import`): answers what the bench asks of the process. */

const session = new Session();

function usage() {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20, cpuMs: (user + system) / 1000 };
}

async function startProfile(): Promise<void> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
}

async function stopProfile(): Promise<unknown> {
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

const holds = createHoldWatch();
const busy = createBusyWatch();

function startHolds(): void {
  holds.start();
  busy.start();
}

function stopHolds() {
  holds.stop();
  return { longestMs: holds.held().longest, longestBusyMs: busy.stop() };
}

const answers: Readonly<Record<string, () => unknown>> = {
  usage,
  'profile.start': startProfile,
  'profile.stop': stopProfile,
  'holds.start': startHolds,
  'holds.stop': stopHolds,
};

async function answer({ number, question }: { number: number; question: string }): Promise<void> {
  process.send?.({ number, value: await answers[question]?.() });
}

process.on('message', (message: { number: number; question: string }) => void answer(message));
process.channel?.unref(); // the bot ends when its own work ends
