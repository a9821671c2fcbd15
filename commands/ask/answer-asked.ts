import { candidates } from '../../src/answer/candidates.ts';
import type { App } from '../../src/app.ts';
import type { MessageRequest } from '../../src/domain/command.ts';
import { conversationKey, conversationMs } from '../../src/domain/conversation.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { scopesOf } from '../../src/domain/scope.ts';
import { findStory } from '../../src/story/find-story.ts';
import { articleById } from '../story-option.ts';
import { storyReply } from '../story-reply.ts';

/** What a person asks, by a command, in a message or at a press. */
export interface Asked extends Pick<MessageRequest, 'text' | 'reader' | 'channelId' | 'receivedAt'> {
  /** An id: the article or story that it is about. Absent: the one that the words, or else the talk so far, mean. */
  readonly story?: string;
}

const nearestCount = 3;

/**
 * Answers what a person asks, or tells them the story that they name (without words: the one that is given). The talk is
 * about that story then. Fails with a `UserError` where they have asked too often.
 */
export async function answerAsked(asked: Asked, app: App): Promise<Reply> {
  const { text, reader, receivedAt } = asked;
  const waitMs = app.takeQuestion(reader.personId);
  if (waitMs > 0) throw new UserError({ code: 'tooManyQuestions', until: receivedAt + waitMs });
  const scopes = scopesOf(reader);
  const found =
    asked.story === undefined
      ? await findStory(text, scopes, app)
      : { kind: 'found' as const, article: await articleById(asked.story, reader, app) };
  if (found.kind === 'unknown') {
    const near = await candidates(text, { scopes, limit: nearestCount }, app.articles);
    const newest = async () =>
      (await app.stories.latest({ scopes, limit: nearestCount })).map(({ lead }) => lead);
    const nearest = near.length > 0 ? near : await newest();
    throw new UserError({ code: 'noAnswer', searched: await app.articles.count(scopes), nearest });
  }
  const article = found.kind === 'found' ? found.article : await app.takeInLink(found.link, reader);
  await app.conversations.set(
    conversationKey(reader, asked.channelId),
    { storyId: article.id },
    conversationMs,
  );
  return await storyReply(article, { length: 'short' }, { reader }, app);
}
