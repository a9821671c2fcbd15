import { type CleanText, clean, segment } from 'summarize-text';
import type { NewArticle } from '../domain/article.ts';
import { idByText, idByUrl } from '../domain/article-id.ts';
import { plainUrl } from '../domain/canonical-url.ts';
import type { Scope } from '../domain/scope.ts';
import { cutAtWord } from './cut-at-word.ts';
import { visibleWords } from './visible-words.ts';

/** What is known of an article when it comes in. Times are UTC milliseconds, `url` is absolute. */
export interface IncomingArticle {
  readonly raw: string;
  readonly title?: string | undefined;
  readonly source: string;
  readonly url?: string | undefined;
  readonly publishedAt?: number | undefined;
  readonly author?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly scope: Scope;
  readonly storedAt: number;
  readonly expiresAt?: number | undefined;
}

/** As long as a title may be in Discord's lists of choices. */
const longestMadeTitle = 100;

/**
 * Cleans an article and gives it its id, its title (the given one, else the one the text begins with, else the
 * beginning of its first sentence, always in the article's own words) and its address without what only counts its readers.
 */
export function makeArticle(incoming: IncomingArticle): NewArticle {
  const { raw, scope, storedAt, expiresAt } = incoming;
  const { source = incoming.source, author, title: given } = visibleNames(incoming);
  const { text, runs, removals, pullQuotes, ...told } = clean(
    raw,
    given === undefined ? {} : { title: given },
  );
  const url = incoming.url === undefined ? undefined : plainUrl(incoming.url);
  return {
    id: url === undefined ? idByText(scope, raw) : idByUrl(scope, url),
    title: given ?? titleOf(text, told) ?? source,
    source,
    ...(url !== undefined && { url }),
    publishedAt: incoming.publishedAt ?? storedAt,
    scope,
    ...(told.standfirst !== undefined && { standfirst: told.standfirst }),
    ...(author !== undefined && { author }),
    topics: incoming.topics ?? [],
    raw,
    text,
    runs,
    removals,
    pullQuotes,
    storedAt,
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

function visibleNames({ source, author = '', title = '' }: IncomingArticle) {
  return { source: visibleWords(source), author: visibleWords(author), title: visibleWords(title) };
}

function titleOf(text: string, told: Pick<CleanText, 'title'>): string | undefined {
  if (told.title !== undefined) return told.title;
  const first = segment(text)[0];
  return first === undefined ? undefined : cutAtWord(first.text, longestMadeTitle);
}
