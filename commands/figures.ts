import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { App, Command } from '../src/app.ts';
import { makeFigureList } from '../src/brief/make-brief.ts';
import type { Article } from '../src/domain/article.ts';
import type { Reply } from '../src/domain/reply.ts';
import { renderFigures } from '../src/render/render-brief.ts';
import { stemsOf, tellingStems } from '../src/story/words.ts';
import { anywhere } from './command-place.ts';
import { drawnChart } from './draw-chart.ts';
import { completeAbout, ledger, pressLedger } from './ledger.ts';
import { sinceOf, sinceOption } from './since-option.ts';
import {
  articleById,
  articleOf,
  completeStory,
  namesNoArticle,
  shareOption,
  storyOptions,
  textOption,
  visibilityByShare,
} from './story-option.ts';

/** The key figures of an article, with a chart of those that can stand side by side. */
async function keyFigures(article: Article, app: App): Promise<Reply> {
  const brief = makeFigureList(article, () => true, app.find);
  return renderFigures(brief, { chart: await drawnChart(brief, app) });
}

/** All figures of an article whose sentence holds every telling word asked about. */
async function figuresAbout(article: Article, asked: string, app: App): Promise<Reply> {
  const wanted = tellingStems(asked);
  const holdsAll = (sentence: string) => {
    const held = stemsOf(sentence);
    return wanted.every((word) => held.has(word));
  };
  const brief = makeFigureList(article, (_, sentence) => holdsAll(sentence), app.find, 'all');
  return renderFigures(brief, { asked, chart: await drawnChart(brief, app) });
}

/** `/figures`: the quantities of an article and what each measures, or one quantity over all stored articles. */
export const figures: Command = {
  data: {
    name: 'figures',
    description: 'The figures of a story, or of one subject in all stories, and what each measures',
    ...anywhere,
    options: [
      ...storyOptions,
      {
        type: ApplicationCommandOptionType.String,
        name: 'about',
        description: 'Only figures about this, e.g. defence spending; without a story: in all stored stories',
        autocomplete: true,
        max_length: 100,
      },
      sinceOption,
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const { options, reader, receivedAt } = request;
    const since = sinceOf(request);
    const about = textOption(options, 'about');
    if (about !== undefined && namesNoArticle(request))
      return await ledger({ about, since, until: receivedAt, page: 0 }, reader, app);
    const article = await articleOf(request, app);
    return about === undefined ? await keyFigures(article, app) : await figuresAbout(article, about, app);
  },
  complete: (request, app) =>
    request.option === 'about' ? completeAbout(request, app) : completeStory(request, app),
  async press(request, app) {
    if (request.verb === 'ledger') return await pressLedger(request, app);
    return await keyFigures(await articleById(request.arguments[0], request.reader, app), app);
  },
};
