import type { Emulator } from '../../emulator/start.ts';
import type { ProcessToStart } from './process.ts';
import { emptyBot, realBot, type Stored } from './world.ts';

/** Something that answers people, and can be started in any world of the bench. */
export interface Handler {
  readonly name: string;
  prepare(emulator: Emulator): Promise<ProcessToStart>;
}

/** The handler that the others are compared with. */
export const emptyName = 'empty handler';

const noLimit = 1_000_000;

export function ourBot(stored: Stored): Handler {
  return { name: 'Standfirst', prepare: async (emulator) => realBot(emulator, await stored.copy()) };
}

/** The bot, and beside it a handler that does nothing: without a limit of requests, and with discord.js's own. */
export function handlersOf(stored: Stored, constantsFile: string): readonly Handler[] {
  const empty = (name: string, perSecond: number): Handler => ({
    name,
    prepare: async (emulator) => emptyBot(emulator, perSecond, constantsFile),
  });
  return [ourBot(stored), empty(emptyName, noLimit), empty(`${emptyName}, 50 requests/s`, 50)];
}
