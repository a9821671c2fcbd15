import { comparableGroup, type Span } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { BriefFigure, ComparedFigure } from '../domain/brief.ts';
import { passageAt } from './passage-at.ts';
import type { WordBudget } from './word-budget.ts';

/**
 * Those of the shown figures that can stand side by side, in the article's order, each with the words that set it
 * apart; none where no two can, where the article's words for two of them are the same, or where there is no room
 * for more of its words.
 */
export function compareFigures(
  article: Article,
  shown: readonly BriefFigure[],
  budget: WordBudget,
): readonly ComparedFigure[] {
  const group = comparableGroup(
    article.text,
    shown.map(({ figure }) => figure),
  );
  const members = shown
    .filter(({ figure }) => group.includes(figure))
    .toSorted((a, b) => a.figure.start - b.figure.start);
  const labels = members.map((member) => spansApart(article.text, member, members));
  const words = labels.map((spans) =>
    spans.map(({ start, end }) => article.text.slice(start, end)).join(' '),
  );
  const areApart = new Set(words).size === members.length && !words.includes('');
  if (!areApart || !budget.spend(labels.flat())) return [];
  return members.map((member, index) => ({
    ...member,
    label: passageAt(article, 'text', labels[index] ?? []),
  }));
}

/** A figure's label, with the words beside the figure where another has the same label. */
function spansApart(text: string, member: BriefFigure, members: readonly BriefFigure[]): readonly Span[] {
  const { label } = member.figure;
  const own = JSON.stringify(label);
  const isShared = members.some((other) => other !== member && JSON.stringify(other.figure.label) === own);
  const spans = isShared ? [...label, ...particulars(text, member)] : label;
  return spans.toSorted((a, b) => a.start - b.start);
}

const lead = /(?<![\p{L}\p{N}])(?:from|to|instead of|rather than) $/iu;
const month =
  'January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter';
const moment = new RegExp(
  `^ (?:(?:in|by|on|at|for|since|until|before) )?(?:(?:(?:a|one|the|last|this|next|previous|same) )+(?:year|month|week|quarter|decade|season|day)(?: (?:earlier|before|ago))?|(?:(?:early|late|mid) )?(?:${month})(?: \\d{4})?|(?:19|20)\\d{2}|yesterday|today|now)(?![\\p{L}\\p{N}])`,
  'u',
);

/** "from … a year earlier", "to … in October": the words beside a figure that tell it from another of one label. */
function particulars(text: string, { passage, figure }: BriefFigure): readonly Span[] {
  const from = passage.spans[0]?.start ?? figure.start;
  const leading = lead.exec(text.slice(Math.max(0, from - 20), from))?.[0] ?? '';
  const following = moment.exec(text.slice(figure.end, figure.end + 40))?.[0] ?? '';
  const before = { start: from - leading.length, end: from - 1 };
  const after = { start: figure.end + 1, end: figure.end + following.length };
  return [...(leading === '' ? [] : [before]), ...(following === '' ? [] : [after])];
}
