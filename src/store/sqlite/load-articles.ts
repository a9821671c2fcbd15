import type { DatabaseSync } from 'node:sqlite';
import { factsOf, thinVersions, wordsOf } from '../stored-article.ts';
import { readArticles } from '../transfer/dump-items.ts';
import type { ArticleFacts, ArticleItem, ArticleText } from '../transfer/items.ts';
import type { LoadArticles, LoadOutcome } from '../transfer/load-items.ts';
import { mergeArticle } from '../transfer/merge-article.ts';
import type { Session } from '../transfer/session.ts';
import { keepPlace, quotedNames } from '../transfer/written-article.ts';
import { createIndexing } from './index-articles.ts';
import { createRowIds } from './row-id.ts';
import { createNoting } from './speaker-index.ts';

const sql = {
  text: `insert into article_text (id, version, stored_at, title, standfirst, body, raw, runs, removals, pull_quotes)
    values (:id, :version, :storedAt, :title, :standfirst, :body, :raw, :runs, :removals, :pullQuotes)`,
  add: `insert into article
           (row_id, id, scope, version, source, url, author, published_at, stored_at, expires_at, topics)
    values (:rowId, :id, :scope, :version, :source, :url, :author, :publishedAt, :storedAt, :expiresAt, :topics)`,
  change: `update article
      set row_id = coalesce(:rowId, row_id), version = :version, source = :source, url = :url, author = :author, published_at = :publishedAt,
          stored_at = :storedAt, expires_at = :expiresAt, topics = :topics
    where id = :id`,
  refresh: 'update article set expires_at = :expiresAt, topics = :topics where id = :id',
} as const;

/** Makes what loads articles, within a transaction. */
export function createArticleLoading(db: DatabaseSync, session: Session): LoadArticles {
  const freeRowId = createRowIds(db);
  const index = createIndexing(db);
  const note = createNoting(db);

  async function place(facts: ArticleFacts): Promise<void> {
    await keepPlace(session, facts);
    if (facts.noted !== undefined) note(facts.id, quotedNames(facts), facts.noted.edition);
  }

  async function writeTexts(texts: readonly ArticleText[]): Promise<void> {
    for (const text of texts) await session.change(sql.text, wordsOf(text, text.version));
  }

  async function add({ facts, texts }: Pick<ArticleItem, 'facts' | 'texts'>): Promise<number> {
    const rowId = freeRowId(facts.publishedAt);
    await writeTexts(texts);
    await session.change(sql.add, { ...factsOf(facts, facts.version), rowId });
    return rowId;
  }

  async function merge(
    mine: Pick<ArticleItem, 'facts' | 'texts'>,
    theirs: ArticleItem,
  ): Promise<LoadOutcome> {
    const merged = mergeArticle(mine, theirs);
    if (merged === undefined) return 'known';
    const { facts, added } = merged;
    await writeTexts(added);
    const isNewer = facts.version !== mine.facts.version;
    const rowId = facts.publishedAt === mine.facts.publishedAt ? null : freeRowId(facts.publishedAt);
    await session.change(isNewer ? sql.change : sql.refresh, { ...factsOf(facts, facts.version), rowId });
    if (isNewer) await session.change(thinVersions, { id: facts.id, version: facts.version });
    await place(facts);
    return 'changed';
  }

  return async (articles) => {
    const stored = await readArticles(
      session,
      articles.map(({ facts }) => facts.id),
    );
    const known = new Map(stored.map((one) => [one.facts.id, one]));
    const added: ArticleFacts[] = [];
    const rowIds: number[] = [];
    const outcomes: LoadOutcome[] = [];
    for (const article of articles) {
      const mine = known.get(article.facts.id);
      if (mine === undefined) {
        added.push(article.facts);
        rowIds.push(await add(article));
      }
      outcomes.push(mine === undefined ? 'new' : await merge(mine, article));
    }
    index(rowIds);
    // What was grouped elsewhere leaves those that wait, which the index has put it among.
    for (const facts of added) await place(facts);
    return outcomes;
  };
}
