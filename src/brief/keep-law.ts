import type { ArticleStore } from '../domain/article-store.ts';
import { type Passage, passageText } from '../domain/brief.ts';
import type { Log } from '../domain/log.ts';
import type { Metrics } from '../domain/metrics.ts';
import type { Block, Piece, Reply } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';

function passagesOf(piece: Piece): readonly Passage[] {
  if (typeof piece === 'string') return [];
  if (piece.kind === 'passage') return [piece.passage];
  const of = piece.kind === 'link' || piece.kind === 'strong' ? piece.of : undefined;
  return typeof of === 'object' ? [of] : [];
}

function passagesIn(block: Block): readonly Passage[] {
  if (block.kind === 'picture') return block.shows;
  return 'pieces' in block ? block.pieces.flatMap(passagesOf) : [];
}

/**
 * The law of the source, checked on everything that leaves: every passage of the reply stands word for word,
 * at its spans, in an article that the receivers may see. A line or a picture with one that does not is dropped,
 * logged, and counted as `law.dropped`.
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
  const blocks = reply.blocks.filter((block) => passagesIn(block).every(isLawful));
  const droppedCount = reply.blocks.length - blocks.length;
  if (droppedCount === 0) return reply;
  ports.log.error('law.broken', { droppedCount });
  ports.metrics.count('law.dropped', droppedCount);
  return { ...reply, blocks };
}
