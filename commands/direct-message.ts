import type { App } from '../src/app.ts';
import { makeBrief, storyShape } from '../src/brief/make-brief.ts';
import type { Article } from '../src/domain/article.ts';
import type { MessageRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { renderStory } from '../src/render/render-brief.ts';
import { findStory } from '../src/story/find-story.ts';
import { tellingStems } from '../src/story/words.ts';
import { drawnChart } from './draw-chart.ts';
import { helpReply } from './help.ts';

/**
 * Answers a direct message or a mention: an attached file, a link or words of a stored story with its brief;
 * a greeting with what the bot does; anything else by saying that no stored article has it.
 */
export async function answerMessage(request: MessageRequest, app: App): Promise<Reply> {
  const [file] = request.files;
  if (file !== undefined) return await story(await app.takeIn(file, request.reader), app);
  const hasLink = /https?:\/\//.test(request.text);
  if (!hasLink && isGreeting(request.text)) return helpReply();
  const scopes = scopesOf(request.reader);
  const found = await findStory(request.text, scopes, app.articles);
  if (found.kind === 'found') return await story(found.article, app);
  if (found.kind === 'unknown-link')
    return await story(await app.takeInLink(found.link, request.reader), app);
  const nearest = found.closest.length > 0 ? found.closest : await app.articles.latest({ scopes, limit: 3 });
  throw new UserError({ code: 'noAnswer', searched: await app.articles.count(scopes), nearest });
}

async function story(article: Article, app: App): Promise<Reply> {
  const brief = makeBrief(article, { ...storyShape, length: 'short' }, app.find);
  return renderStory(brief, { chart: await drawnChart(brief, app) });
}

const greetings = new Set(['hi', 'hello', 'hey', 'help', 'start', 'hallo', 'thanks']);

/** No word that could name a story, or a greeting alone. */
function isGreeting(words: string): boolean {
  return tellingStems(words).every((word) => greetings.has(word) || word === 'thank' || word === 'hallo');
}
