import type { App } from '../src/app.ts';
import { type BriefShape, makeBrief, storyShape } from '../src/brief/make-brief.ts';
import { makeChanges } from '../src/brief/make-changes.ts';
import type { Article } from '../src/domain/article.ts';
import type { BriefChanges } from '../src/domain/brief.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { type Reader, scopesOf } from '../src/domain/scope.ts';
import { renderStory } from '../src/render/render-brief.ts';
import { renderChanges } from '../src/render/render-changes.ts';
import { renderSources } from '../src/render/render-sources.ts';
import { drawnChart } from './draw-chart.ts';

export type AskedSummary = Pick<BriefShape, 'length' | 'focus'>;

/** How an article differs from what was first stored of it. */
async function changesOf(article: Article, reader: Reader, app: App): Promise<BriefChanges | undefined> {
  if (article.version === 1) return undefined;
  return makeChanges(article, await app.articles.versions(article.id, scopesOf(reader)));
}

/** An article in brief, and who else tells of the same event. `share` is what the button that shows it to all presses. */
export async function storyReply(
  article: Article,
  asked: AskedSummary,
  { reader, share }: { readonly reader: Reader; readonly share?: string | undefined },
  app: App,
): Promise<Reply> {
  const brief = makeBrief(article, { ...storyShape, ...asked }, app.find);
  const [chart, changes, story] = await Promise.all([
    drawnChart(brief, app),
    changesOf(article, reader, app),
    app.stories.get(article.id, scopesOf(reader)),
  ]);
  return renderStory(brief, { chart, changes, story, share });
}

/** What is different in an article since it was first stored. */
export async function changesReply(article: Article, reader: Reader, app: App): Promise<Reply> {
  const changes = await changesOf(article, reader, app);
  const none = { article, since: article.storedAt, sentences: [], addedCount: 0, removedCount: 0 };
  return renderChanges(changes ?? none);
}

/** All articles of the story that an id leads to, a page of them. */
export async function sourcesReply(id: string, page: number, reader: Reader, app: App): Promise<Reply> {
  const story = await app.stories.get(id, scopesOf(reader));
  if (story === undefined) throw new UserError({ code: 'notStoredAnyMore' });
  return renderSources(story, page, (other) => `summary:turn:${id}:${other}`);
}
