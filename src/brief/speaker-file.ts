import { setImmediate } from 'node:timers/promises';
import type { ArticleStore } from '../domain/article-store.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Scope } from '../domain/scope.ts';
import type { PageRoom, QuotedIn, SpeakerFile } from '../domain/speaker-file.ts';
import type { SpeakerIndex } from '../domain/speaker-index.ts';
import { sureSpeaker } from './brief-quotation.ts';
import { otherSpeakers } from './other-speakers.ts';
import { speakerLines } from './speaker-lines.ts';
import { speakerPage } from './speaker-page.ts';

/** Whose file, and which part of it. Times are UTC milliseconds, of publishing. */
export interface FileRequest {
  /** All names that articles give the speaker. */
  readonly names: readonly string[];
  readonly since?: number | undefined;
  readonly until: number;
  readonly page: number;
}

interface FilePorts {
  readonly articles: Pick<ArticleStore, 'search' | 'get'>;
  readonly speakers: Pick<SpeakerIndex, 'articles'>;
  readonly find: FindIn;
}

/** Of somebody quoted everywhere, so many articles are read: the newest. */
const mostArticles = 200;

/** A page of a speaker’s file; conflicting attributions are looked for of its own lines only. */
export async function makeSpeakerFile(
  request: FileRequest,
  scopes: readonly Scope[],
  ports: FilePorts,
  room: PageRoom,
): Promise<SpeakerFile> {
  const { names, since, until } = request;
  const ids = await ports.speakers.articles({ scopes, names, since, until, limit: mostArticles });
  const said = await quotationsIn(ids, names, scopes, ports);
  const lines = speakerLines(said);
  const { shown, hasMore } = speakerPage(lines, request.page, room, ports.find);
  const withOthers = shown.map(async (one) => ({
    ...one,
    others: await otherSpeakers(one.line, names, scopes, ports),
  }));
  return {
    lines: await Promise.all(withOthers),
    lineCount: lines.length,
    articleCount: new Set(said.map(({ article }) => article.id)).size,
    page: request.page,
    hasMore,
  };
}

/** Reads one article after the other and lets others run between them. */
async function quotationsIn(
  ids: readonly string[],
  names: readonly string[],
  scopes: readonly Scope[],
  { articles, find }: FilePorts,
): Promise<readonly QuotedIn[]> {
  const isBy = new Set(names);
  const said: QuotedIn[] = [];
  for (const id of ids) {
    const article = await articles.get(id, scopes);
    if (article === undefined) continue;
    for (const quotation of find(article).quotations())
      if (isBy.has(sureSpeaker(quotation)?.name ?? '')) said.push({ article, quotation });
    await setImmediate();
  }
  return said;
}
