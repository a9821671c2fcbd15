import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { furtherLines } from '../src/answer/further-lines.ts';
import type { App, Command } from '../src/app.ts';
import type { CommandRequest, PressRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { renderFurther } from '../src/render/answer/render-answer.ts';
import { answerAsked } from './ask/answer-asked.ts';
import { placesOf, storyOfPress } from './ask/presses.ts';
import { tellStory } from './ask/tell-story.ts';
import { anywhere } from './command-place.ts';
import { sinceOf, sinceOption } from './since-option.ts';
import {
  articleById,
  articleOf,
  completeStory,
  shareOption,
  storyOption,
  textOption,
  visibilityByShare,
} from './story-option.ts';

/** The id of the story that a command names. */
async function storyOf(request: CommandRequest, app: App): Promise<string | undefined> {
  if (textOption(request.options, 'story') === undefined) return undefined;
  return (await articleOf(request, app)).id;
}

/** A question that a button asks. */
async function askAgain(question: string | undefined, press: PressRequest, app: App): Promise<Reply> {
  if (question === undefined) throw new UserError({ code: 'questionGone' });
  const story = storyOfPress(press.arguments[0]);
  return await answerAsked({ ...press, text: question, story, ofAll: story === undefined }, app);
}

async function pressed(press: PressRequest, app: App): Promise<Reply> {
  const [first = '', ...rest] = press.arguments;
  switch (press.verb) {
    case 'of':
      return await askAgain(rest.join(':'), press, app);
    case 'kept':
      return await askAgain(app.keptQuestions.get(rest[0] ?? ''), press, app);
    case 'more':
      return renderFurther(await furtherLines(placesOf(press.arguments), scopesOf(press.reader), app));
    default:
      return await tellStory('summary', await articleById(first, press.reader, app), press, app);
  }
}

/** `/ask`: what the stored articles say to a question, word for word, or that none of them says it. */
export const ask: Command = {
  data: {
    name: 'ask',
    description: 'What the stored articles say to a question, word for word',
    ...anywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'Your question, e.g. how many people were on the ferry?',
        required: true,
        min_length: 3,
        max_length: 300,
      },
      storyOption,
      { ...sinceOption, description: 'Only articles since then, e.g. 7d, 2 weeks, yesterday, 2026-11-01' },
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const text = textOption(request.options, 'question') ?? '';
    const story = await storyOf(request, app);
    return await answerAsked({ ...request, text, story, since: sinceOf(request) }, app);
  },
  complete: completeStory,
  press: pressed,
};
