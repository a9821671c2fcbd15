import { createTurns } from '../../src/discord/own-turns.ts';
import { createPace, type Pace } from '../../src/discord/pace.ts';
import type { RequestTurns } from '../../src/domain/request-turns.ts';
import { createLog } from '../../src/observe/log.ts';

/** The turns of a bot of one process. */
export function ownTurns(now: () => number = Date.now): RequestTurns {
  const turn = createTurns(now);
  return { take: async (count) => Array.from({ length: count }, () => turn() - now()) };
}

/** The pace of a bot of one process. */
export const testPace = (): Pace =>
  createPace({ turns: ownTurns(), ownShare: 50, log: createLog('silent'), now: Date.now });
