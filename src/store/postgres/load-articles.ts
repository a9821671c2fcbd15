import type { z } from 'zod';
import { factsOf, wordsOf } from '../stored-article.ts';
import { readArticles } from '../transfer/dump-items.ts';
import type { ArticleFacts, ArticleItem, ArticleText } from '../transfer/items.ts';
import type { LoadArticles, LoadOutcome } from '../transfer/load-items.ts';
import { mergeArticle } from '../transfer/merge-article.ts';
import type { Session } from '../transfer/session.ts';
import { keepPlace, quotedNames } from '../transfer/written-article.ts';
import { BeginAgain, type Connection, named } from './connection.ts';
import { type IndexEntry, indexEntries, indexEntry } from './index-entry.ts';
import { addedRow, articleFields, articleStatements, textFields } from './put-articles.ts';
import { note, noteAll } from './speaker-index.ts';
import { tally } from './tallies.ts';
import { textKey } from './text-key.ts';

const lock = named('select row_id, id from article where id = any(:ids) order by id for update');

const linkFeeds = named(
  `insert into feed_article (feed_id, article_id)
   select f.id, x.article_id from unnest(:feedIds::text[], :articleIds::text[]) x (feed_id, article_id)
     join feed f on f.id = x.feed_id on conflict do nothing`,
);
const leaveQueue = named('delete from arrived_article where row_id = any(:rowIds)');

type Added = z.infer<typeof addedRow>;
type Stored = Pick<ArticleItem, 'facts' | 'texts'>;

/** What decides where an article stands in the index: its facts, and the words that are shown. */
function indexed({ facts, texts }: Stored) {
  const shown = texts.find(({ version }) => version === facts.version);
  if (shown === undefined) throw new Error(`article ${facts.id} lacks its text`);
  return { ...facts, title: shown.title, text: shown.text };
}

const urlKeyOf = ({ url }: ArticleFacts): string | null => (url === undefined ? null : textKey(url));

function factRow(facts: ArticleFacts, { words, length }: IndexEntry) {
  const row = factsOf(facts, facts.version);
  return [
    row.id,
    row.scope,
    row.version,
    row.source,
    row.url,
    urlKeyOf(facts),
    row.author,
    row.publishedAt,
    row.storedAt,
    row.expiresAt,
    row.topics,
    words,
    length,
  ];
}

/** As `keepPlace`, for articles that have just been added. */
async function placeAll(db: Connection, articles: readonly ArticleItem[], added: readonly Added[]) {
  const links = articles.flatMap(({ facts }) => facts.feeds.map((feedId) => [feedId, facts.id] as const));
  if (links.length > 0)
    await db.change(linkFeeds, {
      feedIds: links.map(([feedId]) => feedId),
      articleIds: links.map(([, articleId]) => articleId),
    });
  const rowIds = new Map(added.map(({ id, row_id: rowId }) => [id, rowId]));
  const grouped = articles.flatMap(({ facts }) => {
    const rowId = rowIds.get(facts.id);
    return facts.grouping === undefined || rowId === undefined
      ? []
      : [{ ...facts, ...facts.grouping, rowId, newest: facts.version }];
  });
  await db.insert(
    'story_article',
    ['row_id', 'version', 'scope', 'story', 'copy_of', 'is_stub', 'arrived_at'],
    grouped.map((one) => [
      one.rowId,
      one.version,
      one.scope,
      one.story,
      one.copyOf ?? null,
      one.isStub,
      one.arrivedAt ?? null,
    ]),
  );
  const noted = articles.flatMap(({ facts }) => {
    const rowId = rowIds.get(facts.id);
    return facts.noted === undefined || rowId === undefined
      ? []
      : [{ ...facts, rowId, names: quotedNames(facts), edition: facts.noted.edition }];
  });
  for (const [edition, some] of Map.groupBy(noted, (one) => one.edition)) await noteAll(db, some, edition);
  const present = grouped.filter(({ version, newest }) => version === newest).map(({ rowId }) => rowId);
  if (present.length > 0) await db.change(leaveQueue, { rowIds: present });
}

/** Makes what loads articles, within a transaction. */
export function createArticleLoading(db: Connection, session: Session): LoadArticles {
  const writeTexts = (texts: readonly ArticleText[]) =>
    db.insert(
      'article_text',
      textFields,
      texts.map((text) => Object.values(wordsOf(text, text.version))),
    );

  async function add(articles: readonly ArticleItem[]): Promise<void> {
    if (articles.length === 0) return;
    const entries = await indexEntries(articles.map(indexed));
    const rows = articles.flatMap(({ facts }, place) => {
      const entry = entries[place];
      return entry === undefined ? [] : [factRow(facts, entry)];
    });
    const end = 'on conflict (id) do nothing returning id, row_id, published_at';
    const added = (await db.insert('article', articleFields, rows, end)).map((row) => addedRow.parse(row));
    // Another process has stored one of them in between.
    if (added.length < articles.length) throw new BeginAgain();
    await writeTexts(articles.flatMap(({ texts }) => texts));
    await db.insert(
      'article_note',
      ['row_id', 'published_at'],
      added.map((note) => [note.row_id, note.published_at]),
    );
    await tally(
      db,
      articles.map(({ facts }) => ({ of: facts, by: 1 })),
    );
    await placeAll(db, articles, added);
  }

  async function change(mine: Stored, rowId: number, facts: ArticleFacts, added: readonly ArticleText[]) {
    await writeTexts(added);
    const entry = indexEntry(indexed({ facts, texts: [...mine.texts, ...added] }));
    const written = factsOf(facts, facts.version);
    if (facts.version === mine.facts.version) {
      await db.change(articleStatements.refresh, { ...written, words: entry.words });
    } else {
      await db.change(articleStatements.change, { ...written, urlKey: urlKeyOf(facts), ...entry });
      await db.change(articleStatements.thin, { id: facts.id, version: facts.version });
      await db.change(articleStatements.forgetSpeakers, { rowId });
      await db.change(articleStatements.forgetNote, { rowId, publishedAt: facts.publishedAt });
    }
    await tally(db, [
      { of: mine.facts, by: -1 },
      { of: facts, by: 1 },
    ]);
    await keepPlace(session, facts);
    if (facts.noted !== undefined) await note(db, facts.id, quotedNames(facts), facts.noted.edition);
  }

  async function merge(mine: Stored, rowId: number, theirs: ArticleItem): Promise<LoadOutcome> {
    const merged = mergeArticle(mine, theirs);
    if (merged === undefined) return 'known';
    await change(mine, rowId, merged.facts, merged.added);
    return 'changed';
  }

  return async (articles) => {
    const ids = articles.map(({ facts }) => facts.id);
    const rowIds = new Map(
      (await db.rows(lock, { ids })).map((row) => {
        const { id, row_id: rowId } = addedRow.pick({ id: true, row_id: true }).parse(row);
        return [id, rowId];
      }),
    );
    const stored = new Map(
      (await readArticles(session, [...rowIds.keys()])).map((one) => [one.facts.id, one]),
    );
    await add(articles.filter(({ facts }) => !rowIds.has(facts.id)));
    const outcomes: LoadOutcome[] = [];
    for (const article of articles) {
      const [mine, rowId] = [stored.get(article.facts.id), rowIds.get(article.facts.id)];
      outcomes.push(mine === undefined || rowId === undefined ? 'new' : await merge(mine, rowId, article));
    }
    return outcomes;
  };
}
