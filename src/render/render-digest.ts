import type { Brief } from '../domain/brief.ts';
import type { Digest } from '../domain/digest.ts';
import type { Block, Reply } from '../domain/reply.ts';
import { textLength } from './limits.ts';
import { titlePassage } from './passages.ts';
import { heading, joined, linked, passage, rule, small, text, time } from './pieces.ts';
import { placeUrl } from './place-url.ts';
import { figureLine, quotationLines } from './render-brief.ts';

/** What a post of a digest needs besides its articles. */
export interface DigestOccasion {
  readonly digest: Digest;
  /** When it is made, UTC milliseconds. */
  readonly at: number;
  /** Six characters by which the post is found again in its channel. */
  readonly reference: string;
}

/** Discord's 4,000 less the header and the footer. */
const cardsLimit = 3_400;
const cardLimit = 520;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** "08:00 Europe/London, daily" or "…, Mon, Wed". */
export function scheduleWords({ time: at, timezone, days: on }: Digest): string {
  const when = on.length === 7 ? 'daily' : on.map((day) => days[day]).join(', ');
  return `${at} ${timezone}, ${when}`;
}

function localDate(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: timezone }).format(at);
}

function headLines({ article }: Brief, index: number): Block[] {
  return [
    text(`${index + 1}) `, linked(article.url, titlePassage(article))),
    small(...joined([article.source, time(article.publishedAt, 'R')], ' · ')),
  ];
}

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + textLength(block), 0);

/** A card within its room: over it the second figure goes, then the first, then the quotation; never a part of one. */
function card(brief: Brief, index: number): Block[] {
  const { article, summary, quotations, figures } = brief;
  const head = [
    ...headLines(brief, index),
    ...summary.map(({ passage: words, number }) =>
      text(passage(words), ' ', linked(placeUrl(article, words), `[${number}]`)),
    ),
  ];
  const extras = [
    ...quotations.map((shown) => quotationLines(article, shown)),
    ...figures.map((shown) => [figureLine(article, shown)]),
  ];
  while (extras.length > 0 && lengthOf([...head, ...extras.flat()]) > cardLimit) extras.pop();
  return [...head, ...extras.flat()];
}

/** Whole cards only: the first that does not fit ends the list. */
function cardsThatFit(cards: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  let room = cardsLimit;
  const tooMany = cards.findIndex((blocks) => {
    room -= lengthOf(blocks);
    return room < 0;
  });
  return tooMany === -1 ? cards : cards.slice(0, tooMany);
}

/** A digest as it is posted and previewed; `undefined` when there is nothing new and it wants no empty post. */
export function renderDigest(
  briefs: readonly Brief[],
  { digest, at, reference }: DigestOccasion,
): Reply | undefined {
  if (briefs.length === 0 && digest.skipEmpty) return undefined;
  const all = briefs.map(digest.style === 'cards' ? card : headLines);
  const shown = cardsThatFit(all);
  const buttons = briefs
    .slice(0, Math.min(5, shown.length))
    .map(({ article }, index) => ({ label: `Open ${index + 1}`, press: `summary:open:${article.id}` }));
  return {
    blocks: [
      heading(digest.name, ' · ', localDate(at, digest.timezone)),
      ...(briefs.length === 0 ? [text('Nothing new since the last digest.')] : []),
      ...shown.flatMap((blocks, index) => (index === 0 ? blocks : [rule, ...blocks])),
      rule,
      small('Next ', time(digest.nextRunAt, 'R'), ` · ref ${reference}`),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ],
  };
}
