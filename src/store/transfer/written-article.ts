import { nameWords } from 'summarize-text';
import type { QuotedName } from '../../domain/speaker-index.ts';
import type { ArticleFacts } from './items.ts';
import type { Dialect, Session } from './session.ts';

/** Whom an article quotes, as the index of speakers takes it. */
export const quotedNames = ({ noted }: ArticleFacts): readonly QuotedName[] =>
  (noted?.speakers ?? []).map(({ name, ...role }) => ({ name, words: nameWords(name).join(' '), ...role }));

/** Where an article is grouped, for `keepGrouping`. */
function writtenGrouping({ id, grouping }: ArticleFacts) {
  if (grouping === undefined) return undefined;
  const { version, story, copyOf = null, isStub, arrivedAt = null } = grouping;
  return { articleId: id, version, story, copyOf, isStub: isStub ? 1 : 0, arrivedAt };
}

/** An article that is grouped by its present words does not wait any more. */
function groupingStatements({ storyKey: { column, of } }: Dialect) {
  return {
    keep: `insert into story_article (${column}, version, scope, story, copy_of, is_stub, arrived_at)
      select ${of}, :version, scope, :story, :copyOf, :isStub = 1, :arrivedAt from article where id = :articleId
      on conflict (${column}) do update set version = excluded.version, story = excluded.story,
        copy_of = excluded.copy_of, is_stub = excluded.is_stub, arrived_at = excluded.arrived_at`,
    leaveQueue: `delete from arrived_article
      where ${column} = (select ${of} from article where id = :articleId) and version = :version`,
  } as const;
}

/** Keeps where an article is grouped, if it is. */
async function keepGrouping(session: Session, facts: ArticleFacts): Promise<void> {
  const written = writtenGrouping(facts);
  if (written === undefined) return;
  const { keep, leaveQueue } = groupingStatements(session.dialect);
  await session.change(keep, written);
  await session.change(leaveQueue, { articleId: facts.id, version: written.version });
}

const linkFeed = `insert into feed_article (feed_id, article_id)
  select f.id, :articleId from feed f where f.id = :feedId on conflict do nothing`;

/** Keeps from which feeds an article came, and where it is grouped. */
export async function keepPlace(session: Session, facts: ArticleFacts): Promise<void> {
  for (const feedId of facts.feeds) await session.change(linkFeed, { feedId, articleId: facts.id });
  await keepGrouping(session, facts);
}
