import type { Scope } from '../domain/scope.ts';
import { keepArticle } from '../ingest/keep-article.ts';
import { wordsFor } from '../ingest/page-problems.ts';
import type { IncomingDocument } from '../ingest/read-document.ts';
import type { Outcome } from './item-report.ts';
import type { ItemPorts } from './read-item.ts';

/** How long what is not public is kept. */
const keptMs = 24 * 60 * 60 * 1000;

/** When what is taken in now must be gone. */
export function expiryOf(scope: Scope, storedAt: number): { readonly expiresAt?: number } {
  return scope === 'public' ? {} : { expiresAt: storedAt + keptMs };
}

export type ReadAsDocument = (
  kind: 'page' | 'text',
  known: Pick<IncomingDocument, 'raw' | 'source' | 'url'>,
) => Promise<Outcome>;

/** Makes what reads a page or a text, and stores its article where anything is stored. */
export function createDocumentReading({ pool, clock, articles }: ItemPorts, scope: Scope): ReadAsDocument {
  return async (kind, known) => {
    const storedAt = clock.now();
    const document = { kind, ...known, scope, storedAt, ...expiryOf(scope, storedAt) };
    const reading = await pool.readDocument(document);
    if (!reading.ok) return { kind, ok: false, reason: wordsFor(reading) };
    const { page, article } = reading;
    const kept = articles === undefined ? undefined : await keepArticle(articles, article);
    return {
      kind,
      ok: true,
      read: {
        article: kept?.article ?? article,
        ...(page !== undefined && { page }),
        ...(page?.publishedAt !== undefined && { publishedAt: page.publishedAt }),
        ...(kept !== undefined && { stored: kept.outcome }),
      },
    };
  };
}
