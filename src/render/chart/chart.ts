import type { Brief, ComparedFigure } from '../../domain/brief.ts';
import type { Chart, ChartBar } from '../../domain/chart.ts';
import type { Picture } from '../../domain/reply.ts';
import { titlePassage } from '../passages.ts';

/** Discord's bound on the words that stand for a picture. */
const longestAlt = 1024;

function barOf({ passage, label, figure }: ComparedFigure): ChartBar {
  const { value, value2, modifier } = figure;
  const isApproximate = modifier === '~' || modifier === '>' || modifier === '<';
  return {
    label: label.text,
    text: passage.text,
    value,
    ...(value2 === undefined ? {} : { value2 }),
    isApproximate,
  };
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "The Saltmarsh Gazette, 19 November 2026"; the day is that of UTC. */
function sourceWords({ article: { source, publishedAt } }: Brief): string {
  return `${source}, ${day.format(publishedAt)}`;
}

/** The brief's comparable figures as a chart; `undefined` where no two can stand side by side. */
export function chartOf(brief: Brief): Chart | undefined {
  if (brief.comparison.length < 2) return undefined;
  return { title: brief.article.title, bars: brief.comparison.map(barOf), source: sourceWords(brief) };
}

/** The drawn chart in a reply, its numbers repeated in words. */
export function chartPicture(brief: Brief, bytes: Uint8Array): Picture {
  const { article, comparison } = brief;
  return {
    kind: 'picture',
    file: { name: 'chart.png', bytes },
    alt: altWords(comparison, sourceWords(brief)),
    shows: [titlePassage(article), ...comparison.flatMap(({ passage, label }) => [passage, label])],
  };
}

/** Every number and the source; where that is too long, the labels are cut and never the numbers. */
function altWords(compared: readonly ComparedFigure[], source: string): string {
  const say = (most: number) =>
    `Bar chart. ${compared.map(({ passage, label }) => `${passage.text}: ${cut(label.text, most)}`).join('; ')}. Source: ${source}`;
  const fixed = say(0).length;
  const whole = say(Number.POSITIVE_INFINITY);
  if (whole.length <= longestAlt) return whole;
  return cut(say(Math.max(0, Math.floor((longestAlt - fixed) / compared.length))), longestAlt);
}

function cut(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}
