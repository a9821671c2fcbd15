import { toJson } from '../json-column.ts';
import type { ArticleFacts, ArticleText } from './items.ts';

/** An article's facts for `article`. */
export function writtenFacts(facts: ArticleFacts) {
  return {
    id: facts.id,
    scope: facts.scope,
    version: facts.version,
    source: facts.source,
    url: facts.url ?? null,
    author: facts.author ?? null,
    publishedAt: facts.publishedAt,
    storedAt: facts.storedAt,
    expiresAt: facts.expiresAt ?? null,
    topics: toJson(facts.topics),
  };
}

/** A version's words for `article_text`. */
export function writtenText(text: ArticleText) {
  return {
    id: text.id,
    version: text.version,
    storedAt: text.storedAt,
    title: text.title,
    standfirst: text.standfirst ?? null,
    body: text.text,
    raw: text.raw,
    runs: toJson(text.runs),
    removals: toJson(text.removals),
    pullQuotes: toJson(text.pullQuotes),
  };
}

export const linkFeed = `insert into feed_article (feed_id, article_id)
  select f.id, :articleId from feed f where f.id = :feedId on conflict do nothing`;
