import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { SummaryLength } from 'summarize-text';
import type { Command } from '../src/app.ts';
import { makeBrief, storyShape } from '../src/brief/make-brief.ts';
import { renderStory } from '../src/render/render-brief.ts';
import {
  anywhere,
  articleById,
  articleOf,
  completeStory,
  shareOption,
  storyOptions,
  textOption,
  visibilityByShare,
} from './story-option.ts';

const lengths: readonly SummaryLength[] = ['line', 'short', 'medium', 'long'];

/** `/summary`: an article's most telling sentences, with what was said and the figures. */
export const summary: Command = {
  data: {
    name: 'summary',
    description: 'A story in its own words: summary, key quotes, key figures',
    ...anywhere,
    options: [
      ...storyOptions,
      {
        type: ApplicationCommandOptionType.String,
        name: 'length',
        description: 'One line, short (3 sentences, as usual), medium (5) or long (8)',
        choices: lengths.map((length) => ({ name: length, value: length })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'focus',
        description: 'Words the summary should turn on',
        max_length: 100,
      },
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const article = await articleOf(request, app);
    const length = lengths.find((name) => name === request.options.length) ?? 'short';
    const focus = textOption(request.options, 'focus');
    return renderStory(makeBrief(article, { ...storyShape, length, focus }, app.find));
  },
  complete: completeStory,
  async press({ arguments: [id], reader }, app) {
    const article = await articleById(id, reader, app);
    return renderStory(makeBrief(article, { ...storyShape, length: 'short' }, app.find));
  },
};
