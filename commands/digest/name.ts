import type { Digest } from '../../src/domain/digest.ts';
import { cut } from '../../src/render/cut.ts';

export const longestName = 60;

/** "News: economy, ferries", by what stories are chosen by. */
export function usualName({ topics = [], sources = [], words = [] }: Partial<Digest>): string {
  const [chosen = []] = [topics, sources, words].filter(({ length }) => length > 0);
  return cut(chosen.length === 0 ? 'News' : `News: ${chosen.join(', ')}`, longestName);
}
