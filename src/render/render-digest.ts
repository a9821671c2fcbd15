import type { Brief } from '../domain/brief.ts';
import type { Digest } from '../domain/digest.ts';
import type { Block, Reply } from '../domain/reply.ts';
import { headlineLines, moreSources } from './headline.ts';
import { lengthOf } from './limits.ts';
import { heading, rule, small, text, time } from './pieces.ts';
import { figureLine, quotationLines, sentenceLines } from './render-brief.ts';

/** What a post of a digest needs besides its articles. */
export interface DigestOccasion {
  readonly digest: Digest;
  /** When it is made, UTC milliseconds. */
  readonly at: number;
  /** Six characters by which the post is found again in its channel. */
  readonly reference: string;
  /** How many publishers tell of an article's story, by the article. */
  readonly sourceCounts: ReadonlyMap<string, number>;
}

/** Discord's 4,000 less the header and the footer. */
const cardsLimit = 3_400;
/** A card is to be taken in at a glance, however few there are. */
const cardLimit = 900;

function localDate(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: timezone }).format(at);
}

function headLines({ article }: Brief, index: number, { sourceCounts }: DigestOccasion): Block[] {
  const count = sourceCounts.get(article.id) ?? 1;
  return headlineLines(article, index + 1, { facts: moreSources(count - 1) });
}

/**
 * A card within its room: what does not fit whole is left out, the quotation and each figure for itself. A figure
 * that the sentence says is not said again.
 */
function card(brief: Brief, headline: readonly Block[], room: number): readonly Block[] {
  const { article, summary, quotations, figures } = brief;
  const shown = new Set(summary.map(({ number }) => number));
  const head = [...headline, ...sentenceLines(brief, 'start')];
  const extras = [
    ...quotations.map((quotation) => quotationLines(article, quotation, 'start')),
    ...figures
      .filter(({ sentence }) => !shown.has(sentence.number))
      .map((figure) => [figureLine(article, figure, 'start')]),
  ];
  const lines = [...head];
  for (const extra of extras) if (lengthOf(lines) + lengthOf(extra) <= room) lines.push(...extra);
  return lines;
}

/** Cards share a message's room evenly; what one leaves goes to those behind it. */
function cards(briefs: readonly Brief[], occasion: DigestOccasion): readonly (readonly Block[])[] {
  let spare = 0;
  return briefs.map((brief, index) => {
    const share = cardsLimit / briefs.length + spare;
    const lines = card(brief, headLines(brief, index, occasion), Math.min(cardLimit, share));
    spare = Math.max(0, share - lengthOf(lines));
    return lines;
  });
}

/** Whole cards only: the first that does not fit ends the list. */
function cardsThatFit(all: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  let room = cardsLimit;
  const tooMany = all.findIndex((blocks) => {
    room -= lengthOf(blocks);
    return room < 0;
  });
  return tooMany === -1 ? all : all.slice(0, tooMany);
}

/** A digest as it is posted and previewed; `undefined` when there is nothing new and it wants no empty post. */
export function renderDigest(briefs: readonly Brief[], occasion: DigestOccasion): Reply | undefined {
  const { digest, at, reference } = occasion;
  if (briefs.length === 0 && digest.skipEmpty) return undefined;
  const all =
    digest.style === 'cards'
      ? cards(briefs, occasion)
      : briefs.map((brief, index) => headLines(brief, index, occasion));
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
