import type { Pruned } from '../../domain/article-store.ts';
import type { Retention } from '../../store/store.ts';
import type { StoreStats, Upkeep } from '../../store/upkeep.ts';
import type { Terminal } from '../run-tool.ts';
import { dayOf, harmless } from '../words.ts';
import { bytesWords, grouped, groupedNoun } from './store-words.ts';

const isoOf = (at: number): string => new Date(at).toISOString();

const surplusOf = ({ expired, old, excess }: Pruned): number => expired + old + excess;

function json(stats: StoreStats, retention: Retention, surplus: Pruned): string {
  const { oldestAt, newestAt, ...rest } = stats;
  return JSON.stringify({
    ...rest,
    ...(oldestAt !== undefined && { oldest: isoOf(oldestAt) }),
    ...(newestAt !== undefined && { newest: isoOf(newestAt) }),
    retention: { ...retention, surplus: surplusOf(surplus) },
  });
}

function words(stats: StoreStats, { days, articles }: Retention, surplus: Pruned): readonly string[] {
  const { public: everyones, guild, person } = stats.articles;
  const [oldest, newest] = [stats.oldestAt, stats.newestAt].map((at) => (at === undefined ? '' : dayOf(at)));
  const stored = everyones + guild + person;
  const rows: readonly (readonly [name: string, words: string])[] = [
    ['store', `${stats.place} (${stats.engine}, form ${stats.form})`],
    ['size', `${bytesWords(stats.size)}, of it ${bytesWords(stats.indexSize)} for the indexes of words`],
    [
      'articles',
      `${grouped(stored)}: ${grouped(everyones)} public, ${grouped(guild)} of servers, ${grouped(person)} of persons`,
    ],
    ['versions', grouped(stats.versions)],
    ['dates', stored === 0 ? 'none' : `${oldest} to ${newest}`],
    ['sources', `${grouped(stats.sources)}, ${groupedNoun(stats.topics, 'topic')}`],
    [
      'feeds',
      `${grouped(stats.feeds)}, ${groupedNoun(stats.entries, 'entry')} known, ${grouped(stats.waitingEntries)} waiting`,
    ],
    [
      'digests',
      `${grouped(stats.digests)}, ${grouped(stats.deliveries)} deliveries, ${grouped(stats.openDeliveries)} open`,
    ],
    ['keys', grouped(stats.values)],
    [
      'retention',
      `${groupedNoun(days, 'day')}, ${groupedNoun(articles, 'article')}; ${grouped(surplusOf(surplus))} to go`,
    ],
  ];
  return rows.map(([name, said]) => `${name.padEnd(10)}${said}`);
}

/** Says what the store holds. */
export async function showStats(
  upkeep: Upkeep,
  retention: Retention,
  isJson: boolean,
  terminal: Terminal,
): Promise<number> {
  const stats = await upkeep.stats();
  const surplus = await upkeep.surplus(retention);
  const lines = isJson ? [json(stats, retention, surplus)] : words(stats, retention, surplus).map(harmless);
  for (const line of lines) await terminal.write(line);
  return 0;
}
