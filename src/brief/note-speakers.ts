import { setImmediate } from 'node:timers/promises';
import { findQuotations, isOwnName, nameWords, type Quotation } from 'summarize-text';
import type { NewArticle } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Log } from '../domain/log.ts';
import type { QuotedName, SpeakerIndex } from '../domain/speaker-index.ts';
import { sureSpeaker } from './brief-quotation.ts';

/** Counts up whenever the finder of quotations names other speakers: then every article is read once more. */
const edition = 2;
const batchSize = 20;

/** Whom the quotations are surely of, each once; only people and bodies with a name of their own. */
export function quotedNames(quotations: readonly Quotation[]): readonly QuotedName[] {
  const names = new Map<string, QuotedName>();
  for (const quotation of quotations) {
    const { name, role } = sureSpeaker(quotation) ?? { name: '' };
    const known = names.get(name)?.role ?? role;
    const words = nameWords(name).join(' ');
    if (words !== '' && isOwnName(name))
      names.set(name, { name, words, ...(known !== undefined && { role: known }) });
  }
  return [...names.values()];
}

const namesIn = ({ text, title, pullQuotes }: NewArticle): readonly QuotedName[] =>
  quotedNames(findQuotations(text, { title, pullQuotes }));

/** The store, noting of each article that comes in whom it quotes. */
export function withSpeakers(articles: ArticleStore, speakers: SpeakerIndex): ArticleStore {
  return {
    ...articles,
    async put(article) {
      const outcome = await articles.put(article);
      if (outcome !== 'unchanged') await speakers.note(article.id, namesIn(article), edition);
      return outcome;
    },
    async putAll(several) {
      const outcomes = await articles.putAll(several);
      for (const [index, article] of several.entries())
        if (outcomes[index] !== 'unchanged') await speakers.note(article.id, namesIn(article), edition);
      return outcomes;
    },
  };
}

/**
 * Begins to note the speakers of all articles that were stored without (by an earlier version, or just before a
 * crash), the newest first, and lets others run between any two.
 */
export function startNoting(speakers: SpeakerIndex, log: Log): { stop(): Promise<void> } {
  const ending = new AbortController();
  const done = noteAll(speakers, ending.signal).then(
    (count) => {
      if (count > 0) log.info('speakers.noted', { count });
    },
    (error: unknown) => log.error('speakers.not-noted', {}, error),
  );
  return {
    async stop() {
      ending.abort();
      await done;
    },
  };
}

/** Answers how many. */
async function noteAll(speakers: SpeakerIndex, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (;;) {
    const articles = await speakers.unnoted(edition, batchSize);
    for (const article of articles) {
      if (signal.aborted) return count;
      await speakers.note(article.id, namesIn(article), edition);
      count += 1;
      await setImmediate();
    }
    if (articles.length === 0) return count;
  }
}
