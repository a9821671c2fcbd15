import { type Taken, takenCount } from './intake.ts';
import type { ItemCounts } from './item-lines.ts';

/** "1,234,567" */
export const grouped = (count: number): string => count.toLocaleString('en');

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** "17 MB"; of 1,000 as disks are sold. */
export function bytesWords(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** "1,234 articles"; the noun as for one. */
export function groupedNoun(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${grouped(count)} ${/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** "40 of 100 (40 %)"; "40" where there is no knowing how many there are. */
export function share(done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return grouped(done);
  const percent = Math.min(100, Math.floor((100 * done) / total));
  return `${grouped(done)} of ${grouped(Math.max(done, total))} (${percent} %)`;
}

const kinds = [
  ['article', 'article'],
  ['digest', 'digest'],
  ['delivery', 'delivery'],
  ['feed', 'feed'],
  ['entry', 'entry'],
  ['value', 'key'],
  ['guild', 'left server'],
] as const;

/** "2 articles, 1 digest": what there is of. */
export function countsWords(counts: ItemCounts | undefined): string {
  const said = kinds.flatMap(([kind, noun]) => {
    const count = counts?.[kind] ?? 0;
    return count === 0 ? [] : [groupedNoun(count, noun)];
  });
  return said.length === 0 ? 'nothing' : said.join(', ');
}

/** "12 items: 10 new, 2 known" */
export function takenWords(taken: Taken): string {
  const { new: fresh, changed, known } = taken;
  return `${groupedNoun(takenCount(taken), 'item')}: ${grouped(fresh)} new, ${grouped(changed)} completed, ${grouped(known)} known`;
}
