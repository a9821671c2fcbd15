import type { Article } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Clock } from '../domain/clock.ts';
import { UserError, type UserProblem } from '../domain/errors.ts';
import { keepArticle } from './keep-article.ts';
import type { IncomingDocument } from './read-document.ts';
import type { BoundedReading, ReadingPool } from './reading/reading-pool.ts';

export interface DocumentIntakePorts {
  readonly articles: Pick<ArticleStore, 'put' | 'get'>;
  readonly clock: Clock;
  readonly readDocument: ReadingPool['readDocument'];
}

/** Why a document gave no article. */
export type Unread = Exclude<BoundedReading, { ok: true }>;

export type TakeInDocument = (
  document: Omit<IncomingDocument, 'storedAt' | 'expiresAt'>,
  /** What a person is told of a document that gave no article. */
  problemOf: (unread: Unread) => UserProblem,
) => Promise<Article>;

/** How long what is not public is kept. */
const keptMs = 24 * 60 * 60 * 1000;

/** Makes what reads documents, stores their articles and answers them as they are stored. Fails with a `UserError`. */
export function createDocumentIntake({ articles, clock, readDocument }: DocumentIntakePorts): TakeInDocument {
  return async (document, problemOf) => {
    const { scope } = document;
    const storedAt = clock.now();
    const expiry = scope === 'public' ? {} : { expiresAt: storedAt + keptMs };
    const reading = await readDocument({ ...document, storedAt, ...expiry });
    if (!reading.ok)
      throw new UserError(problemOf(reading), 'cause' in reading ? { cause: reading.cause } : {});
    const { article } = await keepArticle(articles, reading.article);
    return article;
  };
}
