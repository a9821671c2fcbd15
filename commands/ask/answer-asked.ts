import {
  answerQuestion,
  type QuestionOutcome,
  type QuestionRequest,
} from '../../src/answer/answer-question.ts';
import { type AskedKind, askedKind, openedWith, type Telling } from '../../src/answer/question/asked-kind.ts';
import type { App } from '../../src/app.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { scopesOf } from '../../src/domain/scope.ts';
import { renderAnswer } from '../../src/render/answer/render-answer.ts';
import { renderNoStory, renderSilence, renderWhich } from '../../src/render/answer/render-silence.ts';
import { articleTitled, findStory } from '../../src/story/find-story.ts';
import { tellingStems } from '../../src/story/words.ts';
import { articleById } from '../story-option.ts';
import { askPress, morePress, openPress } from './presses.ts';
import { type Talk, talkedOf, talkOf } from './talk.ts';
import { tellStory } from './tell-story.ts';
import { withoutMarks } from './without-marks.ts';

/** What a person asks, by a command, in a message or at a press. */
export interface Asked extends Talk {
  readonly text: string;
  readonly receivedAt: number;
  /** An id: the article or story that it is about. Absent: the one that the words, or else the talk so far, mean. */
  readonly story?: string | undefined;
  /** Of when articles came out, UTC milliseconds. */
  readonly since?: number | undefined;
  /** All that is stored is asked, whatever is talked of. */
  readonly ofAll?: boolean;
}

/**
 * Answers what a person asks, or tells them the story that they name (without words: the one that is given). The talk is
 * about that story then. Fails with a `UserError` where they have asked too often.
 */
export async function answerAsked(given: Asked, app: App): Promise<Reply> {
  const asked = { ...given, text: withoutMarks(given.text) };
  const { text, reader, receivedAt, story } = asked;
  const waitMs = app.takeQuestion(reader.personId);
  if (waitMs > 0) throw new UserError({ code: 'tooManyQuestions', until: receivedAt + waitMs });
  const kind = askedKind(text);
  if (story !== undefined) return await ofStory(story, kind, asked, app);
  const titled = await articleTitled(text, scopesOf(reader), app.articles);
  if (titled !== undefined) return await tellStory('summary', titled, asked, app);
  const opened = await openedStory(asked, app);
  if (opened !== undefined) return await ofStory(opened.story, askedKind(opened.text), opened, app);
  const talked = asked.ofAll === true ? undefined : await talkedOf(asked, app);
  if (kind.kind === 'question') return await answerToAll(asked, talked, app);
  if (kind.about === '') return await ofTalk(kind.kind, talked, asked, app);
  return (
    (await withinTalk(kind, talked, asked, app)) ?? (await ofNamed(kind.kind, kind.about, asked, talked, app))
  );
}

/** A question that names its story first: what is asked, and of which; not where there is no such story. */
async function openedStory(
  asked: Asked,
  app: App,
): Promise<(Asked & { readonly story: string }) | undefined> {
  const opened = openedWith(asked.text);
  if (opened === undefined) return undefined;
  const found = await findStory(opened.story, scopesOf(asked.reader), app);
  return found.kind === 'found' ? { ...asked, text: opened.asked, story: found.article.id } : undefined;
}

/** What is asked of a story that is given. Words that it does not answer want no more than the story. */
async function ofStory(story: string, kind: AskedKind, asked: Asked, app: App): Promise<Reply> {
  const outcome = async () => await outcomeOf(kind.about, asked, { story }, app);
  if (kind.kind === 'question') return await shown(await outcome(), asked, app);
  const said = kind.kind === 'words' && tellingStems(kind.about).length > 0 ? await outcome() : undefined;
  if (said !== undefined && isAnswered(said)) return await shown(said, asked, app);
  return await tellStory(kind.kind, await articleById(story, asked.reader, app), asked, app);
}

/** What is asked of the story that is talked of. */
async function ofTalk(telling: Telling, talked: string | undefined, asked: Asked, app: App): Promise<Reply> {
  if (talked === undefined) return await whichStory(asked, app);
  return await tellStory(telling, await articleById(talked, asked.reader, app), asked, app);
}

/** Asks back which story is meant, where nothing is talked of. */
async function whichStory({ reader }: Talk, app: App): Promise<Reply> {
  const newest = await app.stories.latest({ scopes: scopesOf(reader), limit: 3 });
  return renderNoStory(
    newest.map(({ lead }) => lead),
    openPress,
  );
}

/** What the story that is talked of says of something ("what about France?"), where it says it. */
async function withinTalk(
  kind: AskedKind,
  talked: string | undefined,
  asked: Asked,
  app: App,
): Promise<Reply | undefined> {
  if (kind.kind !== 'words' || talked === undefined) return undefined;
  const outcome = await outcomeOf(kind.about, asked, { story: talked, mayBeOther: true }, app);
  return isAnswered(outcome) ? await shown(outcome, asked, app) : undefined;
}

/** The story that words name; where they name none, they are looked for in all that is stored. */
async function ofNamed(
  telling: Telling,
  about: string,
  asked: Asked,
  talked: string | undefined,
  app: App,
): Promise<Reply> {
  const { reader } = asked;
  const found = await findStory(about, scopesOf(reader), app);
  if (found.kind === 'unknown') return await answerToAll(asked, talked, app);
  if (found.kind === 'unknown-link')
    return await tellStory(telling, await app.takeInLink(found.link, reader), asked, app);
  const { article, rival } = found;
  if (rival !== undefined) return renderWhich([article, rival], ({ id }) => openPress(id));
  return await tellStory(telling, article, asked, app);
}

async function answerToAll(asked: Asked, talked: string | undefined, app: App): Promise<Reply> {
  return await shown(
    await outcomeOf(askedKind(asked.text).about, asked, { talkedOf: talked }, app),
    asked,
    app,
  );
}

const outcomeOf = (
  question: string,
  { reader, since }: Asked,
  about: Pick<QuestionRequest, 'story' | 'talkedOf' | 'mayBeOther'>,
  app: App,
): Promise<QuestionOutcome> => answerQuestion({ question, scopes: scopesOf(reader), since, ...about }, app);

const isAnswered = (outcome: QuestionOutcome): boolean =>
  outcome.kind === 'answered' && outcome.answered.lines.length > 0;

/** The reply with an answer, or with its absence; the talk is about its story then. */
async function shown(outcome: QuestionOutcome, asked: Asked, app: App): Promise<Reply> {
  if (outcome.kind === 'which') return renderWhich(outcome.stories, ({ id }) => askPress(asked, id, app));
  if (outcome.kind === 'no-story') return await whichStory(asked, app);
  if (outcome.kind === 'said')
    return await tellStory('speakers', await articleById(outcome.story.id, asked.reader, app), asked, app);
  const { answered, further, inStory, talkOf: storyId } = outcome;
  if (storyId !== undefined) await talkOf(storyId, asked, app);
  if (answered.lines.length === 0)
    return renderSilence(
      answered,
      answered.story === undefined ? undefined : askPress(asked, undefined, app),
    );
  const sources = inStory < 2 || storyId === undefined ? undefined : `summary:sources:${storyId}`;
  return renderAnswer(answered, further, { more: morePress(further, app.find), sources });
}
