import type { FindIn } from '../domain/brief.ts';
import type { PageRoom, ShownLine, SpeakerLine } from '../domain/speaker-file.ts';
import { briefQuotation, shortened } from './brief-quotation.ts';
import { createWordBudget, createWordRoom, type WordBudget } from './word-budget.ts';

interface SpeakerPage {
  readonly lines: readonly ShownLine[];
  readonly hasMore: boolean;
}

/** How many words of a line are shown at most, tried in turn until it is within the limits. */
const wordLimits = [Number.POSITIVE_INFINITY, 40, 1];

/**
 * The lines of one page; `number` counts from 0. A page is a reply, so it shows at most 250 words and half of each
 * article's; a line that goes beyond that stands on the next page, and one too long for any is left out. Pages are
 * the same for the same lines.
 */
export function speakerPage(
  lines: readonly SpeakerLine[],
  number: number,
  room: PageRoom,
  find: FindIn,
): SpeakerPage {
  let page = 0;
  let filler = createFiller(room, find);
  for (const line of lines) {
    if (filler.add(line)) continue;
    if (filler.lines.length === 0) continue;
    if (page === number) return { lines: filler.lines, hasMore: true };
    page += 1;
    filler = createFiller(room, find);
    filler.add(line);
  }
  return { lines: page === number ? filler.lines : [], hasMore: false };
}

/** Fills one page; `add` says whether there was room for the line. */
function createFiller(room: PageRoom, find: FindIn) {
  const words = createWordRoom();
  const budgets = new Map<string, WordBudget>();
  const lines: ShownLine[] = [];
  let length = 0;

  function shownOf(line: SpeakerLine): ShownLine | undefined {
    const { article, quotation } = line;
    const sentences = find(article).sentences();
    const budget = budgets.get(article.id) ?? createWordBudget(article.text, words);
    budgets.set(article.id, budget);
    const isFirst = lines.length === 0;
    for (const limit of isFirst ? wordLimits : wordLimits.slice(0, 1)) {
      const cut =
        limit === Number.POSITIVE_INFINITY ? quotation : shortened(quotation, article.text, sentences, limit);
      const shown = briefQuotation(article, cut, { sentences, budget });
      if (shown !== undefined) return { line, shown };
    }
    return undefined;
  }

  return {
    lines,
    add(line: SpeakerLine): boolean {
      if (lines.length >= room.lines) return false;
      const next = shownOf(line);
      const size = next === undefined ? 0 : room.lengthOf(next);
      if (next === undefined || length + size > room.length) return false;
      lines.push(next);
      length += size;
      return true;
    },
  };
}
