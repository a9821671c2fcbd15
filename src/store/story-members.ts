import { z } from 'zod';
import type { Headline } from '../domain/article.ts';
import type { Story, StoryArticle } from '../domain/story.ts';

/**
 * Of `story_article g` and `article a`, all members of one story: what tells of it before titles are read. The counts
 * are of all of them, however many rows are asked for.
 */
export const memberColumns = `a.row_id, a.id, a.source, a.published_at, g.copy_of, g.is_stub,
  count(*) over () as article_count, min(a.published_at) over () as first_seen_at`;

/** So many of a story's newest articles are read: sources and copies are looked for among those. */
export const mostMembers = 200;

const memberRow = z
  .object({
    row_id: z.int(),
    id: z.string(),
    source: z.string(),
    published_at: z.int(),
    copy_of: z.string().nullable(),
    // An article that nobody has grouped yet has no row that says it.
    is_stub: z.union([z.int(), z.boolean()]).nullable(),
    article_count: z.int(),
    first_seen_at: z.int(),
  })
  .transform((row) => ({
    rowId: row.row_id,
    id: row.id,
    source: row.source,
    publishedAt: row.published_at,
    copyOf: row.copy_of,
    isStub: Boolean(row.is_stub),
    articleCount: row.article_count,
    firstSeenAt: row.first_seen_at,
  }));

type Member = z.infer<typeof memberRow>;

/** A story before its titles are read. */
interface StoryOutline extends Omit<Story, 'lead' | 'articles'> {
  readonly leadRow: number;
  /** Of the articles that are shown, newest first. */
  readonly rowIds: readonly number[];
  /** By id: the article whose text one has. */
  readonly copies: ReadonlyMap<string, string>;
}

const mostShown = 50;

/** What a story is to somebody who may see the members, given newest first; `undefined` where there are none. */
export function outlineOf(id: string, rows: readonly unknown[]): StoryOutline | undefined {
  const members = rows.map((row) => memberRow.parse(row));
  const [newest] = members;
  if (newest === undefined) return undefined;
  const copies = copiesAmong(members);
  const originals = members.filter((member) => !copies.has(member.id));
  const lead = originals.find(({ isStub }) => !isStub) ?? originals[0] ?? newest;
  const shown = members.slice(0, mostShown);
  if (!shown.includes(lead)) shown.splice(-1, 1, lead);
  return {
    id,
    leadRow: lead.rowId,
    rowIds: shown.map(({ rowId }) => rowId),
    copies,
    articleCount: newest.articleCount,
    sources: [...new Set([lead, ...members].map(({ source }) => source))],
    firstSeenAt: newest.firstSeenAt,
    lastSeenAt: newest.publishedAt,
  };
}

/** Newest first. A copy of what is not among them is none, and of articles that are each other's copies the oldest is none. */
export function copiesAmong(members: readonly Pick<Member, 'id' | 'copyOf'>[]): ReadonlyMap<string, string> {
  const ids = new Set(members.map(({ id }) => id));
  const copies = new Map<string, string>();
  for (const { id, copyOf } of members) {
    if (copyOf === null || !ids.has(copyOf)) continue;
    let origin: string | undefined = copyOf;
    while (origin !== undefined && origin !== id) origin = copies.get(origin);
    if (origin === undefined) copies.set(id, copyOf);
  }
  return copies;
}

/** The story with its titles; `undefined` where its lead has been removed in between. */
export function storyOf(
  { leadRow, rowIds, copies, ...known }: StoryOutline,
  headlines: ReadonlyMap<number, Headline>,
): Story | undefined {
  const article = (rowId: number): StoryArticle[] => {
    const headline = headlines.get(rowId);
    if (headline === undefined) return [];
    const copyOf = copies.get(headline.id);
    return [{ ...headline, ...(copyOf !== undefined && { copyOf }) }];
  };
  const [lead] = article(leadRow);
  return lead === undefined ? undefined : { ...known, lead, articles: rowIds.flatMap(article) };
}
