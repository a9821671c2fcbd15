import type { App } from '../src/app.ts';
import type { MessageRequest } from '../src/domain/command.ts';
import type { Reply } from '../src/domain/reply.ts';
import { tellingStems } from '../src/story/words.ts';
import { answerAsked } from './ask/answer-asked.ts';
import { helpReply } from './help.ts';

/**
 * Answers a direct message or a mention: an attached file, a link or words of a stored story with its brief;
 * a greeting with what the bot does; anything else as what is asked of the stored articles.
 */
export async function answerMessage(request: MessageRequest, app: App): Promise<Reply> {
  const { reader } = request;
  const [file] = request.files;
  if (file !== undefined) {
    const article = await app.takeIn(file, reader);
    return await answerAsked({ ...request, story: article.id }, app);
  }
  const hasLink = /https?:\/\//.test(request.text);
  if (!hasLink && isGreeting(request.text)) return helpReply();
  return await answerAsked(request, app);
}

const greetings = new Set(['hi', 'hello', 'hey', 'help', 'start', 'hallo', 'thanks']);

/** No word that could name a story, or a greeting alone; but "and who said that?" is asked in a talk. */
function isGreeting(words: string): boolean {
  const isAsked = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/i.test(words);
  return !isAsked && tellingStems(words).every((word) => greetings.has(word) || word === 'thank');
}
