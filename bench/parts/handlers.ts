import type { Emulator } from '../../emulator/start.ts';
import type { ProcessToStart } from './process.ts';
import { emptyBot, realBot, type Stored } from './world.ts';

/** Something that answers people, and can be started in any world of the bench. */
export interface Handler {
  readonly name: string;
  readonly isOurs: boolean;
  prepare(emulator: Emulator): Promise<ProcessToStart>;
}

export const unlimited = 1_000_000;

/** The bot, and beside it a handler that does nothing: with discord.js's own limit of requests, and without. */
export function handlersOf(stored: Stored, constantsFile: string): readonly Handler[] {
  return [
    {
      name: 'Standfirst',
      isOurs: true,
      prepare: async (emulator) => realBot(emulator, await stored.copy()),
    },
    {
      name: 'empty handler',
      isOurs: false,
      prepare: async (emulator) => emptyBot(emulator, unlimited, constantsFile),
    },
    {
      name: 'empty handler, 50 requests/s',
      isOurs: false,
      prepare: async (emulator) => emptyBot(emulator, 50, constantsFile),
    },
  ];
}
