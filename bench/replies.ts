import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator } from '../emulator/start.ts';
import { sampleArticles, variedArticles } from './parts/articles.ts';
import { type Askable, asks, createAsks, type Here } from './parts/asks.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { recordReplies } from './parts/constant-replies.ts';
import { crowd } from './parts/crowd.ts';
import { type Handler, handlersOf, ourBot } from './parts/handlers.ts';
import { type Started, startProcess } from './parts/process.ts';
import { profileTables } from './parts/profile-tables.ts';
import { loadTable, type Measured, memoryTable, waitTable } from './parts/reply-tables.ts';
import type { Table } from './parts/table.ts';
import { type Stored, startWorld, storeArticles } from './parts/world.ts';

/** What a crowd asks: which requests, about which stories, how many at once. */
interface Load {
  readonly name: string;
  readonly inFlight: number;
  readonly makers: Parameters<typeof createAsks>[0];
  readonly stories: readonly Askable[];
}

const seed = 20_261_125;
/** More than the bot remembers what it found in, so that each is read anew when its turn comes again. */
const storyCount = 1_400;
const warmUpMs = 1_000;
const measureMs = 3_000;
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

/** A handler that runs, connected to a Discord of its own. */
interface Running {
  readonly handler: Handler;
  readonly emulator: Emulator;
  readonly bot: Started;
  readonly here: Here;
  stop(): Promise<void>;
}

async function startHandler(handler: Handler): Promise<Running> {
  const emulator = await startWorld();
  const { member, channels } = emulator.first;
  const prepared = await handler.prepare(emulator);
  const bot = await startProcess({ ...prepared, probed: true }).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });
  return {
    handler,
    emulator,
    bot,
    here: emulator.person(member).in(channels.general),
    async stop() {
      await bot.stop();
      await emulator.close();
    },
  };
}

/** One handler under one load. */
async function measure({ handler, bot, here }: Running, load: Load): Promise<Measured> {
  const { inFlight, makers, stories } = load;
  const before = await bot.usage();
  const ownBefore = process.cpuUsage();
  const startedAt = performance.now();
  const outcome = await crowd(here, createAsks(makers, stories), { inFlight, warmUpMs, measureMs });
  const elapsedMs = performance.now() - startedAt;
  const own = process.cpuUsage(ownBefore);
  const { cpuMs } = await bot.usage();
  return {
    handler: handler.name,
    load,
    outcome,
    botMs: cpuMs - before.cpuMs,
    botShare: (cpuMs - before.cpuMs) / elapsedMs,
    emulatorShare: (own.user + own.system) / 1000 / elapsedMs,
  };
}

/** Each load to each handler in turn, again and again: what else the machine does meets them all alike. */
async function measureAll(
  running: readonly Running[],
  loads: readonly Load[],
  { rounds, tell }: BenchSettings,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    tell(`replies, round ${round + 1} of ${rounds}`);
    for (const load of loads)
      for (const index of running.keys()) {
        const one = running[(index + round) % running.length]; // who is first changes from round to round
        if (one !== undefined) measured.push(await measure(one, load));
      }
  }
  return measured;
}

/** The bot's own replies, asked for once, so that the empty handler says as much. */
async function writeConstants(stored: Stored, story: Askable): Promise<string> {
  const { here, stop } = await startHandler(ourBot(stored));
  try {
    const file = join(stored.path, 'constants.json');
    await writeFile(file, JSON.stringify(await recordReplies(here, story)));
    return file;
  } finally {
    await stop();
  }
}

/** The bot alone with a load, and where its time goes. */
async function profiled(handler: Handler, load: Load): Promise<readonly Table[]> {
  const { bot, here, stop } = await startHandler(handler);
  try {
    const { inFlight, makers, stories, name } = load;
    const next = createAsks(makers, stories);
    await crowd(here, next, { inFlight, warmUpMs: 0, measureMs: 2 * warmUpMs });
    await bot.startProfile();
    const outcome = await crowd(here, next, { inFlight, warmUpMs: 0, measureMs: profiledMs });
    return profileTables(`${name}, ${inFlight} in flight`, outcome, await bot.stopProfile());
  } finally {
    await stop();
  }
}

/** All handlers side by side, each of them up and connected for the whole time. */
async function compare(
  handlers: readonly Handler[],
  loads: readonly Load[],
  settings: BenchSettings,
): Promise<readonly Table[]> {
  const running: Running[] = [];
  try {
    for (const handler of handlers) running.push(await startHandler(handler));
    const usages = () => Promise.all(running.map(({ bot }) => bot.usage()));
    const idle = await usages();
    const measured = await measureAll(running, loads, settings);
    const after = await usages();
    const highest = running.map(({ bot }) => bot.memory()?.highest);
    const names = handlers.map(({ name }) => name);
    return [
      loadTable(measured, settings.rounds),
      waitTable(measured),
      memoryTable(names, { idle, after, highest }),
    ];
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

async function* run(settings: BenchSettings): AsyncIterable<Table> {
  const samples = await sampleArticles();
  const varied = variedArticles(samples, storyCount, seed);
  const [story] = samples;
  if (story === undefined) throw new Error('there are no sample articles');
  const stored = await storeArticles([...varied, ...samples]);
  try {
    const loads = loadsOf(samples, varied);
    const handlers = handlersOf(stored, await writeConstants(stored, story));
    yield* await compare(handlers, loads, settings);
    if (!settings.profile) return;
    for (const load of loads.filter(({ inFlight }) => inFlight === 50)) {
      settings.tell(`profile: ${load.name}`);
      yield* await profiled(ourBot(stored), load);
    }
  } finally {
    await stored.remove();
  }
}

export const replies: Capability = { name: 'replies', says: 'latency and throughput of replies', run };
