import type { Clock } from '../../domain/clock.ts';
import { openStore } from '../../store/open-store.ts';
import type { Terminal } from '../run-tool.ts';
import type { StoreCall } from './store-call.ts';
import { groupedNoun } from './store-words.ts';

interface ForgetTool {
  readonly storeUrl: string;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

/** Forgets a server or a person, whole; what was interrupted is ended by doing it again. */
export async function forgetOwner(
  { whose, id }: Extract<StoreCall, { kind: 'forget' }>,
  { storeUrl, clock, terminal }: ForgetTool,
): Promise<number> {
  const store = await openStore(storeUrl, clock);
  try {
    const { articles, digests, subscriptions } =
      whose === 'guild' ? await store.forgetGuild(id) : await store.forgetPerson(id);
    const named = whose === 'guild' ? 'removed' : 'no longer say who made them';
    await terminal.write(`${groupedNoun(articles, 'article')} removed`);
    await terminal.write(
      `${groupedNoun(digests, 'digest')} and ${groupedNoun(subscriptions, 'followed feed')} ${named}`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
