import type { App } from '../../src/app.ts';
import { type BriefShape, cardShape } from '../../src/brief/make-brief.ts';
import { rememberBriefs } from '../../src/brief/remember-briefs.ts';
import type { DraftParts } from '../../src/digest/draft.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Picture } from '../../src/domain/reply.ts';
import { chartOf } from '../../src/render/chart/chart.ts';
import { renderDigest } from '../../src/render/digest/render-digest.ts';
import { drawnChart } from '../draw-chart.ts';

type Parts = Pick<App, 'find' | 'drawChart'>;

/** A chart sets more figures side by side than a card shows. */
const chartedFigures = 4;

const shapeFor = ({ chart, style }: Digest): BriefShape =>
  chart && style !== 'lines' ? { ...cardShape, figures: chartedFigures } : cardShape;

/** At most one chart a post: of the first story that has figures to compare. */
async function chartFor(
  { chart, style }: Digest,
  briefs: readonly Brief[],
  parts: Parts,
): Promise<Picture | undefined> {
  if (!chart || style === 'lines') return undefined;
  const charted = briefs.find((brief) => chartOf(brief) !== undefined);
  return charted === undefined ? undefined : await drawnChart(charted, parts);
}

/** Makes posts of chosen stories: the one way in which previews and posts come to be. */
export function createDigestComposer(parts: Parts): DraftParts['compose'] {
  const briefsOf = rememberBriefs(parts.find);
  return async (stories, occasion) => {
    const briefs = await briefsOf(
      stories.map(({ article }) => article),
      shapeFor(occasion.digest),
    );
    const picture = await chartFor(occasion.digest, briefs, parts);
    const told = briefs.flatMap((brief, index) => {
      const story = stories[index];
      return story === undefined ? [] : [{ brief, ...story }];
    });
    return renderDigest(told, { ...occasion, ...(picture !== undefined && { picture }) });
  };
}
