import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleArticles, variedArticles } from './parts/articles.ts';
import { type Askable, asks, createAsks } from './parts/asks.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { recordReplies } from './parts/constant-replies.ts';
import { crowd } from './parts/crowd.ts';
import { type Handler, handlersOf } from './parts/handlers.ts';
import { profileTables } from './parts/profile-tables.ts';
import { startProcess } from './parts/process.ts';
import { loadTable, memoryTable, type Measured, type MemoryOf, waitTable } from './parts/reply-tables.ts';
import type { Table } from './parts/table.ts';
import { realBot, type Stored, startWorld, storeArticles } from './parts/world.ts';

/** What a crowd asks: which requests, about which stories, how many at once. */
export interface Load {
  readonly name: string;
  readonly inFlight: number;
  readonly makers: Parameters<typeof createAsks>[0];
  readonly stories: readonly Askable[];
}

const seed = 20_261_125;
/** More than any memory of briefs holds, so that each is made anew when its turn comes again. */
const storyCount = 1_400;
const warmUpMs = 2_000;
const measureMs = 6_000;
const profiledMs = 10_000;

function loadsOf(few: readonly Askable[], many: readonly Askable[]): readonly Load[] {
  const mixed = [asks.summary, asks.figures, asks.latest, asks.help, asks.autocomplete];
  const fewStories = `mixed, ${few.length} stories`;
  return [
    { name: fewStories, inFlight: 1, makers: mixed, stories: few },
    { name: fewStories, inFlight: 50, makers: mixed, stories: few },
    { name: fewStories, inFlight: 200, makers: mixed, stories: few },
    { name: 'mixed, always another story', inFlight: 50, makers: mixed, stories: many },
    { name: '/summary, always another story', inFlight: 50, makers: [asks.summary], stories: many },
  ];
}

/** One handler through all loads, in a world of its own. */
async function measure(
  handler: Handler,
  loads: readonly Load[],
  note: (measured: Measured) => void,
): Promise<MemoryOf> {
  const emulator = await startWorld();
  const bot = await startProcess({ ...(await handler.prepare(emulator)), probed: true });
  try {
    const here = emulator.person(emulator.first.member).in(emulator.first.channels.general);
    const idle = await bot.usage();
    for (const load of loads) {
      const before = await bot.usage();
      const { user, system } = process.cpuUsage();
      const startedAt = performance.now();
      const outcome = await crowd(here, createAsks(load.makers, load.stories), {
        inFlight: load.inFlight,
        warmUpMs,
        measureMs,
      });
      const elapsedMs = performance.now() - startedAt;
      const own = process.cpuUsage({ user, system });
      const after = await bot.usage();
      note({
        handler: handler.name,
        load,
        outcome,
        botShare: (after.cpuMs - before.cpuMs) / elapsedMs,
        emulatorShare: (own.user + own.system) / 1000 / elapsedMs,
      });
    }
    return { handler: handler.name, idle, after: await bot.usage(), highestMb: bot.memory()?.highest };
  } finally {
    await bot.stop();
    await emulator.close();
  }
}

/** The bot's own replies, asked for once, so that the empty handler says as much. */
async function writeConstants(stored: Stored, story: Askable): Promise<string> {
  const emulator = await startWorld();
  const bot = await startProcess(realBot(emulator, await stored.copy()));
  try {
    const here = emulator.person(emulator.first.member).in(emulator.first.channels.general);
    const file = join(stored.path, 'constants.json');
    await writeFile(file, JSON.stringify(await recordReplies(here, story)));
    return file;
  } finally {
    await bot.stop();
    await emulator.close();
  }
}

/** The bot alone with a load, and where its time goes. */
async function profiled(handler: Handler, load: Load): Promise<readonly Table[]> {
  const emulator = await startWorld();
  const bot = await startProcess({ ...(await handler.prepare(emulator)), probed: true });
  try {
    const here = emulator.person(emulator.first.member).in(emulator.first.channels.general);
    const next = createAsks(load.makers, load.stories);
    await crowd(here, next, { inFlight: load.inFlight, warmUpMs: 0, measureMs: warmUpMs });
    await bot.startProfile();
    const outcome = await crowd(here, next, { inFlight: load.inFlight, warmUpMs: 0, measureMs: profiledMs });
    return profileTables(`${load.name}, ${load.inFlight} in flight`, outcome, await bot.stopProfile());
  } finally {
    await bot.stop();
    await emulator.close();
  }
}

async function* run({ rounds, profile, tell }: BenchSettings): AsyncIterable<Table> {
  const samples = await sampleArticles();
  const varied = variedArticles(samples, storyCount, seed);
  const stored = await storeArticles([...varied, ...samples]);
  try {
    const [story] = samples;
    if (story === undefined) throw new Error('there are no sample articles');
    const handlers = handlersOf(stored, await writeConstants(stored, story));
    const loads = loadsOf(samples, varied);
    const measured: Measured[] = [];
    const memory: MemoryOf[] = [];
    for (let round = 0; round < rounds; round += 1)
      for (const index of handlers.keys()) {
        const handler = handlers[(index + round) % handlers.length]; // who comes first changes from round to round
        if (handler === undefined) continue;
        tell(`replies, round ${round + 1} of ${rounds}: ${handler.name}`);
        memory.push(await measure(handler, loads, (one) => measured.push(one)));
      }
    yield loadTable(measured, rounds);
    yield waitTable(measured);
    yield memoryTable(memory);
    if (!profile) return;
    for (const handler of handlers.filter(({ isOurs }) => isOurs))
      for (const load of loads.filter(({ inFlight }) => inFlight === 50)) {
        tell(`profile: ${load.name}`);
        yield* await profiled(handler, load);
      }
  } finally {
    await stored.remove();
  }
}

export const replies: Capability = { name: 'replies', says: 'latency and throughput of replies', run };
