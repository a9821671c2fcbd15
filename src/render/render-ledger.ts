import type { Article } from '../domain/article.ts';
import type { BriefFigure } from '../domain/brief.ts';
import type { Ledger, LedgerRoom, ShownEntry } from '../domain/ledger.ts';
import type { Block, Button, Piece, Reply } from '../domain/reply.ts';
import { textLength, withinLimits } from './limits.ts';
import { heading, joined, linked, passage, small, strong, text, time } from './pieces.ts';
import { placeUrl } from './place-url.ts';
import { figurePieces } from './render-brief.ts';

/** Sources that are linked; of more, how many. */
const mostSources = 3;

/** The rest of a message is for its heading. */
export const ledgerRoom: LedgerRoom = {
  entries: 12,
  length: 3200,
  lengthOf: (entry) => blocksOf(entry).reduce((sum, block) => sum + textLength(block), 0),
};

/** The article's source, linking to the sentence of the figure. */
function placeOf(article: Article, { sentence }: BriefFigure): Piece {
  return linked(placeUrl(article, sentence.passage, 'start'), article.source);
}

/** The earliest article first, linked to the figure's place; the others to the figure in them. */
function sourcesOf({ entry: { sources }, shown }: ShownEntry): Piece[] {
  const links = sources.slice(0, mostSources).map(({ article, figure: { start, end } }, index) => {
    const place = { articleId: article.id, of: 'text' as const, spans: [{ start, end }], text: '' };
    return index === 0 ? placeOf(article, shown) : linked(placeUrl(article, place, 'start'), article.source);
  });
  const more = sources.length - links.length;
  return [...joined(links, ', '), ...(more > 0 ? [` and ${more} more`] : [])];
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

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Which part of a ledger a page is of; all that its buttons need. `about` has at most 60 characters. */
export interface LedgerPlace {
  readonly about: string;
  readonly since?: number | undefined;
  readonly until: number;
}

/** The custom id of a page's button: times in base 36, as an id has 100 characters. */
function pressOf({ about, since, until }: LedgerPlace, page: number): string {
  return `figures:ledger:${since?.toString(36) ?? ''}:${until.toString(36)}:${page}:${about}`;
}

function pageButtons({ page, hasMore }: Ledger, place: LedgerPlace): Block[] {
  const newer: Button[] = page > 0 ? [{ label: 'Newer', press: pressOf(place, page - 1) }] : [];
  const older: Button[] = hasMore ? [{ label: 'Older', press: pressOf(place, page + 1) }] : [];
  const buttons = [...newer, ...older];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

/** `/figures about:` without a story: a quantity over time, newest first. */
export function renderLedger(ledger: Ledger, place: LedgerPlace): Reply {
  const { entries, entryCount, articleCount, page, hasMore } = ledger;
  const facts = [
    `${counted(entryCount, 'figure')} in ${counted(articleCount, 'article')}`,
    ...(page > 0 || hasMore ? [`page ${page + 1}`] : []),
  ];
  const since: Piece[] = place.since === undefined ? [] : [' · since ', time(place.since, 'f')];
  const nothing =
    entryCount === 0 ? `No stored article gives a figure about “${place.about}”.` : 'There is nothing more.';
  return withinLimits({
    blocks: [
      heading(`Figures about ${place.about}`),
      small(...joined(facts, ' · '), ...since),
      ...(entries.length === 0 ? [text(nothing)] : entries.flatMap(blocksOf)),
      ...pageButtons(ledger, place),
    ],
  });
}
