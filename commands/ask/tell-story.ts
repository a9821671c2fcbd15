import type { Telling } from '../../src/answer/question/asked-kind.ts';
import { quotedLines } from '../../src/answer/quoted-lines.ts';
import { toldStory } from '../../src/answer/story-articles.ts';
import type { App } from '../../src/app.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { scopesOf } from '../../src/domain/scope.ts';
import { renderSaid } from '../../src/render/answer/render-answer.ts';
import { changesReply, sourcesReply, storyReply } from '../story-reply.ts';
import { type Talk, talkOf } from './talk.ts';

/** Tells a story, and then it is talked of. */
export async function tellStory(telling: Telling, article: Article, talk: Talk, app: App): Promise<Reply> {
  await talkOf(article.id, talk, app);
  const { reader } = talk;
  switch (telling) {
    case 'changes':
      return await changesReply(await changedIn(article, talk, app), reader, app);
    case 'sources':
      return await sourcesReply(article.id, 0, reader, app);
    case 'speakers':
      return renderSaid(article, quotedLines(await articlesWith(article, talk, app), app.find));
    case 'more':
      return await storyReply(article, { length: 'long' }, { reader }, app);
    default:
      return await storyReply(article, { length: 'short' }, { reader }, app);
  }
}

async function articlesWith(article: Article, { reader }: Talk, app: App): Promise<readonly Article[]> {
  return (await toldStory(article.id, scopesOf(reader), app))?.articles ?? [article];
}

/** The article, or where it stands as it was first stored, another of its story that does not. */
async function changedIn(article: Article, talk: Talk, app: App): Promise<Article> {
  if (article.version > 1) return article;
  return (await articlesWith(article, talk, app)).find(({ version }) => version > 1) ?? article;
}
