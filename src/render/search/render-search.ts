import type { Block, Button, Piece, Reply } from '../../domain/reply.ts';
import type { SearchHit, SearchPage, SearchQuery, Snippet } from '../../domain/search.ts';
import { cut } from '../cut.ts';
import { shortSource, shortUrl } from '../headline.ts';
import { isWithinLimits, withinLimits } from '../limits.ts';
import { counted } from '../pages.ts';
import { titleBeginning } from '../passages.ts';
import { heading, joined, linked, passage, quotation, small, strong, text, time } from '../pieces.ts';

const longestTitle = 140;
const longestAsked = 100;
/** How long the address of a title may be, tried in turn until a page fits into a message. */
const longestUrls = [300, 120, 0];

/** The words of a sentence with those searched for in bold, "…" where words are left out. */
function snippetPieces({ parts, hasBeginning, hasEnd }: Snippet): Piece[] {
  const pieces = parts.map((part) =>
    part.map(({ passage: words, isMatch }) => (isMatch ? strong(words) : passage(words))),
  );
  return [
    ...(hasBeginning ? [] : ['… ']),
    ...pieces.flatMap((part, index) => (index === 0 ? part : [' … ', ...part])),
    ...(hasEnd ? [] : [' …']),
  ];
}

function hitLines({ headline, copyCount, snippet }: SearchHit, number: number, longestUrl: number): Block[] {
  const title = titleBeginning(headline, longestTitle);
  const isCut = title.text.length < headline.title.length;
  const facts: Piece[] = [shortSource(headline.source), time(headline.publishedAt, 'R')];
  const copies = copyCount === 0 ? [] : [`+${counted(copyCount, 'copy', 'copies')}`];
  return [
    text(`${number}) `, linked(shortUrl(headline.url, longestUrl), title), ...(isCut ? ['…'] : [])),
    ...(snippet === undefined ? [] : [quotation(...snippetPieces(snippet))]),
    small(...joined([...facts, ...copies], ' · ')),
  ];
}

const linesOf = (hits: readonly SearchHit[], from: number, longestUrl: number): Block[] =>
  hits.flatMap((hit, index) => hitLines(hit, from + index + 1, longestUrl));

/** Room for the heading, what stands under it and the buttons. */
const around = (): Block[] => [heading('x'.repeat(longestAsked + 20)), small('x'.repeat(200))];

/** Whether a message holds so many hits. */
export const searchFits = (hits: readonly SearchHit[]): boolean =>
  isWithinLimits({ blocks: [...around(), ...linesOf(hits, 100, longestUrls[0] ?? 0)] });

function pageButtons({ number, pageCount }: SearchPage, pressOf: (page: number) => string): Block[] {
  const buttons: Button[] = [
    ...(number > 0 ? [{ label: 'Previous', press: pressOf(number - 1) }] : []),
    ...(number < pageCount - 1 ? [{ label: 'Next', press: pressOf(number + 1) }] : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

function factsOf({ found, isCapped, number, pageCount }: SearchPage, { since, source }: SearchQuery): Block {
  const count = counted(found.length, 'article');
  return small(
    isCapped ? `The newest ${count} that have this, best first` : count,
    ...(source === undefined ? [] : [` · from ${shortSource(source)}`]),
    ...(since === undefined ? [] : [' · since ', time(since, 'f')]),
    ...(pageCount > 1 ? [` · page ${number + 1} of ${pageCount}`] : []),
  );
}

/** `/search`: articles that have the words, each with the sentence that has most of them. */
export function renderSearch(page: SearchPage, query: SearchQuery, pressOf: (page: number) => string): Reply {
  const replyWith = (longestUrl: number): Reply => ({
    blocks: [
      heading(`Search: ${cut(query.typed, longestAsked)}`),
      factsOf(page, query),
      ...(page.hits.length === 0
        ? [text('What was found here is no longer stored.')]
        : linesOf(page.hits, 10 * page.number, longestUrl)),
      ...pageButtons(page, pressOf),
    ],
  });
  const replies = longestUrls.map(replyWith);
  return replies.find(isWithinLimits) ?? withinLimits(replyWith(0));
}
