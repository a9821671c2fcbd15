import type { BriefChanges } from '../domain/brief.ts';
import type { Reply } from '../domain/reply.ts';
import { withinLimits } from './limits.ts';
import { small, text, time } from './pieces.ts';
import { changeCounts, sentenceLine, sourceLines } from './render-brief.ts';

/** The new sentences, in the article's order. What is gone is counted only: its publisher took it back. */
export function renderChanges(changes: BriefChanges): Reply {
  const { article, sentences, addedCount, since } = changes;
  const shown = addedCount === 0 ? [] : [`${sentences.length} of ${addedCount} new sentences`];
  return withinLimits({
    blocks: [
      ...sourceLines(article, shown),
      small('Since ', time(since, 'f'), ': ', changeCounts(changes), '.'),
      ...(sentences.length === 0
        ? [text(addedCount === 0 ? 'Nothing is new.' : 'The new sentences are too long to show here.')]
        : sentences.map((sentence) => sentenceLine(article, sentence))),
    ],
  });
}
