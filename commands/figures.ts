import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Figure } from 'summarize-text';
import type { Command } from '../src/app.ts';
import { makeFigureList } from '../src/brief/make-brief.ts';
import { renderFigures } from '../src/render/render-brief.ts';
import { stem, tellingStems, wordsOf } from '../src/story/words.ts';
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

/** Whether the figure's sentence holds every telling word asked about. */
function isAbout(asked: string): (figure: Figure, sentence: string) => boolean {
  const wanted = tellingStems(asked);
  return (_, sentence) => {
    const held = new Set(wordsOf(sentence).map(stem));
    return wanted.every((word) => held.has(word));
  };
}

/** `/figures`: the quantities of an article and what each measures. */
export const figures: Command = {
  data: {
    name: 'figures',
    description: 'The figures of a story and what each measures',
    ...anywhere,
    options: [
      ...storyOptions,
      {
        type: ApplicationCommandOptionType.String,
        name: 'about',
        description: 'Only figures about this, e.g. defence spending',
        max_length: 100,
      },
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const article = await articleOf(request, app);
    const about = textOption(request.options, 'about');
    const accepts = about === undefined ? () => true : isAbout(about);
    const brief = makeFigureList(article, accepts, app.find);
    return renderFigures(brief, { asked: about, chart: await drawnChart(brief, app) });
  },
  complete: completeStory,
  async press({ arguments: [id], reader }, app) {
    const article = await articleById(id, reader, app);
    const brief = makeFigureList(article, () => true, app.find);
    return renderFigures(brief, { chart: await drawnChart(brief, app) });
  },
};
