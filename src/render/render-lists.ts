import type { Headline } from '../domain/article.ts';
import type { Block, Reply } from '../domain/reply.ts';
import { withinLimits } from './limits.ts';
import { titlePassage } from './passages.ts';
import { heading, joined, linked, small, text, time } from './pieces.ts';

function headlineLines(headline: Headline, index: number): Block[] {
  return [
    text(`${index + 1}) `, linked(headline.url, titlePassage(headline))),
    small(...joined([headline.source, time(headline.publishedAt, 'R')], ' · ')),
  ];
}

/** `/latest`: headlines, newest first. `about` says what was asked for. */
export function renderHeadlines(headlines: readonly Headline[], about: string): Reply {
  if (headlines.length === 0) return { blocks: [text(`No stored articles${about}.`)] };
  return withinLimits({ blocks: [heading(`Latest${about}`), ...headlines.flatMap(headlineLines)] });
}
