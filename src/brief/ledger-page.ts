import type { FindIn } from '../domain/brief.ts';
import type { FigureIn, LedgerEntry, LedgerRoom, ShownEntry } from '../domain/ledger.ts';
import { briefFigure, figureSpans } from './brief-figure.ts';
import { createWordBudget, createWordRoom, type WordBudget } from './word-budget.ts';

interface LedgerPage {
  readonly entries: readonly ShownEntry[];
  readonly hasMore: boolean;
}

/**
 * The entries of one page; `number` counts from 0. A page is a reply, so it shows at most 250 words and half of each
 * article's; an entry beyond that stands on the next page, and one too long for any is left out.
 */
export function ledgerPage(
  entries: readonly LedgerEntry[],
  number: number,
  room: LedgerRoom,
  find: FindIn,
): LedgerPage {
  let page = 0;
  let filler = createFiller(room, find);
  for (const entry of entries) {
    if (filler.add(entry) || filler.entries.length === 0) continue;
    if (page === number) return { entries: filler.entries, hasMore: true };
    page += 1;
    filler = createFiller(room, find);
    filler.add(entry);
  }
  return { entries: page === number ? filler.entries : [], hasMore: false };
}

/** Fills one page; `add` says whether there was room for the entry. */
function createFiller(room: LedgerRoom, find: FindIn) {
  const words = createWordRoom();
  const budgets = new Map<string, WordBudget>();
  const entries: ShownEntry[] = [];
  let length = 0;

  function shownOf({ article, figure }: FigureIn) {
    const budget = budgets.get(article.id) ?? createWordBudget(article.text, words);
    budgets.set(article.id, budget);
    if (!budget.spend(figureSpans(article, figure))) return undefined;
    const found = find(article);
    return briefFigure(article, figure, { sentences: found.sentences(), quotations: found.quotations() });
  }

  return {
    entries,
    add(entry: LedgerEntry): boolean {
      if (entries.length >= room.entries) return false;
      const shown = shownOf(entry);
      if (shown === undefined) return false;
      const others = entry.others.flatMap((other) => {
        const told = shownOf(other);
        return told === undefined ? [] : [{ article: other.article, shown: told }];
      });
      const next = { entry, shown, others };
      const size = room.lengthOf(next);
      if (length + size > room.length) return false;
      entries.push(next);
      length += size;
      return true;
    },
  };
}
