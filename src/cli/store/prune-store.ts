import type { Retention } from '../../store/store.ts';
import type { Upkeep } from '../../store/upkeep.ts';
import type { Terminal } from '../run-tool.ts';
import type { Progress } from './progress.ts';
import { grouped, groupedNoun, share } from './store-words.ts';

/** Says what retention removes, and removes it where that is asked. */
export async function pruneStore(
  upkeep: Upkeep,
  retention: Retention,
  isDryRun: boolean,
  terminal: Terminal,
  progress: Progress,
): Promise<number> {
  const { expired, old, excess } = await upkeep.surplus(retention);
  const total = expired + old + excess;
  await terminal.write(
    `${groupedNoun(total, 'article')} to go: ${grouped(expired)} expired, ${grouped(old)} older than ` +
      `${groupedNoun(retention.days, 'day')}, ${grouped(excess)} more than ${grouped(retention.articles)}`,
  );
  if (isDryRun || total === 0) return 0;
  let gone = 0;
  const removed = await upkeep.prune(retention, (count) => {
    gone += count;
    progress.tell(`removing: ${share(gone, total)}`);
  });
  progress.end();
  await terminal.write(`${groupedNoun(removed.expired + removed.old + removed.excess, 'article')} removed`);
  return 0;
}
