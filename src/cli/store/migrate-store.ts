import type { Clock } from '../../domain/clock.ts';
import type { StoreItem } from '../../store/transfer/items.ts';
import type { Upkeep } from '../../store/upkeep.ts';
import { Refusal } from '../refusal.ts';
import type { Terminal } from '../run-tool.ts';
import { createFingerprint, type Fingerprint } from './fingerprint.ts';
import { createIntake, takenCount } from './intake.ts';
import { interruptedStatus } from './interrupted.ts';
import { perhapsPosted } from './never-twice.ts';
import type { Progress } from './progress.ts';
import { countsWords, groupedNoun, share, takenWords } from './store-words.ts';

export interface MigrateParts {
  readonly source: Upkeep;
  readonly target: Upkeep;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

export interface MigrateCall {
  /** Although the target holds something. */
  readonly isMerge: boolean;
  /** Although a bot runs on the source. */
  readonly isLive: boolean;
}

async function refuseTarget({ source, target }: MigrateParts, { isMerge }: MigrateCall): Promise<void> {
  if (await source.isEmpty()) throw new Refusal('there is nothing in the store');
  const isTargetEmpty = await target.isEmpty();
  if (!isTargetEmpty && (await source.identity()) === (await target.identity()))
    throw new Refusal('that is the store itself: name another one');
  if (!isTargetEmpty && !isMerge)
    throw new Refusal('the other store holds something already: --merge adds to it, and takes nothing away');
}

/** Reads the whole store once, as it is to be in the other one. */
async function* itemsOf(
  source: Upkeep,
  { isLive }: MigrateCall,
  now: number,
): AsyncGenerator<readonly StoreItem[]> {
  const damaged = (reason: string) => {
    throw new Refusal(
      `${reason}: \`npm run store -- verify\` names all that is damaged; export leaves it out`,
    );
  };
  for await (const items of source.dump(damaged)) yield isLive ? perhapsPosted(items, now) : items;
}

async function compared(target: Upkeep, source: Fingerprint, progress: Progress): Promise<string> {
  const there = createFingerprint();
  const total = Object.values(source.counts).reduce((sum, count) => sum + count, 0);
  for await (const items of target.dump((reason) => progress.note(`the other store: ${reason}`))) {
    there.add(items);
    const done = Object.values(there.counts).reduce((sum, count) => sum + count, 0);
    progress.tell(`comparing: ${share(done, total)}`);
  }
  if (there.sum() === source.sum()) return `both hold ${countsWords(there.counts)} (checksum ${there.sum()})`;
  throw new Refusal(
    `the two differ: here ${countsWords(source.counts)} (checksum ${source.sum()}), there ${countsWords(there.counts)} (checksum ${there.sum()})`,
  );
}

/** Copies the store to another one and compares the two; answers the exit status. The source stays as it is. */
export async function migrateStore(call: MigrateCall, parts: MigrateParts): Promise<number> {
  const { source, target, clock, progress, terminal, signal } = parts;
  await refuseTarget(parts, call);
  const lock = await source.takeBotLock();
  if (lock === undefined && !call.isLive)
    throw new Refusal(
      'a bot runs on the store: what it writes from now on would not come along. Stop it first; or copy with --live now, stop it, and run this again with --merge',
    );
  try {
    const fingerprint = createFingerprint();
    const intake = createIntake(target);
    const wasEmpty = await target.isEmpty();
    const total = await source.expected();
    for await (const items of itemsOf(source, call, clock.now())) {
      if (signal.aborted) break;
      fingerprint.add(items);
      await intake.take(items);
      progress.tell(`copying: ${share(takenCount(intake.taken), total)}`);
    }
    progress.end();
    if (signal.aborted) {
      progress.note(`interrupted (${takenWords(intake.taken)}): run it again with --merge, and it goes on`);
      return interruptedStatus;
    }
    await terminal.write(`copied ${takenWords(intake.taken)}`);
    const words = wasEmpty ? await compared(target, fingerprint, progress) : await compareMerged(parts, call);
    progress.end();
    await terminal.write(words);
    await terminal.write('now name the other store in STORE_URL; this one stays as it is');
    return 0;
  } finally {
    lock?.release();
  }
}

/** What was merged is whole when merging it once more brings nothing. */
async function compareMerged(
  { source, target, clock, progress }: MigrateParts,
  call: MigrateCall,
): Promise<string> {
  const again = createIntake(target);
  const total = await source.expected();
  for await (const items of itemsOf(source, call, clock.now())) {
    await again.take(items);
    progress.tell(`comparing: ${share(takenCount(again.taken), total)}`);
  }
  const { new: fresh, changed, known } = again.taken;
  if (fresh + changed > 0 && !call.isLive)
    throw new Refusal(`the other store still lacks something: ${takenWords(again.taken)}`);
  return `the other store holds all ${groupedNoun(known, 'item')} of it`;
}
