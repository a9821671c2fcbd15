import { setImmediate } from 'node:timers/promises';
import type { Figure } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { FindIn } from '../domain/brief.ts';
import type { FigureIn, Ledger, LedgerRoom } from '../domain/ledger.ts';
import type { Scope } from '../domain/scope.ts';
import { sentenceAround } from './brief-figure.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { ledgerPage } from './ledger-page.ts';

/** Whether a figure is of the quantity asked about, by its sentence and the words that say what it measures. */
export type IsAbout = (figure: Figure, sentence: string, label: string) => boolean;

/** Which quantity, and which part of its ledger. Times are UTC milliseconds, of publishing. */
export interface LedgerRequest {
  /** As articles are searched for it. */
  readonly words: string;
  readonly isAbout: IsAbout;
  readonly since?: number | undefined;
  readonly until: number;
  readonly page: number;
}

interface LedgerPorts {
  readonly articles: Pick<ArticleStore, 'search' | 'get'>;
  readonly find: FindIn;
}

/** Of a quantity in every article, so many are read: those found best, newer ones before older. */
const mostArticles = 100;

/** A page of the figures that stored articles give of a quantity. */
export async function makeLedger(
  { words, isAbout, since, until, page }: LedgerRequest,
  scopes: readonly Scope[],
  { articles, find }: LedgerPorts,
  room: LedgerRoom,
): Promise<Ledger> {
  const query = { scopes, words, match: 'all' as const, limit: mostArticles };
  const headlines = await articles.search(since === undefined ? query : { ...query, since });
  const figures: FigureIn[] = [];
  for (const { id, publishedAt } of headlines) {
    const article = publishedAt > until ? undefined : await articles.get(id, scopes);
    if (article !== undefined) figures.push(...figuresAbout(article, isAbout, find));
    await setImmediate(); // others run between any two
  }
  const entries = ledgerEntries(figures);
  const { shown, hasMore } = ledgerPage(entries, page, room, find);
  return {
    entries: shown,
    entryCount: entries.length,
    articleCount: new Set(figures.map(({ article }) => article.id)).size,
    page,
    hasMore,
  };
}

function figuresAbout(article: Article, isAbout: IsAbout, find: FindIn): readonly FigureIn[] {
  const found = find(article);
  return found
    .figures()
    .filter(({ trivial }) => trivial !== true)
    .map((figure) => ({
      article,
      figure,
      sentence: sentenceAround(figure, found.sentences())?.text ?? figure.text,
    }))
    .filter(({ figure, sentence }) => isAbout(figure, sentence, labelWords(article.text, figure)));
}

function labelWords(text: string, { label }: Figure): string {
  return label.map(({ start, end }) => text.slice(start, end)).join(' ');
}
