import type { App } from '../src/app.ts';
import type { Article } from '../src/domain/article.ts';
import type { MessageRequest } from '../src/domain/command.ts';
import { conversationKey } from '../src/domain/conversation.ts';
import type { Reply } from '../src/domain/reply.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { isWithinLimits } from '../src/render/limits.ts';
import { examplesAfter, forgottenReply, newStoryReply, stoppedReply } from '../src/render/talk.ts';
import { articleOrLead, findStory } from '../src/story/find-story.ts';
import { answerAsked } from './ask/answer-asked.ts';
import { talkOf } from './ask/talk.ts';
import { helpReply } from './help.ts';
import { type OwnWish, ownWishIn, readsAsQuestion } from './message/own-words.ts';
import { storyReply } from './story-reply.ts';

const links = /https?:\/\/[^\s<>]+/gi;

/**
 * Answers a direct message or a mention: an attached file or a link with the article's brief, or with what it says where
 * the words beside it ask; "stop", "forget me" and "new story"; a greeting with what the bot does; else what is asked.
 */
export async function answerMessage(
  request: MessageRequest,
  app: App,
  isWorking: () => void,
): Promise<Reply | undefined> {
  const { text, files, reader } = request;
  const isWish = files.length === 0 && !text.match(links);
  const wish = isWish ? ownWishIn(text) : undefined;
  if (request.isOnlyReply === true && !isForBot(request, wish)) return undefined;
  if (wish !== undefined) return await fulfil(wish, request, app);
  isWorking();
  const reply = await answerTo(request, app);
  return reader.guildId === undefined ? await withExamples(reply, reader.personId, app) : reply;
}

/** Who answers the bot's message to say something to the others is left alone. */
function isForBot({ text }: MessageRequest, wish: OwnWish | undefined): boolean {
  if (wish !== undefined) return wish !== 'greeting';
  return text.match(links) !== null || readsAsQuestion(text);
}

async function fulfil(wish: OwnWish, { reader, channelId }: MessageRequest, app: App): Promise<Reply> {
  const forgetTalk = () => app.conversations.delete(conversationKey(reader, channelId));
  switch (wish) {
    case 'stop':
      return stoppedReply(await forgetTalk());
    case 'forget':
      return forgottenReply(await app.forgetPerson(reader.personId), reader.guildId === undefined);
    case 'new-story':
      await forgetTalk();
      return newStoryReply();
    case 'greeting':
      return helpReply();
  }
}

async function answerTo(request: MessageRequest, app: App): Promise<Reply> {
  const { text, reader } = request;
  const article = await handedIn(request, app);
  if (article === undefined) {
    await talkOfReplied(request, app);
    return await answerAsked(request, app);
  }
  const beside = text.replace(links, ' ').trim();
  if (readsAsQuestion(beside)) return await answerAsked({ ...request, text: beside, story: article.id }, app);
  await talkOf(article.id, request, app);
  return await storyReply(article, { length: 'short' }, { reader }, app);
}

/** Who answers a message of the bot's talks of its story, whatever was talked of since, and whoever asked for it. */
async function talkOfReplied({ repliedStory, ...talk }: MessageRequest, app: App): Promise<void> {
  if (repliedStory === undefined) return;
  const article = await articleOrLead(repliedStory, scopesOf(talk.reader), app);
  if (article !== undefined) await talkOf(article.id, talk, app);
}

/** The article that a person attaches, or the page that they link to. */
async function handedIn({ text, files, reader }: MessageRequest, app: App): Promise<Article | undefined> {
  const [file] = files;
  if (file !== undefined) return await app.takeIn(file, reader);
  if (!text.match(links)) return undefined;
  const found = await findStory(text, scopesOf(reader), app);
  if (found.kind === 'unknown-link') return await app.takeInLink(found.link, reader);
  return found.kind === 'found' ? found.article : undefined;
}

/** The first answer that a person has says what else they can ask; one that leaves no room for it leaves it to the next. */
async function withExamples(reply: Reply, personId: string, app: App): Promise<Reply> {
  if ((await app.acquainted.get(personId)) === true) return reply;
  const longer = { ...reply, blocks: [...reply.blocks, ...examplesAfter()] };
  if (!isWithinLimits(longer)) return reply;
  await app.acquainted.set(personId, true);
  return longer;
}
