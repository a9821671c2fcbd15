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

type Asked = Pick<BriefShape, 'length' | 'focus'>;

async function story(article: Article, asked: Asked, app: App, share?: string): Promise<Reply> {
  const brief = makeBrief(article, { ...storyShape, ...asked }, app.find);
  return renderStory(brief, { chart: await drawnChart(brief, app), share });
}

const lengthOf = (name: unknown): SummaryLength => lengths.find((known) => known === name) ?? 'short';

/** Discord's bound on what a button carries. */
const longestPress = 100;

/** What Share presses: the very summary that was asked for, or nothing where that is too long to carry. */
function sharePress({ id }: Article, { length, focus = '' }: Asked): string | undefined {
  const press = `summary:share:${id}:${length}:${encodeURIComponent(focus.toWellFormed())}`;
  return press.length > longestPress ? undefined : press;
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
    const focus = textOption(request.options, 'focus');
    const asked = { length: lengthOf(request.options.length), focus };
    const isShared = visibilityByShare(request) === 'public';
    return await story(article, asked, app, isShared ? undefined : sharePress(article, asked));
  },
  complete: completeStory,
  async press({ arguments: [id, length, focus = ''], reader }, app) {
    const article = await articleById(id, reader, app);
    const words = decodeURIComponent(focus);
    return await story(article, { length: lengthOf(length), focus: words === '' ? undefined : words }, app);
  },
};
