import { type Figure, type Span, tellApart } from 'summarize-text';
import type { FindIn } from '../domain/brief.ts';
import { stemsOf, tellingStems } from '../story/words.ts';
import type { FoundLine } from './ask-story.ts';

/** Values as near as this are one, rounded. */
const rounding = 0.02;
const roughRounding = 0.07;

/**
 * Of the other lines the first whose source gives another value for what the question asks: both answer with a figure of
 * one kind and unit, and say as much of what was asked.
 */
export function contradiction(
  question: string,
  first: FoundLine,
  others: readonly FoundLine[],
  find: FindIn,
): FoundLine | undefined {
  const own = answeringFigure(first, find);
  if (own === undefined) return undefined;
  const asked = tellingStems(question);
  const said = asked.filter((word) => stemsOf(first.text).has(word));
  if (said.length === 0) return undefined;
  return others.find((other) => {
    if (other.article.source === first.article.source) return false;
    const figure = answeringFigure(other, find);
    const held = stemsOf(other.text);
    return figure !== undefined && areApart(own, figure) && said.every((word) => held.has(word));
  });
}

/** The figure that answers: the one in the words of the answer, where there is one alone. */
function answeringFigure({ article, answer }: FoundLine, find: FindIn): Figure | undefined {
  if (answer === undefined) return undefined;
  const inside = find(article)
    .figures()
    .filter((figure) => overlap(figure, answer));
  return inside.length === 1 ? inside[0] : undefined;
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;

/** What is counted says itself what it is; of other kinds the words that say what is measured must be the same. */
function areApart(one: Figure, other: Figure): boolean {
  if (one.kind !== 'count') return tellApart(one, other);
  if (one.kind !== other.kind || one.unit !== other.unit || one.direction !== other.direction) return false;
  if (bounds(one) || bounds(other)) return false;
  const near = [one, other].some(({ modifier }) => modifier === '~') ? roughRounding : rounding;
  return Math.abs(one.value - other.value) > near * Math.max(one.value, other.value);
}

/** "At least 40" contradicts nothing that is more; a range holds what is in it. */
const bounds = ({ modifier, value2 }: Figure): boolean =>
  modifier === '>' || modifier === '<' || value2 !== undefined;
