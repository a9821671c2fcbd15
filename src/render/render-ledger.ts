import type { Article } from '../domain/article.ts';
import type { BriefFigure } from '../domain/brief.ts';
import type { Ledger, LedgerRoom, ShownEntry } from '../domain/ledger.ts';
import type { Block, Piece, Reply } from '../domain/reply.ts';
import { lengthOf, withinLimits } from './limits.ts';
import { counted, type Period, pageButtons, pageFacts, pagePress, sourceList } from './pages.ts';
import { heading, linked, passage, small, strong, text, time } from './pieces.ts';
import { placeUrl } from './place-url.ts';
import { figurePieces } from './render-brief.ts';

/** The rest of a message is for its heading. */
export const ledgerRoom: LedgerRoom = {
  entries: 12,
  length: 3200,
  lengthOf: (entry) => lengthOf(blocksOf(entry)),
};

/** The article's source, linking to the sentence of the figure. */
function placeOf(article: Article, { sentence }: BriefFigure): Piece {
  return linked(placeUrl(article, sentence.passage, 'start'), article.source);
}

/** The earliest article first, linked to the figure's place; the others to the figure in them. */
function sourcesOf({ entry: { sources }, shown }: ShownEntry): Piece[] {
  return sourceList(sources, ({ article, figure: { start, end } }, index) => {
    const place = { articleId: article.id, of: 'text' as const, spans: [{ start, end }], text: '' };
    return index === 0 ? placeOf(article, shown) : linked(placeUrl(article, place, 'start'), article.source);
  });
}

/** The figure and what it measures; when and where; and what other sources say of the same. */
function blocksOf(shownEntry: ShownEntry): Block[] {
  const { entry, shown, others } = shownEntry;
  return [
    text('• ', ...figurePieces(shown)),
    small(time(entry.at, 'D'), ' · ', ...sourcesOf(shownEntry)),
    ...others.map((other) =>
      small(
        'Sources differ: ',
        strong(other.shown.passage),
        ...(other.shown.label === undefined ? [] : [': ', passage(other.shown.label)]),
        ' · ',
        time(other.article.publishedAt, 'D'),
        ' · ',
        placeOf(other.article, other.shown),
      ),
    ),
  ];
}

/** Which part of a ledger a page is of; all that its buttons need. `about` has at most 60 characters. */
export interface LedgerPlace extends Period {
  readonly about: string;
}

/** `/figures about:` without a story: a quantity over time, newest first. */
export function renderLedger(ledger: Ledger, place: LedgerPlace): Reply {
  const { entries, entryCount, articleCount } = ledger;
  const counts = `${counted(entryCount, 'figure')} in ${counted(articleCount, 'article')}`;
  const nothing =
    entryCount === 0 ? `No stored article gives a figure about “${place.about}”.` : 'There is nothing more.';
  return withinLimits({
    blocks: [
      heading(`Figures about ${place.about}`),
      pageFacts(counts, ledger, place),
      ...(entries.length === 0 ? [text(nothing)] : entries.flatMap(blocksOf)),
      ...pageButtons(ledger, (page) => pagePress('figures:ledger', place, page, place.about)),
    ],
  });
}
