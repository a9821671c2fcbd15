import type { FindIn } from '../domain/brief.ts';
import type { FigureIn, LedgerEntry, LedgerRoom, ShownEntry } from '../domain/ledger.ts';
import { briefFigure, figureSpans } from './brief-figure.ts';
import { type Page, type PageFiller, pageOf } from './pages.ts';
import { createWordBudget, createWordRoom, type WordBudget } from './word-budget.ts';

/** A page is a reply, so it shows at most 250 words and half of each article's. */
export function ledgerPage(
  entries: readonly LedgerEntry[],
  number: number,
  room: LedgerRoom,
  find: FindIn,
): Page<ShownEntry> {
  return pageOf(entries, number, () => createFiller(room, find));
}

function createFiller(room: LedgerRoom, find: FindIn): PageFiller<LedgerEntry, ShownEntry> {
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
    shown: entries,
    add(entry) {
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
