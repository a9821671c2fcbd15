import type { ArticleStore } from '../domain/article-store.ts';
import { type Passage, passageText } from '../domain/brief.ts';
import type { Log } from '../domain/log.ts';
import type { Metrics } from '../domain/metrics.ts';
import type { Block, Reply, Section } from '../domain/reply.ts';
import { passagesIn } from '../domain/reply-passages.ts';
import type { Scope } from '../domain/scope.ts';

type Law = (passage: Passage) => boolean;

/** What stands or falls together: a quotation, and the lines under it that say who said it and where. */
function groupsOf<B extends Block>(blocks: readonly B[]): readonly (readonly B[])[] {
  const groups: B[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isUnderQuotation = last?.[0]?.kind === 'quotation' && block.kind === 'small';
    if (isUnderQuotation && passagesIn(block).length > 0) last?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function lawfulOf<B extends Block>(blocks: readonly B[], isLawful: Law): readonly B[] {
  return groupsOf(blocks)
    .filter((group) => group.flatMap(passagesIn).every(isLawful))
    .flat();
}

/**
 * What of a section may leave: its lawful lines. Nothing where the first, which names the source, is not, nor where none
 * is left of those that say something of an article.
 */
function lawfulSection(section: Section, isLawful: Law): readonly Section[] {
  const lines = lawfulOf(section.lines, isLawful);
  if (lines.length === section.lines.length) return [section];
  const isHollow = lines.every((line) => passagesIn(line).length === 0);
  return lines[0] !== section.lines[0] || isHollow ? [] : [{ ...section, lines }];
}

/** How many lines and pictures. */
const countOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'section' ? block.lines.length : 1), 0);

/**
 * The law of the source, checked on everything that leaves: every passage of the reply stands word for word,
 * at its spans, in an article that the receivers may see. A line or a picture with one that does not is dropped,
 * logged, and counted as `law.dropped`; a quotation goes with the lines that name its speaker.
 */
export async function keepLaw(
  reply: Reply,
  scopes: readonly Scope[],
  ports: { readonly articles: Pick<ArticleStore, 'texts'>; readonly log: Log; readonly metrics: Metrics },
): Promise<Reply> {
  const passages = reply.blocks.flatMap(passagesIn);
  if (passages.length === 0) return reply;
  const ids = [...new Set(passages.map(({ articleId }) => articleId))];
  const articles = await ports.articles.texts(ids, scopes);
  const isLawful = ({ articleId, of, spans, text }: Passage): boolean => {
    const article = articles.get(articleId);
    return article !== undefined && passageText(article, of, spans) === text;
  };
  const trimmed = reply.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'section' ? lawfulSection(block, isLawful) : [block],
  );
  const blocks = lawfulOf(trimmed, isLawful);
  const droppedCount = countOf(reply.blocks) - countOf(blocks);
  if (droppedCount === 0) return reply;
  ports.log.error('law.broken', { droppedCount });
  ports.metrics.count('law.dropped', droppedCount);
  return { ...reply, blocks };
}
