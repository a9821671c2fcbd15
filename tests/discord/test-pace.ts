import { createPace, type Pace } from '../../src/discord/pace.ts';
import { createLog } from '../../src/observe/log.ts';
import { createOwnTurns } from '../../src/store/turn-law.ts';

/** The pace of a bot of one process. */
export const testPace = (): Pace =>
  createPace({
    turns: createOwnTurns({ now: Date.now }),
    ownShare: 50,
    log: createLog('silent'),
    now: Date.now,
  });
