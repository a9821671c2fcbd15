import type { App } from '../src/app.ts';
import type { Article } from '../src/domain/article.ts';
import type { MessageRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { findStory } from '../src/story/find-story.ts';
import { tellingStems } from '../src/story/words.ts';
import { helpReply } from './help.ts';
import { storyReply } from './story-reply.ts';

/**
 * Answers a direct message or a mention: an attached file, a link or words of a stored story with its brief;
 * a greeting with what the bot does; anything else by saying that no stored article has it.
 */
export async function answerMessage(request: MessageRequest, app: App): Promise<Reply> {
  const { reader } = request;
  const brief = (article: Article) => storyReply(article, { length: 'short' }, { reader }, app);
  const [file] = request.files;
  if (file !== undefined) return await brief(await app.takeIn(file, reader));
  const hasLink = /https?:\/\//.test(request.text);
  if (!hasLink && isGreeting(request.text)) return helpReply();
  const scopes = scopesOf(reader);
  const found = await findStory(request.text, scopes, app);
  if (found.kind === 'found') return await brief(found.article);
  if (found.kind === 'unknown-link') return await brief(await app.takeInLink(found.link, reader));
  const newest = async () => (await app.stories.latest({ scopes, limit: 3 })).map(({ lead }) => lead);
  const nearest = found.closest.length > 0 ? found.closest : await newest();
  throw new UserError({ code: 'noAnswer', searched: await app.articles.count(scopes), nearest });
}

const greetings = new Set(['hi', 'hello', 'hey', 'help', 'start', 'hallo', 'thanks']);

/** No word that could name a story, or a greeting alone. */
function isGreeting(words: string): boolean {
  return tellingStems(words).every((word) => greetings.has(word) || word === 'thank' || word === 'hallo');
}
