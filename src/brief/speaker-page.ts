import type { FindIn } from '../domain/brief.ts';
import type { PageRoom, ShownLine, SpeakerLine } from '../domain/speaker-file.ts';
import { briefQuotation, shortened } from './brief-quotation.ts';
import { type Page, type PageFiller, pageOf } from './pages.ts';
import { createWordBudget, createWordRoom, type WordBudget } from './word-budget.ts';

/** How many words of a line are shown at most, tried in turn until it is within the limits. */
const wordLimits = [Number.POSITIVE_INFINITY, 40, 1];

/** A page is a reply, so it shows at most 250 words and half of each article's. */
export function speakerPage(
  lines: readonly SpeakerLine[],
  number: number,
  room: PageRoom,
  find: FindIn,
): Page<ShownLine> {
  return pageOf(lines, number, () => createFiller(room, find));
}

function createFiller(room: PageRoom, find: FindIn): PageFiller<SpeakerLine, ShownLine> {
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
    shown: lines,
    add(line) {
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
