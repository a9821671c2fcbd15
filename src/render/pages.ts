import type { Block, Button, Piece } from '../domain/reply.ts';
import { joined, small, time } from './pieces.ts';

/** From when to when the articles of a paged reply came out, UTC milliseconds; all that its buttons need of time. */
export interface Period {
  readonly since?: number | undefined;
  readonly until: number;
}

interface Paged {
  /** Counts from 0. */
  readonly page: number;
  readonly hasMore: boolean;
}

export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** Sources that are linked; of more, how many. */
const mostSources = 3;

/** The first sources as `link` links them, and how many more there are. */
export function sourceList<T>(sources: readonly T[], link: (source: T, index: number) => Piece): Piece[] {
  const links = sources.slice(0, mostSources).map(link);
  const more = sources.length - links.length;
  return [...joined(links, ', '), ...(more > 0 ? [` and ${more} more`] : [])];
}

/** What stands under the heading: how many there are of what, which page, since when. */
export function pageFacts(counts: string, { page, hasMore }: Paged, { since }: Period): Block {
  const facts = [counts, ...(page > 0 || hasMore ? [`page ${page + 1}`] : [])];
  return small(...joined(facts, ' · '), ...(since === undefined ? [] : [' · since ', time(since, 'f')]));
}

/** The custom id of a page's button: times in base 36, as an id has 100 characters. */
export function pagePress(command: string, { since, until }: Period, page: number, subject: string): string {
  return `${command}:${since?.toString(36) ?? ''}:${until.toString(36)}:${page}:${subject}`;
}

export function pageButtons({ page, hasMore }: Paged, pressOf: (page: number) => string): Block[] {
  const newer: Button[] = page > 0 ? [{ label: 'Newer', press: pressOf(page - 1) }] : [];
  const older: Button[] = hasMore ? [{ label: 'Older', press: pressOf(page + 1) }] : [];
  const buttons = [...newer, ...older];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
