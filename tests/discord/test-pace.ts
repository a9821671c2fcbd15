import { createPace, type Pace } from '../../src/discord/pace.ts';
import { createOwnTurns } from '../../src/domain/turn-law.ts';
import { createLog } from '../../src/observe/log.ts';

/** The pace of a bot of one process. */
export const testPace = (): Pace =>
  createPace({
    turns: createOwnTurns({ now: Date.now }),
    ownShare: 50,
    log: createLog('silent'),
    now: Date.now,
  });
