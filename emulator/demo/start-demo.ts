import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../start.ts';
import { type BotProcess, startBot } from './bot-process.ts';

/** The bot as a process of its own, on a small Discord with a store that is empty. */
export interface Demo {
  readonly emulator: Emulator;
  readonly bot: BotProcess;
  stop(): Promise<void>;
}

export async function startDemo(hasPage: boolean): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-demo-'));
  const emulator = await startEmulator({ botName: 'Standfirst', page: hasPage });
  const undo = async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const bot = await startBot(emulator, {
      STORE_URL: `sqlite:${join(folder, 'demo.sqlite')}`,
      LOG_LEVEL: 'warn',
    });
    return {
      emulator,
      bot,
      async stop() {
        await bot.stop();
        await undo();
      },
    };
  } catch (error) {
    await undo();
    throw error;
  }
}
