import type { Brief, BriefFigure, BriefQuotation } from '../../domain/brief.ts';
import type { Line } from '../../domain/reply.ts';
import { headlineLines, moreSources } from '../headline.ts';
import { readLength } from '../limits.ts';
import type { PlaceForm } from '../place-url.ts';
import { figureLine, quotationLines, sentenceLines } from '../render-brief.ts';

/** A story of a digest, as one of its articles tells it. */
export interface DigestStory {
  readonly brief: Brief;
  /** How many publishers tell it. */
  readonly sourceCount: number;
  /** Their names, where they are known. */
  readonly sources?: readonly string[];
  /** An earlier post told it, and it has changed since. */
  readonly isUpdate: boolean;
}

/** What is said of a story: the head stays, of the rest as much as there is room for. */
export interface Card {
  readonly articleId: string;
  readonly head: readonly Line[];
  readonly extras: readonly Extra[];
}

/** In the order in which they stand; the last goes first. */
const rungs = ['quotation', 'figure', 'second figure'] as const;
type Rung = (typeof rungs)[number];

interface Extra {
  readonly rung: Rung;
  readonly lines: readonly Line[];
}

/** A card is to be taken in at a glance: so many characters of it are read at most, but for a sentence that is longer. */
const cardLimit = 520;

/** The headline alone, with the source and the age. */
export function headlineCard({ brief, sourceCount, isUpdate }: DigestStory, number: number): Card {
  const facts = moreSources(sourceCount - 1);
  const mark = isUpdate ? 'Update' : undefined;
  const head = headlineLines(brief.article, number, { facts, mark });
  return { articleId: brief.article.id, head, extras: [] };
}

/** The figures that neither the sentence nor the quotation says. */
function newFigures({ summary, figures }: Brief, quoted: BriefQuotation | undefined): readonly BriefFigure[] {
  const said = new Set(summary.map(({ number }) => number));
  const isQuoted = ({ passage: { spans } }: BriefFigure) =>
    spans.every(({ start, end }) =>
      quoted?.passage.spans.some((span) => span.start <= start && end <= span.end),
    );
  return figures.filter((figure) => !said.has(figure.sentence.number) && !isQuoted(figure)).slice(0, 2);
}

/** Headline, sentence, a quotation where it is sure who said it, and up to two figures. */
function wholeCard(story: DigestStory, number: number, form: PlaceForm): Card {
  const { brief } = story;
  const { article } = brief;
  const { articleId, head } = headlineCard(story, number);
  const quoted = brief.quotations.find(({ speaker }) => speaker !== undefined);
  const quotation: Extra[] =
    quoted === undefined ? [] : [{ rung: 'quotation', lines: quotationLines(article, quoted, form) }];
  const figures = newFigures(brief, quoted).map((figure, index): Extra => {
    return { rung: index === 0 ? 'figure' : 'second figure', lines: [figureLine(article, figure, form)] };
  });
  return {
    articleId,
    head: [...head, ...sentenceLines(brief, form)],
    extras: [...quotation, ...figures],
  };
}

/** What a card has room for. Links to the places of its words go before the words do: the headline leads there, too. */
export function storyCard(story: DigestStory, number: number, form: PlaceForm): Card {
  const whole = wholeCard(story, number, form);
  return isRoomy(whole) ? whole : withinCard(wholeCard(story, number, 'none'));
}

export const linesOf = ({ head, extras }: Card): readonly Line[] => [
  ...head,
  ...extras.flatMap(({ lines }) => lines),
];

const withoutLast = (card: Card): Card => ({ ...card, extras: card.extras.slice(0, -1) });

const isRoomy = (card: Card): boolean => readLength(linesOf(card)) <= cardLimit;

function withinCard(card: Card): Card {
  let kept = card;
  while (kept.extras.length > 0 && !isRoomy(kept)) kept = withoutLast(kept);
  return kept;
}

/**
 * The same cards, then lighter and lighter ones: second figures go first, from the last card on, then first figures,
 * then quotations, then whole cards from the end.
 */
export function* lighterAndLighter(cards: readonly Card[]): Generator<readonly Card[], void> {
  let left = cards;
  yield left;
  for (const rung of rungs.toReversed())
    for (let at = cards.length - 1; at >= 0; at -= 1) {
      if (left[at]?.extras.at(-1)?.rung !== rung) continue;
      left = left.map((card, index) => (index === at ? withoutLast(card) : card));
      yield left;
    }
  for (let count = cards.length - 1; count > 0; count -= 1) yield left.slice(0, count);
}
