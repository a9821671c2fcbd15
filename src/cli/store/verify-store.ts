import type { Upkeep, VerifyStep } from '../../store/upkeep.ts';
import type { Terminal } from '../run-tool.ts';
import { harmless } from '../words.ts';
import type { Progress } from './progress.ts';
import { grouped, groupedNoun, share } from './store-words.ts';

/** Looks whether the store is whole, a line for each flaw; answers the exit status. */
export async function verifyStore(upkeep: Upkeep, terminal: Terminal, progress: Progress): Promise<number> {
  let flawCount = 0;
  let part = '';
  let total: number | undefined;
  let seen = 0;
  const counts = new Map<string, number>();

  async function take(step: VerifyStep): Promise<void> {
    switch (step.kind) {
      case 'part':
        ({ name: part, total } = step);
        seen = 0;
        if (total === undefined) progress.tell(`looking at ${part}`);
        return;
      case 'seen':
        seen += step.count;
        counts.set(part, seen);
        progress.tell(`looking at each ${part}: ${share(seen, total)}`);
        return;
      case 'left-out':
        progress.note(`left out: ${step.why}`);
        return;
      case 'flaw':
        flawCount += 1;
        progress.end();
        await terminal.write(harmless(`fails ${step.flaw.what} -> ${step.flaw.advice}`));
    }
  }

  for await (const step of upkeep.verify()) await take(step);
  progress.end();
  const looked = `${grouped(counts.get('article') ?? 0)} articles and all else read`;
  await terminal.write(
    flawCount === 0 ? `ok    the store is whole: ${looked}` : `${groupedNoun(flawCount, 'flaw')}; ${looked}`,
  );
  return flawCount === 0 ? 0 : 1;
}
