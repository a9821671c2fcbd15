import { openStore } from '../../src/store/open-store.ts';
import { keepStories } from '../../src/story/keep-stories.ts';
import { recordingLog } from '../recording-log.ts';

/** A process that groups what waits in a store, and tells its parent of every batch that is kept. */
const store = await openStore(process.argv[2] ?? '', { now: Date.now });
keepStories({
  stories: {
    ...store.stories,
    async group(groupings) {
      await store.stories.group(groupings);
      process.send?.(groupings.length);
    },
  },
  clock: { now: Date.now },
  log: recordingLog().log,
});
