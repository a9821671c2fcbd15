import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { SummaryLength } from 'summarize-text';
import type { App, Command } from '../src/app.ts';
import { type BriefShape, makeBrief, storyShape } from '../src/brief/make-brief.ts';
import type { Article } from '../src/domain/article.ts';
import type { Reply } from '../src/domain/reply.ts';
import { renderStory } from '../src/render/render-brief.ts';
import { drawnChart } from './draw-chart.ts';
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

async function story(
  article: Article,
  asked: Pick<BriefShape, 'length' | 'focus'>,
  app: App,
): Promise<Reply> {
  const brief = makeBrief(article, { ...storyShape, ...asked }, app.find);
  return renderStory(brief, await drawnChart(brief, app));
}

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
    return await story(article, { length, focus }, app);
  },
  complete: completeStory,
  async press({ arguments: [id], reader }, app) {
    const article = await articleById(id, reader, app);
    return await story(article, { length: 'short' }, app);
  },
};
